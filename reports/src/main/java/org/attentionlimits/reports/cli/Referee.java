package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attentionlimits.empirical.check.RowCheck;
import org.attentionlimits.empirical.check.RowTally;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.reports.cli.claim.Search;
import org.attentionlimits.reports.cli.option.Bar;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Entries;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.Ledger.Environment;
import org.attentionlimits.reports.ledger.Ledger.SearchSettings;
import org.attentionlimits.reports.ledger.ModelEntry;
import org.attentionlimits.theory.catalogue.Paper;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.search.Memory;

/** Attacks claims, checks them on every row of some sources, and keeps the ledger of it. */
final class Referee {

  /** The N of the top-N set on real rows, as in the paper's first experiment. */
  static final List<Integer> SELECTIONS = List.of(5);

  private final SearchSettings settings;
  private final Optional<? extends Memory> memory;
  private final List<Claim<?>> claims;
  private Duration searchTime = Duration.ZERO;

  /**
   * A referee.
   *
   * @param memory of the best instances of earlier searches
   */
  Referee(SearchSettings settings, Optional<? extends Memory> memory, List<Claim<?>> claims) {
    this.claims = List.copyOf(claims);
    this.settings = settings;
    this.memory = memory;
  }

  Ledger run(List<AttentionSource> sources, Optional<String> engine) throws IOException {
    List<ClaimEntry> entries = attack();
    List<ModelEntry> models = new ArrayList<>();
    Map<String, List<RowTally>> tallies = new LinkedHashMap<>();
    for (AttentionSource source : sources) {
      LayerCountingSource counted = new LayerCountingSource(source);
      tallies.put(source.name(), check(counted));
      models.add(Entries.of(source, counted.layers(), tallies.get(source.name())));
    }
    return Ledger.of(
        Version.text(),
        settings,
        Paper.theOne(),
        Entries.reconciled(entries, tallies),
        models,
        Environment.current(engine));
  }

  /** What the search of the last run took. */
  Duration searchTime() {
    return searchTime;
  }

  private List<ClaimEntry> attack() {
    long start = System.nanoTime();
    try {
      return new Search(settings, memory).attack(claims);
    } finally {
      searchTime = Duration.ofNanos(System.nanoTime() - start);
    }
  }

  private List<RowTally> check(AttentionSource source) throws IOException {
    try (Bar bar = new Bar(source.name(), source.heads())) {
      return new RowCheck(claims, SELECTIONS).run(source, (done, heads) -> bar.stepTo(done));
    }
  }
}
