package org.attentionlimits.theory.geometry;

import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;

/**
 * The law of the inner product t of two independent vectors x, y that are uniform on the unit
 * sphere of {@code R^d}, and of {@code ‖ax + by‖² = a² + b² + 2abt}.
 *
 * <p>The density of t is proportional to {@code (1−t²)^((d−3)/2)} on [−1, 1] for d ≥ 2; for d = 1,
 * t is −1 or 1 with probability one half each. With {@code w = 1 − τ²} and τ ≥ 0, integration by
 * parts gives
 *
 * <ul>
 *   <li>d = 3, 5, ...: {@code P(|t| ≤ τ) = τ Σ_{k=0}^{(d−3)/2} w^k Π_{j=1}^k (2j−1)/(2j)};
 *   <li>d = 2, 4, ...: {@code P(|t| ≤ τ) = (2/π)(arcsin τ + τ√w Σ_{k=0}^{(d−4)/2} w^k Π_{j=1}^k
 *       2j/(2j+1))}, without the sum for d = 2.
 * </ul>
 *
 * <p>The series without end is one in both cases, so that {@code P(|t| > τ)} is what it has left:
 * where that converges fast, it is summed instead, and small probabilities keep all their digits.
 */
final class CosineLaw {

  /** Most w for which the rest of the series is summed in any case. */
  private static final double FAST = 0.7;

  /** Most w for which it is summed where it is small. */
  private static final double SLOW = 0.97;

  private static final double SMALL = 1e-3;

  private final int dimension;
  private final Arithmetic arithmetic;
  private final Real zero;
  private final Real one;

  /**
   * The law in dimension d.
   *
   * @throws IllegalArgumentException if d is less than 1
   */
  CosineLaw(int dimension, Arithmetic arithmetic) {
    if (dimension < 1) {
      throw new IllegalArgumentException("dimension must be at least 1: " + dimension);
    }
    this.dimension = dimension;
    this.arithmetic = arithmetic;
    this.zero = arithmetic.of(0);
    this.one = arithmetic.of(1);
  }

  /** {@code P(t ≤ τ)} for any real τ. */
  Real atMost(Real tau) {
    return chance(tau.plus(1), one.minus(tau), true);
  }

  /** {@code P(t > τ)} for any real τ. */
  Real above(Real tau) {
    return chance(tau.plus(1), one.minus(tau), false);
  }

  /** {@code P(‖ax + by‖ ≤ r)} for positive a, b and r. */
  Real within(Real a, Real b, Real r) {
    return ofSum(a, b, r, true);
  }

  /** {@code P(‖ax + by‖ > r)} for positive a, b and r. */
  Real beyond(Real a, Real b, Real r) {
    return ofSum(a, b, r, false);
  }

  /** {@code 1 + τ = (r² − (a−b)²)/(2ab)} and {@code 1 − τ = ((a+b)² − r²)/(2ab)}. */
  private Real ofSum(Real a, Real b, Real r, boolean within) {
    Real apart = a.minus(b);
    Real together = a.plus(b);
    Real scale = a.times(b).times(2);
    return chance(
        r.minus(apart).times(r.plus(apart)).dividedBy(scale),
        together.minus(r).times(together.plus(r)).dividedBy(scale),
        within);
  }

  /** {@code P(t ≤ τ)}, or that of the opposite, of {@code 1 + τ} and {@code 1 − τ}. */
  private Real chance(Real onePlus, Real oneMinus, boolean atMost) {
    if (!onePlus.isBounded() || !oneMinus.isBounded()) {
      return zero.hull(one);
    }
    if (oneMinus.certainlyAtMost(zero)) {
      return atMost ? one : zero;
    }
    if (zero.certainlyAbove(onePlus)) {
      return atMost ? zero : one;
    }
    return dimension == 1
        ? atoms(onePlus, oneMinus, atMost)
        : continuous(onePlus, oneMinus, atMost);
  }

  /** One half from τ = −1 to below 1, where neither end is certainly passed. */
  private Real atoms(Real onePlus, Real oneMinus, boolean atMost) {
    Real half = arithmetic.ratio(1, 2);
    Real least = zero.certainlyAtMost(onePlus) ? half : zero;
    Real most = oneMinus.certainlyAbove(zero) ? half : one;
    Real chance = least.hull(most);
    return atMost ? chance : one.minus(chance);
  }

  private Real continuous(Real onePlus, Real oneMinus, boolean atMost) {
    Real w = clipped(onePlus.times(oneMinus));
    Real tau = clipped(onePlus.dividedBy(2)).minus(clipped(oneMinus.dividedBy(2)));
    boolean isNegative = tau.certainlyAtMost(zero);
    Real beyond =
        isRestSummed(w.value() + w.radius()) && (isNegative || zero.certainlyAtMost(tau))
            ? rest(tau.abs(), w, StrictMath.pow(10, -arithmetic.digits() - 2.0))
            : one.minus(within(isNegative ? tau.negated() : tau, w));
    Real tail = clipped(beyond.dividedBy(2));
    return isNegative == atMost ? tail : one.minus(tail);
  }

  private boolean isRestSummed(double w) {
    return w <= FAST || (w <= SLOW && StrictMath.pow(w, last()) <= SMALL);
  }

  private Real clipped(Real x) {
    return x.max(zero).min(one);
  }

  /** {@code P(|t| ≤ τ)} with the sign of τ, for d ≥ 2. */
  private Real within(Real tau, Real w) {
    if (dimension % 2 == 1) {
      return tau.times(sum(one, w));
    }
    Real terms = dimension == 2 ? zero : sum(w.sqrt(), w);
    return Arcsine.of(tau).plus(tau.times(terms)).times(2).dividedBy(Arcsine.pi(arithmetic));
  }

  /** Index of the last term of the sum, −1 for d = 2. */
  private int last() {
    return (dimension - 3 - (dimension + 1) % 2) / 2;
  }

  /** {@code first · Σ_{k=0}^last w^k Π_{j=1}^k ratio_j}, all ratios below one. */
  private Real sum(Real first, Real w) {
    Real term = first;
    Real sum = first;
    for (int k = 1; k <= last(); k++) {
      term = next(term, w, k);
      sum = sum.plus(term);
    }
    return sum;
  }

  private Real next(Real term, Real w, int k) {
    long even = 2L * k;
    Real product = term.times(w);
    return dimension % 2 == 1
        ? product.times(even - 1).dividedBy(even)
        : product.times(even).dividedBy(even + 1);
  }

  /**
   * {@code P(|t| > τ)} by the terms after the last one, up to one that is as small beside the sum.
   * What is left after a term is at most {@code term · w/(1−w)}.
   */
  Real rest(Real tau, Real w, double small) {
    boolean isOdd = dimension % 2 == 1;
    Real term = isOdd ? one : w.sqrt().times(2).dividedBy(Arcsine.pi(arithmetic));
    int k = 0;
    while (k <= last()) {
      term = next(term, w, ++k);
    }
    Real sum = term;
    while (term.value() > small * sum.value()) {
      term = next(term, w, ++k);
      sum = sum.plus(term);
    }
    Real left = term.times(w).dividedBy(one.minus(w));
    return tau.times(sum.hull(sum.plus(left)));
  }
}
