package org.attentionlimits.reports.cli.option;

import picocli.CommandLine.Option;

/** Whether little is to be printed. */
public final class QuietOption {

  @Option(
      names = {"-q", "--quiet"},
      description =
          "Print the result in a line, what departs from a baseline, and where the files are.")
  private boolean quiet;

  public boolean isGiven() {
    return quiet;
  }
}
