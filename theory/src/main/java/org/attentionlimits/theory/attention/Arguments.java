package org.attentionlimits.theory.attention;

import java.util.Arrays;

/** Checks of arguments, written so that NaN fails. */
final class Arguments {

  private Arguments() {}

  /** The values, if all are finite; −0 is made 0, of which it is the same number. */
  static double[] requireFinite(String name, double[] values) {
    return requireFinite(name, -1, values);
  }

  private static double[] requireFinite(String name, int row, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        String place = row < 0 ? name + " " + i : "component " + i + " of " + name + " " + row;
        throw new IllegalArgumentException(place + " must be finite: " + values[i]);
      }
      values[i] += 0.0;
    }
    return values;
  }

  /** A copy of the rows, if they are as many as stated, all of one positive length, and finite. */
  static double[][] requireRows(String name, int count, double[][] rows) {
    if (rows.length != count) {
      throw new IllegalArgumentException(
          name + "s must be as many as the tokens, " + count + ": " + rows.length);
    }
    double[][] copy = new double[count][];
    for (int i = 0; i < count; i++) {
      if (rows[i].length == 0 || rows[i].length != rows[0].length) {
        throw new IllegalArgumentException(
            name
                + " "
                + i
                + " must have dimension "
                + Math.max(1, rows[0].length)
                + ": "
                + rows[i].length);
      }
      copy[i] = requireFinite(name, i, rows[i].clone());
    }
    return copy;
  }

  /** The value, if it is positive and finite. */
  static double requirePositive(String name, double value) {
    if (!(value > 0 && value <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(name + " must be positive and finite: " + value);
    }
    return value;
  }

  /** N, if 1 ≤ N ≤ n. */
  static int requireSelected(int selected, int tokens) {
    if (selected < 1 || selected > tokens) {
      throw new IllegalArgumentException("N must be from 1 to n = " + tokens + ": " + selected);
    }
    return selected;
  }

  /** The set sorted, if its members are distinct tokens and there is at least one. */
  static int[] requireSet(int tokens, int... set) {
    int[] sorted = Arrays.stream(set).sorted().distinct().toArray();
    if (sorted.length != set.length || sorted.length == 0) {
      throw new IllegalArgumentException(
          "selected tokens must be distinct, at least one: " + Arrays.toString(set));
    }
    if (sorted[0] < 0 || sorted[sorted.length - 1] >= tokens) {
      throw new IllegalArgumentException(
          "selected tokens must be from 0 to " + (tokens - 1) + ": " + Arrays.toString(set));
    }
    return sorted;
  }
}
