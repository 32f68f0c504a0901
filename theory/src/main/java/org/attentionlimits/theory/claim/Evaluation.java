package org.attentionlimits.theory.claim;

import org.attentionlimits.theory.real.Real;

/**
 * A claim {@code left ≤ right} evaluated at one instance. Both sides are enclosed, so that the
 * {@link #outcome()} never rests on a rounding error.
 *
 * <p>The ratio left/right tells how tight the claim is there: above 1 it is violated, at 1
 * attained. It is 0 where the left side is zero, +∞ in a violation whose right side is not
 * positive, and NaN where it is not known to nine digits.
 */
public final class Evaluation {

  private static final double WIDE = 1e-9;

  private final Real left;
  private final Real right;
  private final double ratio;
  private final Outcome outcome;

  private Evaluation(Real left, Real right, double ratio, Outcome outcome) {
    this.left = left;
    this.right = right;
    this.ratio = ratio;
    this.outcome = outcome;
  }

  /** {@code left ≤ right}, both sides non-negative. */
  public static Evaluation atMost(Real left, Real right) {
    return new Evaluation(left, right, quotient(left, right), compare(left, right));
  }

  /**
   * {@code e^left ≤ e^right}, decided by the exponents, so that sides too large or too small for
   * the arithmetic can be compared.
   */
  public static Evaluation atMostLog(Real left, Real right) {
    double ratio = left.minus(right).exp().value();
    return new Evaluation(left.exp(), right.exp(), ratio, compare(left, right));
  }

  /**
   * {@code left = right}, both sides positive: violated if the enclosures are disjoint, undecided
   * if they overlap but are wide.
   */
  public static Evaluation equal(Real left, Real right) {
    double ratio = Math.max(quotient(left, right), quotient(right, left));
    return new Evaluation(left, right, ratio, compareEqual(left, right));
  }

  private static Outcome compareEqual(Real left, Real right) {
    if (left.certainlyAbove(right) || right.certainlyAbove(left)) {
      return Outcome.VIOLATED;
    }
    return isWide(left) || isWide(right) ? Outcome.UNDECIDED : Outcome.HOLDS;
  }

  /** Whether an enclosure is relatively wider than any attained bound's rounding. */
  private static boolean isWide(Real side) {
    return !(Math.abs(side.value()) < Double.POSITIVE_INFINITY
        && side.radius() <= WIDE * Math.abs(side.value()));
  }

  private static Outcome compare(Real left, Real right) {
    if (left.certainlyAtMost(right)) {
      return Outcome.HOLDS;
    }
    return left.certainlyAbove(right) ? Outcome.VIOLATED : Outcome.UNDECIDED;
  }

  private static double quotient(Real left, Real right) {
    Real zero = left.arithmetic().of(0);
    if (left.certainlyAtMost(zero)) {
      return 0;
    }
    if (right.certainlyAbove(zero)) {
      Real quotient = left.dividedBy(right);
      return isWide(quotient) ? Double.NaN : quotient.value();
    }
    return left.certainlyAbove(right) ? Double.POSITIVE_INFINITY : Double.NaN;
  }

  /**
   * The worse of two inequalities that both belong to the claim: the outcome first, then the ratio.
   */
  public Evaluation and(Evaluation other) {
    int order = outcome.compareTo(other.outcome);
    if (order != 0) {
      return order > 0 ? this : other;
    }
    return other.ratio > ratio || Double.isNaN(other.ratio) ? other : this;
  }

  /** The left side. */
  public Real left() {
    return left;
  }

  /** The right side. */
  public Real right() {
    return right;
  }

  /** {@code left/right}, rounded to double precision; NaN if it is not known. */
  public double ratio() {
    return ratio;
  }

  /** {@code right − left} in double precision, negative in a violation. */
  public double slack() {
    return right.value() - left.value();
  }

  /**
   * Whether the sides are known too coarsely to tell how tight the claim is: more digits would tell
   * more than that it is attained.
   */
  public boolean isCoarse() {
    return outcome == Outcome.UNDECIDED && (isWide(left) || isWide(right));
  }

  /** Whether the inequality holds, is violated, or is too close to tell. */
  public Outcome outcome() {
    return outcome;
  }

  @Override
  public String toString() {
    return outcome + ": left " + left.value() + ", right " + right.value() + ", ratio " + ratio;
  }
}
