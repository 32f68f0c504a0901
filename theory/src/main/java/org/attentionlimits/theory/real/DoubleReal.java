package org.attentionlimits.theory.real;

import java.math.BigDecimal;

/**
 * A number of {@link Arithmetic#BINARY64}: the interval {@code [mid − rad, mid + rad]} of two
 * doubles. Unbounded is a midpoint of NaN and an infinite radius.
 */
final class DoubleReal implements Real {

  static final DoubleReal UNBOUNDED = new DoubleReal(Double.NaN, Double.POSITIVE_INFINITY);

  /** Up to this radius exp is bounded by its derivative, beyond it by the two ends. */
  static final double SMALL_RADIUS = 0x1p-10;

  final double mid;
  final double rad;

  private DoubleReal(double mid, double rad) {
    this.mid = mid;
    this.rad = rad;
  }

  /** {@code mid ± rad}; unbounded unless both are finite. */
  static DoubleReal of(double mid, double rad) {
    return Double.isFinite(mid) && rad <= Double.MAX_VALUE ? new DoubleReal(mid, rad) : UNBOUNDED;
  }

  /** {@code [lower, upper]}. */
  private static DoubleReal between(double lower, double upper) {
    double mid = 0.5 * lower + 0.5 * upper;
    return of(mid, Math.max(Rounding.sumUp(upper, -mid), Rounding.sumUp(mid, -lower)));
  }

  /** The part at or above zero of {@code mid ± rad}, which must not be empty. */
  static DoubleReal nonNegative(double mid, double rad) {
    if (!(rad > mid)) {
      return of(mid, rad);
    }
    double upper = Math.max(0, Rounding.sumUp(mid, rad));
    double half = 0.5 * upper;
    double up = half + half < upper ? Math.nextUp(half) : half;
    return of(up, up);
  }

  /** This non-negative number with a radius larger by {@code more}. */
  DoubleReal widened(double more) {
    return more == 0 ? this : nonNegative(mid, Rounding.plusUp(rad, more));
  }

  /** The operand as a number of this arithmetic. */
  static DoubleReal cast(Real other) {
    if (other instanceof DoubleReal number) {
      return number;
    }
    throw new IllegalArgumentException("operand must be of binary64 arithmetic: " + other);
  }

  @Override
  public Arithmetic arithmetic() {
    return Arithmetic.BINARY64;
  }

  @Override
  public Real plus(Real other) {
    DoubleReal o = cast(other);
    double sum = mid + o.mid;
    return of(sum, Rounding.sumRadius(mid, rad, o.mid, o.rad, sum));
  }

  @Override
  public Real minus(Real other) {
    return plus(other.negated());
  }

  @Override
  public DoubleReal times(Real other) {
    DoubleReal o = cast(other);
    double product = mid * o.mid;
    return of(product, Rounding.productRadius(mid, rad, o.mid, o.rad, product));
  }

  @Override
  public DoubleReal dividedBy(Real other) {
    DoubleReal o = cast(other);
    double q = quotient(mid, o.mid, o.rad);
    return of(q, Rounding.quotientRadius(mid, rad, o.mid, o.rad, q));
  }

  /**
   * The quotient of two midpoints; NaN if the divisor's interval holds zero and more.
   *
   * @throws ArithmeticException if the divisor is zero
   */
  static double quotient(double a, double b, double rad) {
    if (b == 0 && rad == 0) {
      throw new ArithmeticException("division by zero");
    }
    return Math.abs(b) > rad ? a / b : Double.NaN;
  }

  @Override
  public DoubleReal negated() {
    return of(-mid, rad);
  }

  @Override
  public DoubleReal abs() {
    return nonNegative(Math.abs(mid), rad);
  }

