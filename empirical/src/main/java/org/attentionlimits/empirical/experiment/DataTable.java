package org.attentionlimits.empirical.experiment;

import java.util.ArrayList;
import java.util.List;

/** A table of numbers with named columns; NaN stands for a number that there is not. */
public final class DataTable {

  private final String name;
  private final List<String> columns;
  private final List<double[]> rows = new ArrayList<>();

  /**
   * A table without rows.
   *
   * @param name file-safe name
   * @param columns names, file-safe
   */
  public DataTable(String name, String... columns) {
    this.name = name;
    this.columns = List.of(columns);
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException unless there is a number for every column
   */
  public void row(double... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(
          "row of table " + name + " must have " + columns.size() + " numbers: " + values.length);
    }
    rows.add(values.clone());
  }

  /** File-safe name. */
  public String name() {
    return name;
  }

  /** Names of the columns. */
  public List<String> columns() {
    return columns;
  }

  /** Number of rows. */
  public int size() {
    return rows.size();
  }

  /**
   * The number of a row in a column.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public double get(int row, String column) {
    int index = columns.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException("table " + name + " has no column " + column);
    }
    return rows.get(row)[index];
  }

  /** The numbers of a column, from the first row to the last. */
  public double[] column(String column) {
    double[] values = new double[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = get(i, column);
    }
    return values;
  }

  /** A copy of the rows. */
  public List<double[]> rows() {
    return rows.stream().map(double[]::clone).toList();
  }
}
