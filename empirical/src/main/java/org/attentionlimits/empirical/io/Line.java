package org.attentionlimits.empirical.io;

import java.util.List;
import java.util.Locale;

/**
 * Text of files, servers and arguments, made safe to print: no character moves a terminal's cursor,
 * changes its colours, or turns the direction of what stands beside it.
 */
public final class Line {

  private static final char NO_JOINER = '\u200c';
  private static final char JOINER = '\u200d';
  private static final char NEXT_LINE = '\u0085';

  private Line() {}

  /**
   * A text on one line.
   *
   * <ul>
   *   <li>White space and line ends, as many as stand together, become one blank; those at the ends
   *       are left out.
   *   <li>Control and format characters, the two joiners apart, and surrogates that stand alone are
   *       shown as {@code \}{@code u001b}.
   * </ul>
   */
  public static String of(String text) {
    StringBuilder line = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isBlank(c)) {
        blank = true;
        continue;
      }
      if (blank && !line.isEmpty()) {
        line.append(' ');
      }
      blank = false;
      boolean half = Character.isSurrogate(c) && !isPaired(text, i);
      append(line, c, half);
    }
    return line.toString();
  }

  /** A text on one line, cut off, with an ellipsis, after so many characters. */
  public static String of(String text, int longest) {
    String line = of(text);
    if (line.length() <= longest) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest;
    return line.substring(0, end) + "…";
  }

  /** A text on one line; if it is longer than that, an ellipsis stands for its middle. */
  public static String ends(String text, int longest) {
    String line = of(text);
    if (line.length() <= longest) {
      return line;
    }
    int half = longest / 2;
    int from = line.length() - half;
    int rest = Character.isLowSurrogate(line.charAt(from)) ? from + 1 : from;
    return of(line, half) + line.substring(rest);
  }

  /** A phrase as a line of its own, which begins with a capital letter. */
  public static String capitalized(String phrase) {
    return phrase.isEmpty()
        ? phrase
        : Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1);
  }

  /** So many things: {@code 1 layer}, {@code 2 layers}. */
  public static String counted(long count, String thing) {
    return counted(count, thing, thing + "s");
  }

  /** So many things: {@code 1 try}, {@code 2 tries}. */
  public static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == NEXT_LINE;
  }

  private static boolean isPaired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }

  static void append(StringBuilder line, char c, boolean unsafe) {
    if (unsafe || !isSafe(c)) {
      line.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
    } else {
      line.append(c);
    }
  }

  /** Whether it neither controls nor formats. */
  private static boolean isSafe(char c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && (type != Character.FORMAT || c == JOINER || c == NO_JOINER);
  }

  /** Words of which one is to be chosen, at least one: {@code a, b or c}. */
  public static String alternatives(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
