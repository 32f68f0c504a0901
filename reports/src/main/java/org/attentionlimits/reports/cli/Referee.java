package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.empirical.experiment.RowCheck;
import org.attentionlimits.empirical.experiment.RowTally;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Entries;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.Ledger.Environment;
import org.attentionlimits.reports.ledger.Ledger.SearchSettings;
import org.attentionlimits.reports.ledger.ModelEntry;
import org.attentionlimits.theory.claim.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.search.Adversary;

/** Attacks all claims, checks them on every row of some sources, and keeps the ledger of it. */
final class Referee {

  /** The N of the top-N set on real rows, as in the paper's first experiment. */
  private static final List<Integer> SELECTIONS = List.of(5);

  private final SearchSettings settings;
  private final List<Claim<?>> claims = Catalogue.claims();
  private Duration searchTime = Duration.ZERO;

  Referee(SearchSettings settings) {
    this.settings = settings;
  }

  Ledger run(List<AttentionSource> sources, Optional<String> engine) throws IOException {
    List<ClaimEntry> entries = attack();
    List<ModelEntry> models = new ArrayList<>();
    for (AttentionSource source : sources) {
      models.add(check(source));
    }
    return new Ledger(
        Ledger.SCHEMA_VERSION,
        Version.text(),
        settings,
        Entries.reconciled(entries, models),
        models,
        Environment.current(engine));
  }

  /** What the search of the last run took. */
  Duration searchTime() {
    return searchTime;
  }

  private List<ClaimEntry> attack() {
    Adversary adversary = new Adversary(settings.seed(), settings.budget());
    long start = System.nanoTime();
    try (Bar bar = new Bar("Search", claims.size())) {
      return claims.parallelStream().map(claim -> attack(adversary, claim, bar)).toList();
    } finally {
      searchTime = Duration.ofNanos(System.nanoTime() - start);
    }
  }

  private static ClaimEntry attack(Adversary adversary, Claim<?> claim, Bar bar) {
    ClaimEntry entry = Entries.of(adversary.attack(claim));
    bar.step();
    return entry;
  }

  private ModelEntry check(AttentionSource source) throws IOException {
    LayerCount counted = new LayerCount(source);
    try (Bar bar = new Bar(source.name(), source.heads())) {
      List<RowTally> tallies =
          new RowCheck(claims, SELECTIONS).run(counted, (done, heads) -> bar.stepTo(done));
      return Entries.of(source, counted.layers(), tallies);
    }
  }
}
