package org.attentionlimits.theory.geometry;

import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;

/** The arcsine of a real number, enclosed. */
final class Arcsine {

  /** Halvings of the angle, after which the sine is at most sin(π/32) < 0.0981. */
  private static final int HALVINGS = 4;

  /** Decimal digits that a term of the series gains, less than −log₁₀ of 0.0981². */
  private static final int DIGITS_A_TERM = 2;

  private Arcsine() {}

  /**
   * {@code arcsin x} for x in [−1, 1], by {@code arcsin x = 2 arcsin(x/√(2(1 + √(1−x²))))} four
   * times and then the series.
   */
  static Real of(Real x) {
    Real y = x;
    for (int i = 0; i < HALVINGS; i++) {
      Real cosine = one(y).minus(y.square()).sqrt();
      y = y.dividedBy(cosine.plus(1).times(2).sqrt());
    }
    return series(y, y.arithmetic().digits() / DIGITS_A_TERM + 5).times(1 << HALVINGS);
  }

  /** {@code π = 6 arcsin(1/2)}. */
  static Real pi(Arithmetic arithmetic) {
    return of(arithmetic.ratio(1, 2)).times(6);
  }

  /**
   * {@code Σ_k C(2k, k)/4^k · y^(2k+1)/(2k+1)}, to k = {@code terms}. The terms are of one sign and
   * fall by y² at least, so that what is left after the sum is at most the next term divided by
   * {@code 1 − y²}.
   */
  static Real series(Real y, int terms) {
    Real square = y.square();
    Real power = y;
    Real sum = y;
    for (int k = 1; k <= terms; k++) {
      power = power.times(square).times(2L * k - 1).dividedBy(2L * k);
      sum = sum.plus(power.dividedBy(2L * k + 1));
    }
    Real rest = power.times(square).dividedBy(one(y).minus(square));
    return sum.hull(sum.plus(rest));
  }

  private static Real one(Real x) {
    return x.arithmetic().of(1);
  }
}
