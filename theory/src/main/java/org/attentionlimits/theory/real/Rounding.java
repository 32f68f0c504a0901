package org.attentionlimits.theory.real;

/**
 * Bounds of rounding errors in binary64, and sums, products and quotients of non-negative numbers
 * rounded upwards.
 *
 * <p>u = 2⁻⁵³ is the unit roundoff, η = 2⁻¹⁰⁷⁴ = {@link Double#MIN_VALUE}. Additions never
 * underflow. A NaN or infinite operand gives a NaN or infinite bound.
 */
final class Rounding {

  /** Unit roundoff u. */
  static final double U = 0x1p-53;

  /** A product of at least this magnitude has a residual that a double can hold. */
  static final double TINY = 0x1p-960;

  /** Twice the relative error (one unit in the last place) that exp, log and log1p may have: 4u. */
  private static final double ELEMENTARY = 0x1p-51;

  private Rounding() {}

  /**
   * {@code a + b − sum} for {@code sum = fl(a + b)}, without error (TwoSum; Knuth). NaN or infinite
   * where the sum overflows, and possibly where an operand is within an ulp of overflow.
   */
  static double sumError(double a, double b, double sum) {
    double bVirtual = sum - a;
    return (a - (sum - bVirtual)) + (b - bVirtual);
  }

  /**
   * An upper bound of {@code |xy − p|} for {@code p} within a few roundings of {@code xy}; zero
   * only if {@code xy = p}. The residual is a multiple of the product of the last places of x and
   * y; it is formed without underflow, after scaling by 2⁶⁰⁰ if p is small.
   */
  static double productError(double x, double y, double p) {
    if (Math.abs(p) >= TINY) {
      return inflate(Math.abs(Math.fma(x, y, -p)));
    }
    if (x == 0 || y == 0) {
      return 0;
    }
    if (p == 0) {
      return Double.MIN_VALUE;
    }
    double residual = Math.fma(x * 0x1p300, y * 0x1p300, -(p * 0x1p600));
    return timesUp(inflate(Math.abs(residual)), 0x1p-600);
  }

  /**
   * An upper bound of {@code |a/b − q|} for {@code q = fl(a/b)}, zero only if {@code a/b = q}:
   * {@code |qb − a| / |b|}, or {@code u|q| + η} if less.
   */
  static double quotientError(double a, double b, double q) {
    if (a == 0) {
      return 0;
    }
    double nearest = Math.abs(q) * U + Double.MIN_VALUE;
    return q == 0 ? nearest : Math.min(nearest, dividedUp(productError(q, b, a), Math.abs(b)));
  }

  /**
   * An upper bound of {@code |√a − s|} for {@code s = fl(√a)}, {@code a > 0}: {@code |s² − a| / (s
   * + √a)}, where {@code √a} is not below the double before s, or {@code us} if less.
   */
  static double rootError(double a, double s) {
    return Math.min(s * U, dividedUp(productError(s, s, a), 2 * Math.nextDown(s)));
  }

  /** An upper bound of the error of {@code v}, an exp, log or log1p of {@link Math}: two ulps. */
  static double elementaryError(double v) {
    return Math.abs(v) * ELEMENTARY + 2 * Double.MIN_VALUE;
  }

  /** Radius of the sum of {@code a ± ra} and {@code b ± rb} around {@code sum = fl(a + b)}. */
  static double sumRadius(double a, double ra, double b, double rb, double sum) {
    return plusUp(Math.abs(sumError(a, b, sum)), plusUp(ra, rb));
  }

  /**
   * Radius of the product of {@code a ± ra} and {@code b ± rb} around {@code p = fl(ab)}: the error
   * of p, and {@code |a| rb + (|b| + rb) ra}.
   */
  static double productRadius(double a, double ra, double b, double rb, double p) {
    double error = productError(a, b, p);
    if (ra == 0 && rb == 0) {
      return error;
    }
    double spread = plusUp(timesUp(Math.abs(a), rb), timesUp(plusUp(Math.abs(b), rb), ra));
    return plusUp(error, spread);
  }

  /**
   * Radius of the quotient of {@code a ± ra} and {@code b ± rb}, {@code |b| > rb}, around {@code q
   * = fl(a/b)}: the error of q, and {@code (ra + |a/b| rb) / (|b| − rb)}.
   */
  static double quotientRadius(double a, double ra, double b, double rb, double q) {
    double error = quotientError(a, b, q);
    if (ra == 0 && rb == 0) {
      return error;
    }
    double numerator = plusUp(ra, timesUp(plusUp(Math.abs(q), error), rb));
    double denominator = rb == 0 ? Math.abs(b) : Math.nextDown(Math.abs(b) - rb);
    return plusUp(error, dividedUp(numerator, denominator));
  }

  /** {@code a + b} of any signs, rounded upwards; exact sums stay. */
  static double sumUp(double a, double b) {
    double sum = a + b;
    return sumError(a, b, sum) <= 0 ? sum : Math.nextUp(sum);
  }

  /** Not below {@code a + b}, for non-negative a and b; zero if both are. */
  static double plusUp(double a, double b) {
    return inflate(a + b);
  }

  /** Not below {@code ab}, for non-negative a and b; zero if one of them is. */
  static double timesUp(double a, double b) {
    return a == 0 || b == 0 ? 0 : Math.nextUp(a * b);
  }

  /** Not below {@code a/b}, for non-negative a and positive b; zero if a is. */
  static double dividedUp(double a, double b) {
    return a == 0 ? 0 : Math.nextUp(a / b);
  }

  /**
   * Not below any non-negative number that one rounding of relative error u turned into x: {@code
   * (1 + 2u)x} rounds to at least the next double. Subnormal x stay, as sums of that size are
   * exact.
   */
  static double inflate(double x) {
    return x * (1 + 2 * U);
  }

  /**
   * Not below the sum of {@code terms} non-negative numbers, each a result of up to eight
   * roundings, that plain summation in any order turned into x: {@code (1 + 2(terms + 8)u)x}
   * (Higham, section 4.2). Underflow in the terms is the caller's.
   */
  static double inflate(double x, int terms) {
    return x * (1 + secondOrder(terms));
  }

  /**
   * {@code 2(terms + 8)u}, not below {@code γ = ku/(1 − ku)} at k = terms + 8, with the rounding of
   * a few more operations.
   */
  static double secondOrder(int terms) {
    return (terms + 8.0) * (2 * U);
  }
}
