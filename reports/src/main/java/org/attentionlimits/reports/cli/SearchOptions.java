package org.attentionlimits.reports.cli;

import org.attentionlimits.reports.ledger.Ledger.SearchSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Seed and budget of the search. */
final class SearchOptions {

  @Mixin private SeedOption seed = new SeedOption(20260101);

  @Option(
      names = "--budget",
      paramLabel = "N",
      defaultValue = "20000",
      description = "Most instances evaluated for one claim.")
  private long budget;

  /** Rejects a search that evaluates nothing. */
  SearchSettings settings() {
    Arguments.requireAtLeast("--budget", 1, budget);
    return new SearchSettings(seed.seed(), budget);
  }
}
