package org.attentionlimits.theory.real;

import java.math.BigDecimal;

/** Checks of arguments; every comparison is written so that NaN fails. */
final class Inputs {

  /** More digits than these are not written by hand: the double was computed, and rounded. */
  private static final int MOST_DIGITS = 15;

  private Inputs() {}

  /** The decimal that a constant was written as. */
  static BigDecimal requireShort(double constant) {
    BigDecimal decimal = Decimals.shortest(constant);
    if (decimal.precision() > MOST_DIGITS) {
      throw new IllegalArgumentException(
          "constant must have at most "
              + MOST_DIGITS
              + " digits: "
              + decimal
              + " was rounded to a double. Write a fraction as ratio(p, q), a decimal as"
              + " decimal(\"0.1\"), a large integer as a long; compute a root or a power in the"
              + " arithmetic; and write input(x) for a number of the instance.");
    }
    return decimal;
  }

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
