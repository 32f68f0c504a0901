package org.attentionlimits.theory.attention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.attentionlimits.theory.real.Decimals;
import org.attentionlimits.theory.real.RunLength;

/** Small operations on arrays of rows. */
final class Matrices {

  /** So many integers that follow each other are printed one by one. */
  private static final int FEW = 16;

  private Matrices() {}

  /** Rows cut from a flat array. */
  static double[][] rows(double[] numbers, int start, int rows, int columns) {
    double[][] matrix = new double[rows][];
    for (int i = 0; i < rows; i++) {
      matrix[i] = Arrays.copyOfRange(numbers, start + i * columns, start + (i + 1) * columns);
    }
    return matrix;
  }

  /** The rows one after the other, a fresh array. */
  static double[] joined(List<double[]> rows) {
    int length = 0;
    for (double[] row : rows) {
      length += row.length;
    }
    double[] numbers = new double[length];
    int at = 0;
    for (double[] row : rows) {
      System.arraycopy(row, 0, numbers, at, row.length);
      at += row.length;
    }
    return numbers;
  }

  static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  static double[] without(double[] values, int index) {
    double[] rest = new double[values.length - 1];
    System.arraycopy(values, 0, rest, 0, index);
    System.arraycopy(values, index + 1, rest, index, rest.length - index);
    return rest;
  }

  /** The values at some places, in the order given. */
  static double[] select(double[] values, int... places) {
    double[] selected = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      selected[i] = values[places[i]];
    }
    return selected;
  }

  /** The rows at some places, in the order given. */
  static double[][] select(double[][] rows, int... places) {
    return Arrays.stream(places).mapToObj(i -> rows[i]).toArray(double[][]::new);
  }

  static double[][] withoutRow(double[][] rows, int index) {
    return IntStream.range(0, rows.length)
        .filter(i -> i != index)
        .mapToObj(i -> rows[i])
        .toArray(double[][]::new);
  }

  static double[][] withoutColumn(double[][] rows, int index) {
    return Arrays.stream(rows).map(row -> without(row, index)).toArray(double[][]::new);
  }

  /** The values with one of them once more at the end. */
  static double[] twice(double[] values, int index) {
    double[] longer = Arrays.copyOf(values, values.length + 1);
    longer[values.length] = values[index];
    return longer;
  }

  /** The rows with one of them once more at the end. */
  static double[][] rowTwice(double[][] rows, int index) {
    double[][] longer = Arrays.copyOf(rows, rows.length + 1);
    longer[rows.length] = rows[index];
    return longer;
  }

  static double[][] withZeroColumn(double[][] rows) {
    return Arrays.stream(rows)
        .map(row -> Arrays.copyOf(row, row.length + 1))
        .toArray(double[][]::new);
  }

  /** Ascending integers in brackets, more than a few that follow each other by their ends. */
  static String printSet(int... set) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= set.length; i++) {
      if (i == set.length || set[i] != set[i - 1] + 1) {
        if (i - from > FEW) {
          parts.add(set[from] + "–" + set[i - 1]);
        } else {
          Arrays.stream(set, from, i).forEach(k -> parts.add(String.valueOf(k)));
        }
        from = i;
      }
    }
    return "[" + String.join(", ", parts) + "]";
  }

  static String print(double[][] rows) {
    return RunLength.print(Arrays.stream(rows).map(Decimals::print).toList());
  }
}
