package org.attentionlimits.reports.summary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.attentionlimits.reports.ledger.WholeFile;

/**
 * A block of a Markdown file that shows what a run prints. It stands between the comments {@code
 * <!-- NAME:begin -->} and {@code <!-- NAME:end -->}, so that it can be held against the run and be
 * written anew.
 */
public final class Excerpt {

  private static final String FENCE = "```";

  private final Path file;
  private final String text;
  private final int start;
  private final int end;

  private Excerpt(Path file, String text, int start, int end) {
    this.file = file;
    this.text = text;
    this.start = start;
    this.end = end;
  }

  /**
   * The excerpt of a name.
   *
   * @throws IOException if the file cannot be read, or has no such comments
   */
  public static Excerpt of(Path file, String name) throws IOException {
    String text = WholeFile.read(file).replace("\r\n", "\n");
    String begin = "<!-- " + name + ":begin -->\n";
    int start = text.indexOf(begin);
    int end = text.indexOf("<!-- " + name + ":end -->", Math.max(start, 0));
    if (start < 0 || end < 0) {
      throw new IOException(file + ": no excerpt between the comments of " + name);
    }
    return new Excerpt(file, text, start + begin.length(), end);
  }

  /** Whether it shows a text. */
  public boolean shows(String printed) {
    return text.substring(start, end).equals(block(printed));
  }

  /** Writes the file with a text in the excerpt's place. */
  public void write(String printed) throws IOException {
    WholeFile.write(file, text.substring(0, start) + block(printed) + text.substring(end));
  }

  /** The first line in which it differs from a text: {@code shows "a", printed was "b"}. */
  public String difference(String printed) {
    String[] shown = text.substring(start, end).split("\n", -1);
    String[] wanted = block(printed).split("\n", -1);
    int line = 0;
    while (line < shown.length && line < wanted.length && shown[line].equals(wanted[line])) {
      line++;
    }
    return String.format(
        Locale.ROOT, "shows \"%s\", printed was \"%s\"", at(shown, line), at(wanted, line));
  }

  private static String at(String[] lines, int line) {
    return line < lines.length ? lines[line] : "";
  }

  private static String block(String printed) {
    return "\n" + FENCE + "text\n" + printed.stripTrailing() + "\n" + FENCE + "\n\n";
  }
}
