package org.attentionlimits.theory.real;

import java.math.BigDecimal;

/**
 * A way to compute with real numbers so that every result knows how wrong it may be.
 *
 * <p>A formula written once against {@link Real} and {@link Vec} can be evaluated in
 *
 * <ul>
 *   <li>{@link #BINARY64}: double precision with a running bound of the rounding error, fast;
 *   <li>{@link #exact(int)}: decimal enclosures of at least the given number of digits, on the
 *       exact binary value of each {@code double} input;
 *   <li>{@link #printed(int)}: the same, on the shortest decimal that reads back as the input
 *       ({@link Decimals#shortest}), so that what is certified is the number a reader sees.
 * </ul>
 *
 * <p>A number of an instance enters by {@link #input}: it is the double, or the decimal that the
 * double prints as. A constant of a formula enters by {@link #of(long)}, {@link #ratio} or {@link
 * #decimal}: it is the same number in every arithmetic, and enclosed where it is no double.
 *
 * <p>All results satisfy the inclusion property: the true value of the formula at the given inputs
 * lies within {@link Real#lower()} and {@link Real#upper()}. Numbers of different arithmetics must
 * not be mixed; doing so throws {@link IllegalArgumentException}.
 */
public interface Arithmetic {

  /** Double precision with a running error bound. */
  Arithmetic BINARY64 = new Binary64();

  /**
   * Decimal enclosures on the exact value of the inputs.
   *
   * @param digits significant decimal digits carried, at least 20
   */
  static Arithmetic exact(int digits) {
    return new Enclosures(digits, BigDecimal::new);
  }

  /**
   * Decimal enclosures on the inputs as they print.
   *
   * @param digits significant decimal digits carried, at least 20
   */
  static Arithmetic printed(int digits) {
    return new Enclosures(digits, Decimals::shortest);
  }

  /**
   * A number of an instance, or an estimate that was computed in double precision.
   *
   * @throws IllegalArgumentException if the value is NaN or infinite
   */
  Real input(double value);

  /**
   * Numbers of an instance as a vector; the array is not retained.
   *
   * @throws IllegalArgumentException if an element is NaN or infinite
   */
  Vec inputs(double... values);

  /** An integer that stands in a formula. */
  Real of(long constant);

  /**
   * {@code p/q}, a fraction that stands in a formula.
   *
   * @throws ArithmeticException if q is zero
   */
  Real ratio(long p, long q);

  /**
   * A decimal that stands in a formula, as {@code "0.1"}: one tenth exactly, which no double is.
   *
   * @throws NumberFormatException if the text is not a decimal
   */
  Real decimal(String text);

  /**
   * A decimal that stands in a formula and is written as a double: {@code of(0.1)} is one tenth
   * exactly, as {@link #decimal decimal("0.1")}.
   *
   * <ul>
   *   <li>A double whose shortest decimal has more than 15 digits, as {@code 1.0/13} or {@code
   *       Math.exp(-t)}, was rounded and is not the number that is meant: it is refused.
   *   <li>Of a rounded double that happens to have fewer digits, as {@code 1.0/8 + 1.0/10}, the
   *       decimal is taken.
   * </ul>
   *
   * @throws IllegalArgumentException if the value is NaN or infinite, or its shortest decimal has
   *     more than 15 digits
   */
  Real of(double value);

  /**
   * Numbers of this arithmetic as a vector.
   *
   * @throws IllegalArgumentException if an element belongs to another arithmetic
   */
  Vec vector(Real... elements);

  /** Significant decimal digits carried: 16 for {@link #BINARY64}. */
  int digits();
}
