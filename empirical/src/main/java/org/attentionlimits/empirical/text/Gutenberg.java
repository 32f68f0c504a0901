package org.attentionlimits.empirical.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Project Gutenberg's plain-text files. */
final class Gutenberg {

  /** Number of <em>War and Peace</em> in the Maudes' translation. */
  static final int WAR_AND_PEACE = 2600;

  private static final Pattern NUMBER = Pattern.compile("\\[[eE][bB]ook #(\\d{1,9})\\]");

  private static final Pattern START = marker("START");
  private static final Pattern END = marker("END");

  private Gutenberg() {}

  private static Pattern marker(String which) {
    return Pattern.compile(
        "^\\*\\*\\* ?" + which + " OF (THE|THIS) PROJECT GUTENBERG EBOOK.*$", Pattern.MULTILINE);
  }

  /** The number that a book's header tells, as {@code [eBook #2600]}. */
  private static OptionalInt number(String header) {
    Matcher number = NUMBER.matcher(header);
    return number.find() ? OptionalInt.of(Integer.parseInt(number.group(1))) : OptionalInt.empty();
  }

  /**
   * The book in a file: what is between its two marks, without blank lines at the ends, with line
   * feeds alone.
   *
   * @param source the file, for messages
   * @throws IOException if a mark is missing, as where the file was cut off
   * @throws IllegalArgumentException if it is not UTF-8
   */
  static Text book(String source, Text file) throws IOException {
    String whole = file.string().replace("\r\n", "\n");
    Matcher start = START.matcher(whole);
    Matcher end = END.matcher(whole);
    if (!start.find() || !end.find(start.end())) {
      throw new IOException(
          source
              + ": must have Project Gutenberg's marks of start and end; delete it to have it"
              + " downloaded again");
    }
    String book = whole.substring(start.end(), end.start()).strip() + "\n";
    if (book.isBlank()) {
      throw new IOException(source + ": must have a book between its marks");
    }
    return new Text(
        file.name(),
        book.getBytes(StandardCharsets.UTF_8),
        number(whole.substring(0, start.start())));
  }
}
