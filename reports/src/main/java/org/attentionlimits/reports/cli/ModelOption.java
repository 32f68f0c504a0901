package org.attentionlimits.reports.cli;

import picocli.CommandLine.Option;

/** The one model of a command. */
final class ModelOption {

  @Option(names = "--model", paramLabel = "NAME|DIR", description = "The model, as for verify.")
  private String name;

  /** A model unless another is given; null for none. */
  ModelOption(String standard) {
    this.name = standard;
  }

  String name() {
    return name;
  }
}
