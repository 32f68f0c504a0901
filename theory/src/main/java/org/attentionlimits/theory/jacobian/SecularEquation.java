package org.attentionlimits.theory.jacobian;

import java.util.function.Function;
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
 * certainly negative at its lower and certainly positive at its upper end. Where the weights are
 * known coarsely, most widths are in vain, and the search for the first begins at a likely one;
 * whichever is found, the signs at the ends prove the enclosure.
 */
final class SecularEquation {

  private static final long DOUBLE_WIDTH = 1L << 50;
  private static final int DIGITS_OF_DOUBLE = 16;

  /** Relative radius of weights up to which the first widths are likely to do. */
  private static final double SHARP = 0x1p-44;

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
    return largestEigenvalue(true);
  }

  /**
   * λ, enclosed.
   *
   * @param fast whether to begin at a likely width; the result is the same
   */
  Real largestEigenvalue(boolean fast) {
    Real gershgorin = largest.times(rest).times(2);
    if (weights.size() == 2 || second.certainlyAtMost(zero())) {
      return gershgorin;
    }
    Real crude = second.hull(largest.min(gershgorin));
    Vec scaled = others.dividedBy(second);
    SecularRoot root = ScaledWeights.root(largest.value(), second.value(), scaled.values());
    double ratio = root.inUnits();
    if (!Double.isFinite(ratio)) {
      return crude;
    }
    Real estimate = sharpen(second.times(weights.arithmetic().input(ratio)));
    int likely = fast ? likelyStep(estimate, root.slope()) : 0;
    Real lower = narrowest(likely, width -> below(estimate, width));
    Real upper = lower == null ? null : narrowest(likely, width -> above(estimate, width));
    return upper == null ? crude : lower.hull(upper);
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

  /** A point at some distance from the estimate, and what is certain of it. */
  private record Point(Real place, boolean isInside, boolean isProven) {}

  /** The point below, proven if it is certainly between the second weight and the root. */
  private Point below(Real estimate, Real width) {
    Real place = estimate.minus(estimate.times(width)).midpoint();
    boolean inside = isInside(place);
    return new Point(place, inside, inside && zero().certainlyAbove(value(place)));
  }

  /** The point above, proven if it is certainly between the root and the largest weight. */
  private Point above(Real estimate, Real width) {
    Real place = estimate.plus(estimate.times(width)).midpoint();
    boolean inside = isInside(place);
    return new Point(place, inside, inside && value(place).certainlyAbove(zero()));
  }

  /** The width of a step, eight times that of the one before. */
  private Real width(int step) {
    Real width = firstWidth();
    for (int i = 0; i < step; i++) {
      width = width.times(8);
    }
    return width;
  }

  private Real firstWidth() {
    Arithmetic arithmetic = weights.arithmetic();
    int digits = arithmetic.digits();
    return digits <= DIGITS_OF_DOUBLE
        ? arithmetic.ratio(1, DOUBLE_WIDTH)
        : arithmetic.decimal("1E" + (GUARD_DIGITS - digits));
  }

  /**
   * The step from which on the sign of g is likely to be certain, where the weights are known
   * coarsely: its width is what is not known of g at the estimate over λg'. Otherwise the first.
   */
  private int likelyStep(Real estimate, double slope) {
    if (rest.radius() <= SHARP * rest.value() || !isInside(estimate)) {
      return 0;
    }
    Real value = value(estimate);
    double unknown = Math.abs(value.value()) + value.radius();
    double needed = unknown / (Math.abs(slope) * estimate.value());
    int step = 0;
    while (width(step).value() < Math.min(needed, 1.0 / 8)) {
      step++;
    }
    return step;
  }

  /**
   * The proven point of the least width below one; null if there is none. From some width on the
   * sign of g is certain, until the point leaves the bracket or comes close to a pole: what is
   * proven from the likely step down is looked at first, and all steps where nothing is.
   */
  private Real narrowest(int likely, Function<Real, Point> points) {
    Real narrowest = null;
    for (int step = likely; step >= 0; step--) {
      Point point = points.apply(width(step));
      if (point.isInside() && !point.isProven()) {
        break;
      }
      narrowest = point.isProven() ? point.place() : narrowest;
    }
    narrowest = narrowest == null ? firstProven(likely + 1, Integer.MAX_VALUE, points) : narrowest;
    return narrowest == null ? firstProven(0, likely, points) : narrowest;
  }

  /** The first proven point of the steps in a range; null if there is none. */
  private Real firstProven(int from, int to, Function<Real, Point> points) {
    Real width = width(from);
    for (int step = from; step < to && width.value() < 1; step++) {
      Point point = points.apply(width);
      if (point.isProven()) {
        return point.place();
      }
      width = width.times(8);
    }
    return null;
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
