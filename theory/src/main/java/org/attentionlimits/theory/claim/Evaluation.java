package org.attentionlimits.theory.claim;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;

/**
 * A claim {@code left ≤ right} evaluated at one instance. Both sides are enclosed, so that the
 * {@link #outcome()} never rests on a rounding error.
 *
 * <p>The sides may be of any sign. The ratio left/right tells how tight the claim is there: above 1
 * it is violated, at 1 attained. Special values:
 *
 * <ul>
 *   <li>+∞ in a violation whose right side is not positive, and only there;
 *   <li>{@link Double#MAX_VALUE} where the ratio is larger than a double can be;
 *   <li>0 where the left side is zero, or negative and the claim holds;
 *   <li>NaN where it is not known to nine digits.
 * </ul>
 *
 * <p>Where a side was estimated from a random sample, its enclosure is a confidence interval, and
 * {@link #doubt()} is the chance that it misses. The ratio is then the least that the interval
 * allows.
 */
public final class Evaluation {

  /**
   * Relative radius beyond which an enclosure hides more than the rounding of an attained bound.
   */
  private static final double WIDE = 1e-9;

  /** For widths, of which only the order of magnitude matters. */
  private static final MathContext WIDTH = new MathContext(20, RoundingMode.CEILING);

  private static final MathContext DOWN = new MathContext(20, RoundingMode.FLOOR);

  /** Magnitudes between which the width of an enclosure can be told in double precision. */
  private static final double SMALL = 1e-290;

  private static final double LARGE = 1e290;

  /** Exponents above this have no power of e that is a finite double. */
  private static final double LARGEST_EXPONENT = 710;

  /**
   * A quantity at a size of the problem, for claims about what it tends to.
   *
   * @param tokens n
   * @param value of the quantity, in double precision
   */
  public record Point(int tokens, double value) {}

  private final Real left;
  private final Real right;
  private final boolean logarithmic;
  private final double ratio;
  private final Outcome outcome;
  private final boolean coarse;
  private final double doubt;
  private final List<Point> curve;

  private Evaluation(
      Real left, Real right, boolean logarithmic, double ratio, Outcome outcome, boolean coarse) {
    this.left = left;
    this.right = right;
    this.logarithmic = logarithmic;
    this.ratio = ratio;
    this.outcome = outcome;
    this.coarse = coarse;
    this.doubt = 0;
    this.curve = List.of();
  }

  private Evaluation(
      Evaluation other, double ratio, boolean coarse, double doubt, List<Point> curve) {
    this.left = other.left;
    this.right = other.right;
    this.logarithmic = other.logarithmic;
    this.outcome = other.outcome;
    this.ratio = ratio;
    this.coarse = coarse;
    this.doubt = doubt;
    this.curve = List.copyOf(curve);
  }

  /**
   * {@code left ≤ right}, whatever the signs. Where the left side is negative the claim is as good
   * as any, but it has no ratio that tells how tight it is: logarithms are better compared by
   * {@link #atMostLog}.
   */
  public static Evaluation atMost(Real left, Real right) {
    Outcome outcome = compare(left, right);
    boolean coarse = outcome == Outcome.UNDECIDED && (isWide(left) || isWide(right));
    return new Evaluation(left, right, false, quotient(left, right), outcome, coarse);
  }

  /**
   * {@code e^left ≤ e^right}, decided by the exponents, so that sides too large or too small for
   * the arithmetic can be compared.
   */
  public static Evaluation atMostLog(Real left, Real right) {
    Outcome outcome = compare(left, right);
    Real quotient = left.minus(right).exp();
    boolean wide = isWide(quotient);
    return new Evaluation(
        left,
        right,
        true,
        wide ? beyondRange(left.minus(right).value()) : finite(quotient),
        outcome,
        wide && outcome == Outcome.UNDECIDED);
  }

  /**
   * {@code left = right}, both sides positive. Violated if the enclosures are disjoint, the larger
   * side then being shown as the left one; undecided if they overlap but are wide. Sides that agree
   * to within narrow enclosures are said to hold, with a ratio of one.
   */
  public static Evaluation equal(Real left, Real right) {
    if (right.certainlyAbove(left)) {
      return equal(right, left);
    }
    if (left.certainlyAbove(right)) {
      return new Evaluation(left, right, false, quotient(left, right), Outcome.VIOLATED, false);
    }
    boolean coarse = isWide(left) || isWide(right);
    return new Evaluation(
        left,
        right,
        false,
        coarse ? Double.NaN : 1,
        coarse ? Outcome.UNDECIDED : Outcome.HOLDS,
        coarse);
  }

  /** {@code e^x} where that is beyond the range of doubles; otherwise it is not known. */
  private static double beyondRange(double x) {
    return x > LARGEST_EXPONENT ? Double.MAX_VALUE : Double.NaN;
  }

  /** The value of a bounded quotient, or the largest double if it is larger. */
  private static double finite(Real quotient) {
    return Math.min(quotient.value(), Double.MAX_VALUE);
  }

  private static Outcome compare(Real left, Real right) {
    if (left.certainlyAtMost(right)) {
      return Outcome.HOLDS;
    }
    return left.certainlyAbove(right) ? Outcome.VIOLATED : Outcome.UNDECIDED;
  }

