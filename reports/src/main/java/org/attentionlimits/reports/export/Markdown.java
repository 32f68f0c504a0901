package org.attentionlimits.reports.export;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.reports.ledger.BaselineCheck.Difference;

/** A text in GitHub's Markdown. What files and users name is text there, never markup. */
public final class Markdown {

  private final StringBuilder text = new StringBuilder();

  /** A text under a heading. */
  public Markdown(String heading) {
    text.append("# ").append(escaped(heading)).append('\n');
  }

  /** Adds a heading of the second level. */
  public Markdown heading(String words) {
    text.append("\n## ").append(escaped(words)).append('\n');
    return this;
  }

  /** Adds a paragraph. */
  public Markdown add(String words) {
    text.append('\n').append(escaped(words)).append('\n');
    return this;
  }

  /** Adds a table. Its first columns are flush left, the others flush right. */
  public Markdown table(int leftColumns, List<String> header, List<List<String>> rows) {
    text.append('\n');
    row(header);
    text.append("|---".repeat(leftColumns))
        .append("|--:".repeat(header.size() - leftColumns))
        .append("|\n");
    rows.forEach(this::row);
    return this;
  }

  private void row(List<String> cells) {
    text.append(
        cells.stream().map(Markdown::escaped).collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  /** Adds what departs, and the command that shows it again; nothing if nothing departs. */
  public Markdown departures(Departures departures) {
    if (departures.differences().isEmpty()) {
      return this;
    }
    heading(departures.heading());
    text.append('\n');
    departures.differences().forEach(this::add);
    text.append("\n```text\n").append(Line.of(departures.replay())).append("\n```\n");
    return this;
  }

  private void add(Difference difference) {
    String[] lines = difference.text().split("\n", -1);
    Arrays.stream(lines)
        .filter(line -> !line.isBlank())
        .forEach(
            line ->
                text.append(line.startsWith("    ") ? "  - " : "- ")
                    .append(escaped(line))
                    .append('\n'));
  }

  /** Adds what is said of the baseline, a line each. */
  public Markdown told(Departures departures) {
    departures.told().forEach(this::add);
    return this;
  }

  /** The whole text. */
  public String text() {
    return text.toString();
  }

  /** Words on one line, of which nothing is markup. */
  static String escaped(String words) {
    return Line.of(words).replaceAll("[\\\\`*_\\[\\]<>|~&$#]", "\\\\$0");
  }
}
