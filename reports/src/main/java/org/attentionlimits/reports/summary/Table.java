package org.attentionlimits.reports.summary;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Columns of text, two spaces apart; columns of numbers are flush right. */
public final class Table {

  private static final String GAP = "  ";

  /** Columns of text that a cell keeps where a table is too wide. */
  private static final int NARROWEST = 12;

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

  /** Prints the table, a line a row. */
  public void print(PrintWriter out) {
    print(out, Integer.MAX_VALUE);
  }

  /**
   * Prints the table within a number of columns of text, if the cells that are flush right leave
   * room: where it is wider, the cells that are flush left go on in the next line.
   */
  public void print(PrintWriter out, int most) {
    int[] widths = narrowed(widths(), most);
    rows.stream()
        .flatMap(row -> lines(row, widths).stream())
        .forEach(line -> out.println(text(line, widths)));
  }

  /** The widths, the widest of the columns that are flush left made narrower. */
  private int[] narrowed(int[] widths, int most) {
    long excess = (long) Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1L) - most;
    int[] left = IntStream.range(0, leftColumns).toArray();
    for (long i = 0; i < excess; i++) {
      int widest = Arrays.stream(left).reduce(0, (a, b) -> widths[b] > widths[a] ? b : a);
      widths[widest] = Math.max(widths[widest] - 1, Math.min(widths[widest], NARROWEST));
    }
    return widths;
  }

  /** The lines of a row, the first with what fits of every cell. */
  private static List<List<String>> lines(List<String> row, int... widths) {
    List<List<String>> lines = new ArrayList<>();
    List<String> rest = row;
    while (lines.isEmpty() || rest.stream().anyMatch(cell -> !cell.isEmpty())) {
      List<String> line = new ArrayList<>();
      List<String> after = new ArrayList<>();
      for (int column = 0; column < row.size(); column++) {
        String cell = rest.get(column);
        int end = end(cell, widths[column]);
        line.add(cell.substring(0, end));
        after.add(cell.substring(end).stripLeading());
      }
      lines.add(line);
      rest = after;
    }
    return lines;
  }

  /** Where a cell is broken: between words, if a word ends within the width. */
  private static int end(String cell, int width) {
    if (cell.length() <= width) {
      return cell.length();
    }
    int blank = cell.lastIndexOf(' ', width);
    return blank > 0 ? blank : width;
  }

  private String text(List<String> row, int... widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String padding = " ".repeat(widths[column] - row.get(column).length());
      String cell = row.get(column);
      line.append(column < leftColumns ? cell + padding : padding + cell).append(GAP);
    }
    return line.toString().stripTrailing();
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