  /** {@code x²}: {@code m² + r² ± 2mr} for {@code |x| = m ± r}, {@code m ≥ r}; cut off at zero. */
  @Override
  public DoubleReal square() {
    DoubleReal magnitude = abs();
    double m = magnitude.mid;
    double r = magnitude.rad;
    double square = m * m;
    double error = Rounding.productError(m, m, square);
    if (r == 0) {
      return nonNegative(square, error);
    }
    double shift = r * r;
    double centre = square + shift;
    double rounding = Math.abs(Rounding.sumError(square, shift, centre));
    double errors = Rounding.plusUp(error, Rounding.productError(r, r, shift));
    double spread = Rounding.plusUp(Rounding.timesUp(2 * m, r), rounding);
    return nonNegative(centre, Rounding.plusUp(errors, spread));
  }

  /**
   * {@code √x}. Around the root of the midpoint, {@code |√x − √mid| ≤ rad / (√(mid − rad) + √mid)};
   * from zero on, if the interval reaches zero.
   */
  @Override
  public DoubleReal sqrt() {
    if (upperDouble() < 0) {
      throw new ArithmeticException("square root of a negative number: " + this);
    }
    if (!(mid > rad)) {
      double root = Math.sqrt(Math.max(0, upperDouble()));
      return rad == 0 ? of(0, 0) : nonNegative(0, Math.nextUp(root));
    }
    double root = Math.sqrt(mid);
    double error = Rounding.rootError(mid, root);
    if (rad == 0) {
      return of(root, error);
    }
    double slope = Math.nextDown(Math.nextDown(Math.sqrt(lowerDouble())) + Math.nextDown(root));
    return nonNegative(root, Rounding.plusUp(error, Rounding.dividedUp(rad, slope)));
  }

  /** {@code e^x}: {@code |e^x − e^mid| ≤ e^mid (e^rad − 1)}, or by the ends for large radii. */
  @Override
  public DoubleReal exp() {
    if (!(rad <= SMALL_RADIUS)) {
      double lower = StrictMath.exp(lowerDouble());
      double upper = StrictMath.exp(upperDouble());
      return between(
          Math.max(0, Math.nextDown(lower - Rounding.elementaryError(lower))),
          Rounding.plusUp(upper, Rounding.elementaryError(upper)));
    }
    double value = StrictMath.exp(mid);
    return nonNegative(value, expRadius(mid, rad, value));
  }

  /**
   * Radius of {@code e^x} around {@code value = StrictMath.exp(mid)} for small radii: {@code e^rad
   * − 1 ≤ rad + rad²}.
   */
  static double expRadius(double mid, double rad, double value) {
    double error = mid == 0 ? 0 : Rounding.elementaryError(value);
    if (rad == 0) {
      return error;
    }
    double growth = Rounding.plusUp(rad, Rounding.timesUp(rad, rad));
    double upper = Rounding.plusUp(value, error);
    return Rounding.plusUp(error, Rounding.timesUp(upper, growth));
  }

  /**
   * {@code ln x}: {@code |ln x − ln mid| ≤ rad / (mid − rad)}, or by the ends if rad exceeds a
   * quarter of mid.
   */
  @Override
  public DoubleReal log() {
    if (upperDouble() < 0) {
      throw new ArithmeticException("logarithm of a negative number: " + this);
    }
    double lower = lowerDouble();
    if (!(lower > 0)) {
      return UNBOUNDED;
    }
    if (rad > mid / 4) {
      double low = StrictMath.log(lower);
      double high = StrictMath.log(upperDouble());
      return between(
          Math.nextDown(low - Rounding.elementaryError(low)),
          Math.nextUp(high + Rounding.elementaryError(high)));
    }
    double value = StrictMath.log(mid);
    double error = mid == 1 ? 0 : Rounding.elementaryError(value);
    return of(value, Rounding.plusUp(error, Rounding.dividedUp(rad, lower)));
  }

