package org.attentionlimits.theory.real;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * {@code e^x} of small decimals in fixed-point binary: {@code e^x = (Σ_j y^j/j!)^(2^k)} with {@code
 * y = x/2^k}.
 *
 * <p>With b bits after the point, a term is wrong by less than three units of {@code 2^−b}, and the
 * terms left out, below the first of at most one unit, add less than one. A squaring doubles the
 * relative error and cuts off a unit of a power that is at least {@code e^−2}. The result of k =
 * {@value #HALVINGS} squarings of a sum of s terms is therefore wrong, relatively, by less than
 * {@code 2^k(3s + 12) 2^−b}: below {@code 2^(24−b)} for s ≤ 1000, which 5000 digits do not need.
 * {@value #GUARD_BITS} bits more than the digits ask for leave {@code 2^−12} units of the last
 * digit.
 */
final class ExponentialSeries {

  /** Times that the argument is halved. */
  private static final int HALVINGS = 12;

  private static final int GUARD_BITS = 36;

  /** {@code log2 10}, rounded up. */
  private static final double BITS_A_DIGIT = 3.3220;

  /** Largest magnitude of an argument. */
  static final int LARGEST = 2;

  private final MathContext context;
  private final int bits;
  private final BigDecimal unit;

  /** Results of so many significant digits. */
  ExponentialSeries(MathContext context) {
    this.context = context;
    this.bits = (int) Math.ceil(context.getPrecision() * BITS_A_DIGIT) + GUARD_BITS;
    this.unit = new BigDecimal(BigInteger.ONE.shiftLeft(bits));
  }

  /**
   * {@code e^x}, wrong by less than a unit of the last digit.
   *
   * @throws IllegalArgumentException where {@code |x| > 2}
   */
  BigDecimal exp(BigDecimal x) {
    if (x.abs().compareTo(BigDecimal.valueOf(LARGEST)) > 0) {
      throw new IllegalArgumentException("argument must be from -2 to 2: " + x);
    }
    BigInteger power = sum(x.multiply(unit).toBigInteger().shiftRight(HALVINGS));
    for (int i = 0; i < HALVINGS; i++) {
      power = power.multiply(power).shiftRight(bits);
    }
    return new BigDecimal(power).divide(unit, context);
  }

  /** {@code Σ_j y^j/j!}, in units. */
  private BigInteger sum(BigInteger y) {
    BigInteger sum = BigInteger.ONE.shiftLeft(bits);
    BigInteger term = y;
    for (int j = 2; term.abs().bitLength() > 1; j++) {
      sum = sum.add(term);
      term = term.multiply(y).shiftRight(bits).divide(BigInteger.valueOf(j));
    }
    return sum;
  }
}
