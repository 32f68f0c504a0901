package org.attentionlimits.theory.jacobian;

import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * The largest eigenvalue λ of {@code diag α − αα^T} for positive weights summing to one.
 *
 * <p>λ lies between the second largest weight b and the largest, a, and there is the only root of
 * {@code Σ_i α_i²/(α_i − λ) = 1} (Golub, 1973; theory of rank-one modification). With {@code ε = 1
 * − a} summed from the other weights, the equation is, free of cancellation when a is close to 1,
 *
 * <pre>g(λ) = (λ − aε)/(a − λ) + Σ_{i≠argmax} α_i²/(α_i − λ) = 0,</pre>
 *
 * with g increasing from −∞ at b to +∞ at a. If a = b then λ = a. Each evaluation is O(n).
 *
 * <p>Gershgorin's discs bound λ by 2aε too.
 *
 * <p>The root is found in double precision, sharpened by bracketed Newton steps where the
 * arithmetic carries more digits, and then enclosed: an interval around it is widened until g is
 * certainly negative at its lower and certainly positive at its upper end.
 */
final class SecularEquation {

  private static final long DOUBLE_WIDTH = 1L << 50;
  private static final int DIGITS_OF_DOUBLE = 16;
  private static final int GUARD_DIGITS = 8;
  private static final int MOST_STEPS = 100;

  private final Vec weights;
  private final Real largest;
  private final Real rest;
  private final Vec others;
  private final Real second;

  /**
   * The equation of some weights.
   *
   * @param weights α, [n], n ≥ 2, positive and summing to one
   */
  SecularEquation(Vec weights) {
    int argmax = Argmax.of(weights);
    this.weights = weights;
    this.largest = weights.get(argmax);
    this.others = Argmax.others(weights, argmax);
    this.rest = others.sum();
    this.second = others.max();
  }

  /** λ, enclosed. */
  Real largestEigenvalue() {
    Real gershgorin = largest.times(rest).times(2);
    if (weights.size() == 2 || second.certainlyAtMost(zero())) {
      return gershgorin;
    }
    Real crude = second.hull(largest.min(gershgorin));
    Vec scaled = others.dividedBy(second);
    double[] units = scaled.values();
    double root = new SecularRoot(largest.value(), second.value(), units).inUnits();
    return Double.isFinite(root)
        ? enclose(sharpen(second.times(weights.arithmetic().input(root))), crude)
        : crude;
  }

  /**
   * Newton's steps within a bracket, until the sign of g is no longer certain; none where doubles
   * are all there is. Next to a tie the estimate may lie on a pole: the start is then the middle.
   */
  private Real sharpen(Real estimate) {
    Real x = estimate.midpoint();
    if (weights.arithmetic().digits() <= DIGITS_OF_DOUBLE) {
      return x;
    }
    Real low = second.midpoint();
    Real high = largest.midpoint();
    x = isInside(x) ? x : low.hull(high).midpoint();
    for (int step = 0; step < MOST_STEPS && isInside(x); step++) {
      Real g = value(x);
      boolean below = zero().certainlyAbove(g);
      if (!below && !g.certainlyAbove(zero())) {
        return x;
      }
      low = below ? x : low;
      high = below ? high : x;
      x = next(x, g, low, high);
    }
    return x;
  }

  /** Newton's step, or the middle of the bracket if it leaves that. */
  private Real next(Real x, Real g, Real low, Real high) {
    Real newton = x.minus(g.dividedBy(slope(x))).midpoint();
    boolean between = newton.certainlyAbove(low) && high.certainlyAbove(newton);
    return between ? newton : low.hull(high).midpoint();
  }

  private Real enclose(Real estimate, Real crude) {
    Real lower = null;
    Real upper = null;
    for (Real width = firstWidth(); width.value() < 1; width = width.times(8)) {
      Real margin = estimate.times(width);
      lower = lower != null ? lower : provenBelow(estimate.minus(margin).midpoint());
      upper = upper != null ? upper : provenAbove(estimate.plus(margin).midpoint());
      if (lower != null && upper != null) {
        return lower.hull(upper);
      }
    }
    return crude;
  }

  private Real firstWidth() {
    Arithmetic arithmetic = weights.arithmetic();
    int digits = arithmetic.digits();
    return digits <= DIGITS_OF_DOUBLE
        ? arithmetic.ratio(1, DOUBLE_WIDTH)
        : arithmetic.decimal("1E" + (GUARD_DIGITS - digits));
  }

  /** The point, if it is certainly between the second weight and the root. */
  private Real provenBelow(Real point) {
    return isInside(point) && zero().certainlyAbove(value(point)) ? point : null;
  }

  /** The point, if it is certainly between the root and the largest weight. */
  private Real provenAbove(Real point) {
    return isInside(point) && value(point).certainlyAbove(zero()) ? point : null;
  }

  private boolean isInside(Real point) {
    return point.certainlyAbove(second) && largest.certainlyAbove(point);
  }

  private Real zero() {
    return weights.arithmetic().of(0);
  }

  /** {@code g(λ)}. */
  private Real value(Real lambda) {
    Real pole = lambda.minus(largest.times(rest)).dividedBy(largest.minus(lambda));
    return pole.plus(others.dividedBy(others.minus(lambda)).times(others).sum());
  }

  /** {@code g'(λ) = a(1 − ε)/(a − λ)² + Σ α_i²/(α_i − λ)²}. */
  private Real slope(Real lambda) {
    Real gap = largest.minus(lambda);
    Real pole = largest.times(rest.negated().plus(1)).dividedBy(gap.square());
    Vec ratios = others.dividedBy(others.minus(lambda));
    return pole.plus(ratios.dot(ratios));
  }
}
