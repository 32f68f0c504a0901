package org.attentionlimits.reports.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Whether a command writes what it would else compare with. */
public final class AcceptOption {

  /** The option. */
  static final String NAME = "--accept";

  @ParentCommand private Main main;

  @Option(
      names = NAME,
      arity = "0..1",
      paramLabel = "true|false",
      defaultValue = "false",
      fallbackValue = "true",
      description =
          "Write the file instead of comparing with it, and tell what changes; refused if CI is"
              + " set, unless it is empty, 0 or false.")
  private boolean given;

  /** Whether the option is given. */
  public boolean isGiven() {
    return given;
  }

  /** Whether to write; the option is rejected in continuous integration. */
  public boolean isAllowed() {
    if (given) {
      main.requireNoCi(NAME);
    }
    return given;
  }
}
