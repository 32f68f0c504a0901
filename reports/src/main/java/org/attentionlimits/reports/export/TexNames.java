package org.attentionlimits.reports.export;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of LaTeX commands, which have letters only: {@code corollary-3-sqrt2} becomes {@code
 * CorollaryThreeSqrtTwo}. No name is given twice.
 */
final class TexNames {

  private static final List<String> DIGITS =
      List.of("Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine");

  private static final String DIGIT = "0123456789";

  /** Letters or one digit. */
  private static final Pattern PART = Pattern.compile("[A-Za-z]+|[0-9]");

  private final Set<String> given = new HashSet<>();

  /** The name of an id; one that another id has already ends with an X more. */
  String of(String id) {
    String name = letters(id);
    while (!given.add(name)) {
      name += "X";
    }
    return name;
  }

  private static String letters(String id) {
    return PART.matcher(id)
        .results()
        .map(MatchResult::group)
        .map(part -> DIGIT.contains(part) ? DIGITS.get(DIGIT.indexOf(part)) : capitalized(part))
        .collect(Collectors.joining());
  }

  private static String capitalized(String part) {
    return part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
  }
}