  /**
   * {@code ln(1 + x)}: {@code |ln(1 + x) − ln(1 + mid)| ≤ rad / (1 + mid − rad)}, or by the ends if
   * rad exceeds a quarter of 1 + mid.
   */
  @Override
  public DoubleReal log1p() {
    double lower = lowerDouble();
    double upper = upperDouble();
    if (upper < -1) {
      throw new ArithmeticException("logarithm of one and a number below -1: " + this);
    }
    double least = Math.nextDown(1 + lower);
    if (!(least > 0)) {
      return UNBOUNDED;
    }
    if (rad > least / 4) {
      double low = StrictMath.log1p(lower);
      double high = StrictMath.log1p(upper);
      return between(
          Math.nextDown(low - Rounding.elementaryError(low)),
          Math.nextUp(high + Rounding.elementaryError(high)));
    }
    double value = StrictMath.log1p(mid);
    double error = mid == 0 ? 0 : Rounding.elementaryError(value);
    return of(value, Rounding.plusUp(error, Rounding.dividedUp(rad, least)));
  }

  @Override
  public Real max(Real other) {
    DoubleReal o = cast(other);
    if (certainlyAtMost(o)) {
      return o;
    }
    return o.certainlyAtMost(this) ? this : of(Math.max(mid, o.mid), Math.max(rad, o.rad));
  }

  @Override
  public Real min(Real other) {
    DoubleReal o = cast(other);
    if (certainlyAtMost(o)) {
      return this;
    }
    return o.certainlyAtMost(this) ? o : of(Math.min(mid, o.mid), Math.max(rad, o.rad));
  }

  @Override
  public Real hull(Real other) {
    DoubleReal o = cast(other);
    if (mid == o.mid) {
      return rad >= o.rad ? this : o;
    }
    return between(
        Math.min(lowerDouble(), o.lowerDouble()), Math.max(upperDouble(), o.upperDouble()));
  }

  @Override
  public Real midpoint() {
    return isBounded() ? of(mid, 0) : this;
  }

  @Override
  public double value() {
    return mid;
  }

  @Override
  public double radius() {
    return rad;
  }

  @Override
  public boolean isBounded() {
    return rad <= Double.MAX_VALUE;
  }

  @Override
  public BigDecimal lower() {
    return requireBounded().subtract(new BigDecimal(rad));
  }

  @Override
  public BigDecimal upper() {
    return requireBounded().add(new BigDecimal(rad));
  }

  private BigDecimal requireBounded() {
    if (!isBounded()) {
      throw new ArithmeticException("an unbounded number has no ends");
    }
    return new BigDecimal(mid);
  }

  /** The lower end rounded downwards; NaN if unbounded. */
  private double lowerDouble() {
    return -Rounding.sumUp(-mid, rad);
  }

  /** The upper end rounded upwards; NaN if unbounded. */
  private double upperDouble() {
    return Rounding.sumUp(mid, rad);
  }

  @Override
  public boolean certainlyAtMost(Real other) {
    DoubleReal o = cast(other);
    if (rad == 0 && o.rad == 0) {
      return mid <= o.mid;
    }
    double upper = upperDouble();
    double lower = o.lowerDouble();
    if (upper <= lower) {
      return true;
    }
    boolean close = Math.nextDown(upper) <= Math.nextUp(lower);
    return close && isBounded() && o.isBounded() && upper().compareTo(o.lower()) <= 0;
  }

  @Override
  public boolean certainlyAbove(Real other) {
    DoubleReal o = cast(other);
    if (rad == 0 && o.rad == 0) {
      return mid > o.mid;
    }
    double lower = lowerDouble();
    double upper = o.upperDouble();
    if (lower > upper) {
      return true;
    }
    boolean close = Math.nextUp(lower) >= Math.nextDown(upper);
    return close && isBounded() && o.isBounded() && lower().compareTo(o.upper()) > 0;
  }

  @Override
  public String toString() {
    return isBounded() ? mid + " ± " + rad : "unbounded";
  }
}
