package org.attentionlimits.reports.summary;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of text, wrapped between words, and within a word that is longer than a line; lines that
 * follow the first are indented.
 */
public final class Lines {

  /** Most columns of a line. */
  public static final int WIDTH = 100;

  private static final String INDENT = "    ";

  private final StringBuilder text = new StringBuilder();

  /** Adds a sentence. */
  public Lines add(String sentence) {
    int column = 0;
    for (String word : words(sentence)) {
      boolean first = column == 0;
      if (!first && column + 1 + word.length() > WIDTH) {
        text.append('\n').append(INDENT).append(word);
        column = INDENT.length() + word.length();
      } else {
        text.append(first ? "" : " ").append(word);
        column += word.length() + (first ? 0 : 1);
      }
    }
    return addAsIs("");
  }

  /** The words; one that is longer than a line comes in pieces. */
  private static List<String> words(String sentence) {
    int most = WIDTH - INDENT.length();
    List<String> words = new ArrayList<>();
    for (String word : sentence.stripTrailing().split("(?<=\\S) ", -1)) {
      for (int from = 0; from == 0 || from < word.length(); from += most) {
        words.add(word.substring(from, Math.min(word.length(), from + most)));
      }
    }
    return words;
  }

  /** Adds sentences with an empty line before them. */
  Lines add(List<String> sentences) {
    blank();
    sentences.forEach(this::add);
    return this;
  }

  /** Adds a line that is not to be wrapped. */
  public Lines addAsIs(String line) {
    text.append(line).append('\n');
    return this;
  }

  /** Adds a table. */
  Lines add(Table table) {
    StringWriter printed = new StringWriter();
    table.print(new PrintWriter(printed), WIDTH);
    printed.toString().lines().forEach(this::addAsIs);
    return this;
  }

  /** Adds an empty line. */
  public Lines blank() {
    return addAsIs("");
  }

  /** All lines. */
  public String text() {
    return text.toString();
  }
}
