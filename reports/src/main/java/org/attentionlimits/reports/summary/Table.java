package org.attentionlimits.reports.summary;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Columns of text, two spaces apart; columns of numbers are flush right. */
public final class Table {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final int leftColumns;

  /**
   * A table with its header.
   *
   * @param leftColumns how many columns, from the first, are flush left
   */
  public Table(int leftColumns, String... header) {
    this.leftColumns = leftColumns;
    row(header);
  }

  /** Adds a row. */
  public Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** Prints the table. */
  public void print(PrintWriter out) {
    int[] widths = widths();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String padding = " ".repeat(widths[column] - row.get(column).length());
        String cell = row.get(column);
        line.append(column < leftColumns ? cell + padding : padding + cell).append(GAP);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  /** The longest cell of every column. */
  private int[] widths() {
    int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    return widths;
  }
}
