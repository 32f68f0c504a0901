package org.attentionlimits.reports.cli.option;

import org.attentionlimits.reports.ledger.Ledger.SearchSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Seed and budget of the search. */
public final class SearchOptions {

  private static final long USUAL_SEED = 20260101;
  private static final String USUAL_BUDGET = "20000";

  @Mixin private SeedOption seed = new SeedOption(USUAL_SEED);

  @Option(
      names = "--budget",
      paramLabel = "N",
      defaultValue = USUAL_BUDGET,
      converter = Whole.Budget.class,
      description = "Most instances evaluated for one claim.")
  private long budget;

  /** What was given. */
  public SearchSettings settings() {
    return SearchSettings.of(seed.seed(), budget);
  }

  /** Whether settings are those of a search with no options. */
  public static boolean areUsual(SearchSettings settings) {
    return settings.equals(SearchSettings.of(USUAL_SEED, Long.parseLong(USUAL_BUDGET)));
  }
}
