package org.attentionlimits.reports.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attentionlimits.reports.instance.Shell;
import picocli.CommandLine.Model.CommandSpec;

/** The command that repeats a run. */
final class Replay {

  private static final String SEED = "--seed";
  private static final String RANDOM = "random";

  private Replay() {}

  /**
   * The line that tells the words of a run as a shell reads them, with the seed that was drawn in
   * place of {@code random}, and without the option that accepts what was found.
   *
   * @param command that runs
   * @param seed that was used
   */
  static String of(CommandSpec command, long seed) {
    List<String> again = words(command);
    if (again.remove(SEED + "=" + RANDOM) || removeSeed(again)) {
      again.add(SEED + "=" + seed);
    }
    return text(again);
  }

  /** The same of a command that has no seed. */
  static String of(CommandSpec command) {
    return text(words(command));
  }

  private static String text(List<String> words) {
    return "To run it again: "
        + Shell.line(
            Stream.concat(Stream.of(Main.NAME), words.stream())
                .filter(word -> !word.startsWith(AcceptOption.NAME))
                .toList());
  }

  /** The same of a run whose seed was drawn; empty if nothing was. */
  static Optional<String> ofDrawn(CommandSpec command, long seed) {
    List<String> words = words(command);
    boolean drawn = words.contains(SEED + "=" + RANDOM) || removeSeed(words);
    return drawn ? Optional.of(of(command, seed)) : Optional.empty();
  }

  /** Without the program's name. */
  private static List<String> words(CommandSpec command) {
    return new ArrayList<>(command.root().commandLine().getParseResult().originalArgs());
  }

  private static boolean removeSeed(List<String> words) {
    int option = words.indexOf(SEED);
    if (option < 0 || !words.get(option + 1).equals(RANDOM)) {
      return false;
    }
    words.subList(option, option + 2).clear();
    return true;
  }
}
