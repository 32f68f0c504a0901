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
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String padding = " ".repeat(width(column) - row.get(column).length());
        String cell = row.get(column);
        line.append(column < leftColumns ? cell + padding : padding + cell).append(GAP);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> column < row.size())
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(0);
  }
}