  private static boolean isWide(Real side) {
    double size = Math.abs(side.value());
    if (size > SMALL && size < LARGE) {
      return !(side.radius() <= WIDE * size);
    }
    if (side.arithmetic() == Arithmetic.BINARY64 && side.radius() >= size) {
      return side.radius() > 0;
    }
    return !side.isBounded() || isWide(side.lower(), side.upper());
  }

  private static boolean isWide(BigDecimal lower, BigDecimal upper) {
    BigDecimal least = lower.abs().min(upper.abs());
    BigDecimal allowed = least.multiply(BigDecimal.valueOf(2 * WIDE));
    return upper.subtract(lower, WIDTH).compareTo(allowed) > 0;
  }

  private static double quotient(Real left, Real right) {
    Real zero = left.arithmetic().of(0);
    if (left.certainlyAbove(right) && right.certainlyAtMost(zero)) {
      return Double.POSITIVE_INFINITY;
    }
    if (left.certainlyAtMost(zero)) {
      boolean isUnknown = zero.certainlyAbove(left) && !left.certainlyAtMost(right);
      return isUnknown ? Double.NaN : 0;
    }
    if (right.certainlyAbove(zero)) {
      Real quotient = left.dividedBy(right);
      return isWide(quotient) ? Double.NaN : finite(quotient);
    }
    return Double.NaN;
  }

  /**
   * The worse of two inequalities that both belong to the claim: the outcome first, then the ratio.
   */
  public Evaluation and(Evaluation other) {
    Evaluation worse = other.isWorseThan(this) ? other : this;
    boolean either = worse.outcome == Outcome.UNDECIDED && (coarse || other.coarse);
    return new Evaluation(worse, worse.ratio, either, doubt + other.doubt, worse.curve);
  }

  /**
   * The same, its sides resting on a random sample: more digits would tell nothing more, and the
   * ratio is the least that the enclosures allow.
   *
   * @param chance that the true sides lie outside their enclosures, above 0 and below 1
   */
  public Evaluation withDoubt(double chance) {
    if (!(chance > 0 && chance < 1)) {
      throw new IllegalArgumentException("doubt must be between 0 and 1: " + chance);
    }
    return new Evaluation(this, leastRatio(), false, chance, curve);
  }

  /**
   * The same, its sides known by inequalities: where they do not tell the ratio to nine digits, it
   * is the least that the enclosures allow, and more digits would tell nothing more.
   */
  public Evaluation withLeastRatio() {
    return new Evaluation(this, leastRatio(), false, doubt, curve);
  }

  private double leastRatio() {
    boolean known = !Double.isNaN(ratio) || !left.isBounded() || !right.isBounded();
    if (known || right.upper().signum() <= 0) {
      return ratio;
    }
    BigDecimal least = left.lower().max(BigDecimal.ZERO).divide(right.upper(), DOWN);
    return Math.min(least.doubleValue(), Double.MAX_VALUE);
  }

  /** The same, with the quantity whose course was judged. */
  public Evaluation withCurve(List<Point> points) {
    return new Evaluation(this, ratio, coarse, doubt, points);
  }

  private boolean isWorseThan(Evaluation other) {
    int order = outcome.compareTo(other.outcome);
    return order != 0 ? order > 0 : ratio > other.ratio || Double.isNaN(ratio);
  }

  /** The left side; unbounded if it is too large for the arithmetic. */
  public Real left() {
    return logarithmic ? left.exp() : left;
  }

  /** The right side; unbounded if it is too large for the arithmetic. */
  public Real right() {
    return logarithmic ? right.exp() : right;
  }

  /** What was compared with {@link #comparedRight()}: the left side, or its logarithm. */
  public Real comparedLeft() {
    return left;
  }

  /** What was compared with {@link #comparedLeft()}: the right side, or its logarithm. */
  public Real comparedRight() {
    return right;
  }

  /** Whether the logarithms of the sides were compared. */
  public boolean isLogarithmic() {
    return logarithmic;
  }

  /** {@code left/right}, rounded to double precision; NaN if it is not known to nine digits. */
  public double ratio() {
    return ratio;
  }

  /**
   * {@code max(left, 0)/right} of the middles of both enclosures, however wide they are; may be NaN
   * where a side is unbounded.
   */
  public double ratioOfMiddles() {
    return logarithmic
        ? StrictMath.exp(left.value() - right.value())
        : Math.max(0, left.value()) / right.value();
  }

  /** {@code right − left} in double precision, negative in a violation. */
  public double slack() {
    return right().value() - left().value();
  }

  /**
   * Whether the sides are known too coarsely to tell how tight the claim is: more digits would tell
   * more than that it is attained.
   */
  public boolean isCoarse() {
    return coarse;
  }

  /** Chance that a random sample misled; 0 if none was drawn. */
  public double doubt() {
    return doubt;
  }

  /** What was judged along growing n; empty unless the claim is about a limit. */
  public List<Point> curve() {
    return curve;
  }

  /** Whether the inequality holds, is violated, or is too close to tell. */
  public Outcome outcome() {
    return outcome;
  }

  @Override
  public String toString() {
    return outcome + ": left " + left().value() + ", right " + right().value() + ", ratio " + ratio;
  }
}
