package org.attentionlimits.theory.real;

import java.math.BigDecimal;
import java.util.Arrays;

/** Doubles as the shortest decimal text that reads back as the same number. */
public final class Decimals {

  private static final int PLAIN_DIGITS = 12;

  private Decimals() {}

  /** The value's text: {@code 0.25}, {@code 3}, {@code 1E-300}; {@code -0} is {@code 0}. */
  public static String print(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
    return decimal.precision() - decimal.scale() > PLAIN_DIGITS || decimal.scale() > PLAIN_DIGITS
        ? decimal.toString()
        : decimal.toPlainString();
  }

  /** The values in parentheses: {@code (0, 0.5)}; long ones by {@link RunLength}. */
  public static String print(double... values) {
    return RunLength.print(Arrays.stream(values).mapToObj(Decimals::print).toList());
  }

  /**
   * Significant decimal digits of the shortest text; 0 for zero.
   *
   * @throws IllegalArgumentException if the value is not finite
   */
  public static int significantDigits(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value must be finite: " + value);
    }
    return value == 0 ? 0 : BigDecimal.valueOf(value).stripTrailingZeros().precision();
  }
}
