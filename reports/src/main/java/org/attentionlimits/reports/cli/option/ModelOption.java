package org.attentionlimits.reports.cli.option;

import picocli.CommandLine.Option;

/** The one model of a command. */
public final class ModelOption {

  @Option(
      names = "--model",
      paramLabel = "NAME|DIR",
      converter = ModelName.class,
      description = "The model, as for verify.")
  private String name;

  /** A model unless another is given; null for none. */
  public ModelOption(String standard) {
    this.name = standard;
  }

  public String name() {
    return name;
  }
}
