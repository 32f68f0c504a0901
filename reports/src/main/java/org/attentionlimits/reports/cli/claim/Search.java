package org.attentionlimits.reports.cli.claim;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.reports.cli.option.Bar;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Entries;
import org.attentionlimits.reports.ledger.Ledger.SearchSettings;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.search.Adversary;
import org.attentionlimits.theory.search.Memory;
import org.attentionlimits.theory.search.Parallel;

/** The search for counterexamples, of the whole run and of one claim. */
public final class Search {

  private final SearchSettings settings;
  private final Optional<? extends Memory> memory;

  /**
   * A search.
   *
   * @param memory of the best instances of earlier searches
   */
  public Search(SearchSettings settings, Optional<? extends Memory> memory) {
    this.settings = settings;
    this.memory = memory;
  }

  /** The entries of claims, in their order. */
  public List<ClaimEntry> attack(List<Claim<?>> claims) {
    try (Bar bar = new Bar("Search", claims.size())) {
      return Parallel.map(adversary(claims.size()).attack(claims, bar::step), Entries::of);
    }
  }

  /** The entry that a claim has among others. */
  ClaimEntry attackAmong(Claim<?> claim, List<Claim<?>> claims) {
    return Entries.of(adversary(1).attackAmong(claim, claims));
  }

  private Adversary adversary(int claims) {
    Duration ofOne =
        Duration.ofMinutes(settings.minutes())
            .multipliedBy(Runtime.getRuntime().availableProcessors())
            .dividedBy(claims);
    Adversary lasting = new Adversary(settings.seed(), settings.budget()).lasting(ofOne);
    return memory.map(lasting::resuming).orElse(lasting);
  }
}
