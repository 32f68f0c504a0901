package org.attentionlimits.reports.cli.option;

import org.attentionlimits.reports.ledger.Ledger.SearchSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Seed and budget of the search. */
public final class SearchOptions {

  private static final long USUAL_SEED = 20260101;
  private static final long USUAL_BUDGET = 20_000;

  @Mixin private SeedOption seed = new SeedOption(USUAL_SEED);

  @Option(
      names = "--budget",
      paramLabel = "N",
      converter = Whole.Budget.class,
      description = "Most instances evaluated for one claim.")
  private long budget;

  /** The options of a whole run. */
  public SearchOptions() {
    this(USUAL_BUDGET);
  }

  /** Options with a budget unless another is given. */
  public SearchOptions(long budget) {
    this.budget = budget;
  }

  /** What was given. */
  public SearchSettings settings() {
    return SearchSettings.of(seed.seed(), budget);
  }

  /** The budget of a whole run with no options. */
  public static long usualBudget() {
    return USUAL_BUDGET;
  }

  /** Whether settings are those of a search with no options. */
  public static boolean areUsual(SearchSettings settings) {
    return settings.equals(SearchSettings.of(USUAL_SEED, USUAL_BUDGET));
  }
}
