package org.attentionlimits.theory.real;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * Doubles as the shortest decimal that reads back as the same double; of several, the one nearest
 * to the double's exact value.
 *
 * <p>{@link Double#toString(double)} prints this decimal from JDK 19 on. Before, it is at times
 * longer: JDK 17 prints 2E23 as 1.9999999999999998E23.
 */
public final class Decimals {

  private static final int PLAIN_DIGITS = 12;

  /** Decimal exponents between which {@link Double#toString(double)} writes no exponent. */
  private static final int LEAST_PLAIN = -3;

  private static final int LARGEST_PLAIN = 6;

  /** Decimals of so many digits read back as doubles that all differ, subnormal ones excepted. */
  private static final int UNIQUE_DIGITS = 15;

  /** Every double has a decimal of so many digits. */
  private static final int MOST_DIGITS = 17;

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
    if (Math.abs(value) >= Double.MIN_NORMAL) {
      return shortestNormal(value);
    }
    return shortest(value, 2);
  }

  /**
   * The text of any JDK reads back as the value. If it, or what it rounds to, is short, then no
   * other decimal that is as short reads back as the value.
   */
  private static BigDecimal shortestNormal(double value) {
    BigDecimal guess = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (guess.precision() <= UNIQUE_DIGITS) {
      return guess;
    }
    BigDecimal unique = guess.round(new MathContext(UNIQUE_DIGITS, RoundingMode.HALF_EVEN));
    return unique.doubleValue() == value
        ? unique.stripTrailingZeros()
        : shortest(value, UNIQUE_DIGITS + 1);
  }

  private static BigDecimal shortest(double value, int fewest) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = fewest; digits < MOST_DIGITS; digits++) {
      BigDecimal near = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (near.doubleValue() == value) {
        return near.stripTrailingZeros();
      }
      boolean isAbove = near.compareTo(exact) > 0;
      RoundingMode other = isAbove ? RoundingMode.FLOOR : RoundingMode.CEILING;
      BigDecimal far = exact.round(new MathContext(digits, other));
      if (far.doubleValue() == value) {
        return far.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
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
    if (!Double.isFinite(value) || value == 0) {
      return Double.toString(value);
    }
    BigDecimal decimal = shortest(value);
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent < LEAST_PLAIN || exponent > LARGEST_PLAIN) {
      return mantissa(decimal.movePointLeft(exponent)) + "E" + exponent;
    }
    return mantissa(decimal);
  }

  /** Plain, with a digit after the point at least. */
  private static String mantissa(BigDecimal decimal) {
    return decimal.setScale(Math.max(1, decimal.scale())).toPlainString();
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
