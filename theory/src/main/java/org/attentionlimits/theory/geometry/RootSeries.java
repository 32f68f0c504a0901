package org.attentionlimits.theory.geometry;

import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;

/**
 * {@code E√(1 + et)} for the inner product t of two independent uniform unit vectors in {@code R^d}
 * and e from 0 to 1, by the even terms of the binomial series:
 *
 * <pre>{@code E√(1 + et) = 1 − Σ_{k≥1} c_k,  c_1 = e²/(8d),
 * c_{k+1}/c_k = e² (k² − 1/16)/((k + 1)(k + d/2))}</pre>
 *
 * <p>All c_k are positive. What is left after {@code c_K} is at most {@code c_K e²/(1 − e²)}, since
 * the quotients are at most e²; and at most {@code K c_K} for d ≥ 2, since they are at most {@code
 * (k/(k+1))²}. For d = 1, t is −1 or 1, and {@code (√(1+e) + √(1−e))/2}.
 */
final class RootSeries {

  private RootSeries() {}

  /** Of e² in [0, 1] and d ≥ 1. */
  static Real mean(Real square, int dimension) {
    Arithmetic arithmetic = square.arithmetic();
    Real one = arithmetic.of(1);
    if (dimension == 1) {
      // The square of the mean is (1 + √(1 − e²))/2.
      return one.plus(one.minus(square).max(arithmetic.of(0)).sqrt())
          .times(arithmetic.ratio(1, 2))
          .sqrt();
    }
    int terms = 5 * arithmetic.digits() + 20;
    Real term = square.dividedBy(arithmetic.of(8L * dimension));
    Real sum = term;
    for (int k = 1; k < terms; k++) {
      Real up = arithmetic.of(16L * k * k - 1).times(square);
      term = term.times(up).dividedBy(arithmetic.of(8L * (k + 1) * (2L * k + dimension)));
      sum = sum.plus(term);
    }
    return one.minus(sum.hull(sum.plus(rest(term, square, terms))));
  }

  private static Real rest(Real term, Real square, int terms) {
    Arithmetic arithmetic = square.arithmetic();
    Real one = arithmetic.of(1);
    Real slow = term.times(arithmetic.of(terms));
    Real left = one.minus(square);
    return left.certainlyAbove(arithmetic.ratio(1, terms))
        ? term.times(square).dividedBy(left)
        : slow;
  }
}
