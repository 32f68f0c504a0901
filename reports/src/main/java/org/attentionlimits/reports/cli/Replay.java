package org.attentionlimits.reports.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.attentionlimits.reports.cli.option.OptionValues;

/** The command that repeats a run. */
final class Replay {

  private static final String SEED = "--seed";
  private static final String RANDOM = "random";

  private Replay() {}

  /**
   * The words of a run as a shell reads them, with the seed that was drawn in place of {@code
   * random}, and without the option that accepts what was found.
   *
   * @param words of the run, without the program's name
   * @param seed that was used
   */
  static String of(List<String> words, long seed) {
    List<String> again = new ArrayList<>(List.of(Main.NAME));
    again.addAll(words);
    again.removeIf(word -> word.startsWith(AcceptOption.NAME));
    if (again.remove(SEED + "=" + RANDOM) || removeSeed(again)) {
      again.add(SEED + "=" + seed);
    }
    return again.stream().map(OptionValues::quoted).collect(Collectors.joining(" "));
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
