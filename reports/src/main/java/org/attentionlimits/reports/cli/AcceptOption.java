package org.attentionlimits.reports.cli;

import java.nio.file.Path;
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

  /**
   * Rejects the option without a file to write, and in continuous integration.
   *
   * @param baseline the file; null if none is given
   */
  void check(Path baseline) {
    if (baseline == null && given) {
      throw new IllegalArgumentException(NAME + " needs --baseline, the file to write");
    }
    isAllowed();
  }

  /** Whether to write; the option is rejected in continuous integration. */
  public boolean isAllowed() {
    if (given) {
      main.requireNoCi(NAME);
    }
    return given;
  }
}
