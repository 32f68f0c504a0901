package org.attentionlimits.reports.cli.option;

import picocli.CommandLine.Option;

/** The seed of what a command leaves to chance. */
public final class SeedOption {

  @Option(
      names = "--seed",
      paramLabel = "N|random",
      converter = Seed.class,
      description = "Seed of all random choices.")
  private long seed;

  /** A seed unless another is given. */
  public SeedOption(long standard) {
    this.seed = standard;
  }

  public long seed() {
    return seed;
  }
}
