package org.attentionlimits.theory.real;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Doubles as the shortest decimal that reads back as the same double; of several, the one nearest
 * to the double's exact value.
 *
 * <p>{@link Double#toString(double)} prints this decimal from JDK 19 on. Before, it is at times
 * longer: JDK 17 prints 2E23 as 1.9999999999999998E23. So the text is made by Jackson, which has
 * the algorithm of the later JDKs: R. Giulietti, <i>The Schubfach way to render doubles</i>.
 */
public final class Decimals {

  private static final int PLAIN_DIGITS = 12;

  /** Integers up to this magnitude are doubles, and their own shortest decimals. */
  private static final double LARGEST_INTEGER = 0x1p53;

  private Decimals() {}

  /**
   * The shortest decimal that reads back as the value; of several, the one nearest to the value,
   * and of two equally near, the one whose last digit is even. A decimal of one digit counts as one
   * of two, as in {@code Double.toString} since JDK 19: {@link Double#MIN_VALUE} is 4.9E-324.
   * Trailing zeros are stripped; −0 is 0.
   *
   * @throws IllegalArgumentException if the value is not finite
   */
  public static BigDecimal shortest(double value) {
    Inputs.requireFinite(value);
    if (Math.abs(value) <= LARGEST_INTEGER && value == Math.rint(value)) {
      return BigDecimal.valueOf((long) value).stripTrailingZeros();
    }
    return new BigDecimal(NumberOutput.toString(value, true)).stripTrailingZeros();
  }

  /** The value's text: {@code 0.25}, {@code 3}, {@code 1E-300}; {@code -0} is {@code 0}. */
  public static String print(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal decimal = shortest(value);
    return decimal.precision() - decimal.scale() > PLAIN_DIGITS || decimal.scale() > PLAIN_DIGITS
        ? decimal.toString()
        : decimal.toPlainString();
  }

  /**
   * The text of {@link Double#toString(double)} since JDK 19, on every JDK: {@code 0.25}, {@code
   * 3.0}, {@code 1.0E-300}, {@code -0.0}, {@code NaN}.
   */
  public static String toString(double value) {
    return NumberOutput.toString(value, true);
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
    BigDecimal decimal = shortest(value);
    return decimal.signum() == 0 ? 0 : decimal.precision();
  }
}
