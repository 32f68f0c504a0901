package org.attentionlimits.theory.real;

/** Checks of arguments; every comparison is written so that NaN fails. */
final class Inputs {

  private Inputs() {}

  static double requireFinite(double value) {
    if (!(Math.abs(value) <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("value must be finite: " + value);
    }
    return value;
  }

  static double[] requireFinite(double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!(Math.abs(values[i]) <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException("values[" + i + "] must be finite: " + values[i]);
      }
    }
    return values;
  }

  static void requireSize(int expected, Vec other) {
    if (other.size() != expected) {
      throw new IllegalArgumentException(
          "size of the other vector must be " + expected + ": " + other.size());
    }
  }

  static void requireNonEmpty(Vec vec) {
    if (vec.size() == 0) {
      throw new ArithmeticException("the empty vector has no largest or smallest element");
    }
  }
}
