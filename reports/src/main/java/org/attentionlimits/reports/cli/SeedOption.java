package org.attentionlimits.reports.cli;

import picocli.CommandLine.Option;

/** The seed of what a command leaves to chance. */
final class SeedOption {

  @Option(
      names = "--seed",
      paramLabel = "N|random",
      converter = Seed.class,
      description = "Seed of all random choices.")
  private long seed;

  /** A seed unless another is given. */
  SeedOption(long standard) {
    this.seed = standard;
  }

  long seed() {
    return seed;
  }
}
