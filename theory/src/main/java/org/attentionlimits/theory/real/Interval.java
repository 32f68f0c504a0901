package org.attentionlimits.theory.real;

import java.math.BigDecimal;

/**
 * A number of {@link Enclosures}: {@code [lower, upper]}, or unbounded where both are null. Ends
 * are inputs as read, or rounded outwards to the arithmetic's digits.
 */
final class Interval implements Real {

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal MINUS_ONE = BigDecimal.ONE.negate();

  private final Enclosures arithmetic;
  private final BigDecimal lower;
  private final BigDecimal upper;

  Interval(Enclosures arithmetic, BigDecimal lower, BigDecimal upper) {
    this.arithmetic = arithmetic;
    this.lower = lower;
    this.upper = upper;
  }

  @Override
  public Enclosures arithmetic() {
    return arithmetic;
  }

  private boolean isUnboundedWith(Interval other) {
    return !(isBounded() && other.isBounded());
  }

  @Override
  public Interval plus(Real other) {
    Interval o = arithmetic.cast(other);
    if (isUnboundedWith(o)) {
      return arithmetic.unbounded();
    }
    return arithmetic.between(
        lower.add(o.lower, arithmetic.down), upper.add(o.upper, arithmetic.up));
  }

  @Override
  public Interval minus(Real other) {
    return plus(other.negated());
  }

  @Override
  public Interval times(Real other) {
    Interval o = arithmetic.cast(other);
    if (isUnboundedWith(o)) {
      return arithmetic.unbounded();
    }
    if (upper.signum() < 0) {
      return negated().times(o.negated());
    }
    BigDecimal low = product(o.lower.signum() < 0 ? upper : lower, o.lower, false);
    BigDecimal high = product(o.upper.signum() < 0 ? lower : upper, o.upper, true);
    if (lower.signum() < 0) {
      low = low.min(product(lower, o.upper, false));
      high = high.max(product(lower, o.lower, true));
    }
    return arithmetic.between(low, high);
  }

  private BigDecimal product(BigDecimal x, BigDecimal y, boolean up) {
    return x.multiply(y, up ? arithmetic.up : arithmetic.down);
  }

  @Override
  public Interval dividedBy(Real other) {
    Interval o = arithmetic.cast(other);
    if (o.isBounded() && o.lower.signum() == 0 && o.upper.signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
    if (isUnboundedWith(o) || (o.lower.signum() <= 0 && o.upper.signum() >= 0)) {
      return arithmetic.unbounded();
    }
    if (o.upper.signum() < 0) {
      return negated().dividedBy(o.negated());
    }
    return arithmetic.between(
        lower.divide(lower.signum() < 0 ? o.lower : o.upper, arithmetic.down),
        upper.divide(upper.signum() < 0 ? o.upper : o.lower, arithmetic.up));
  }

  @Override
  public Interval negated() {
    return isBounded() ? new Interval(arithmetic, upper.negate(), lower.negate()) : this;
  }

  @Override
  public Interval abs() {
    if (!isBounded() || lower.signum() >= 0) {
      return this;
    }
    return upper.signum() <= 0
        ? negated()
        : new Interval(arithmetic, BigDecimal.ZERO, upper.max(lower.negate()));
  }

  @Override
  public Interval square() {
    Interval magnitude = abs();
    return magnitude.times(magnitude);
  }

  @Override
  public Interval sqrt() {
    if (!isBounded()) {
      return this;
    }
    if (upper.signum() < 0) {
      throw new ArithmeticException("square root of a negative number: " + this);
    }
    Interval low = arithmetic.elementary.sqrt(lower.max(BigDecimal.ZERO));
    return isPoint() ? low : low.to(arithmetic.elementary.sqrt(upper));
  }

  @Override
  public Interval exp() {
    if (!isBounded()) {
      return this;
    }
    Interval low = arithmetic.elementary.exp(lower);
    return isPoint() ? low : low.to(arithmetic.elementary.exp(upper));
  }

  @Override
  public Interval log() {
    if (isBounded() && upper.signum() < 0) {
      throw new ArithmeticException("logarithm of a negative number: " + this);
    }
    if (!isBounded() || lower.signum() <= 0) {
      return arithmetic.unbounded();
    }
    Interval low = arithmetic.elementary.log(lower);
    return isPoint() ? low : low.to(arithmetic.elementary.log(upper));
  }

  @Override
  public Interval log1p() {
    if (isBounded() && upper.compareTo(MINUS_ONE) < 0) {
      throw new ArithmeticException("logarithm of one and a number below -1: " + this);
    }
    if (!isBounded() || lower.compareTo(MINUS_ONE) <= 0) {
      return arithmetic.unbounded();
    }
    Interval low = arithmetic.elementary.log1p(lower);
    return isPoint() ? low : low.to(arithmetic.elementary.log1p(upper));
  }

  private boolean isPoint() {
    return lower.compareTo(upper) == 0;
  }

  /** From the lower end of this to the upper end of the other. */
  private Interval to(Interval other) {
    return isUnboundedWith(other)
        ? arithmetic.unbounded()
        : new Interval(arithmetic, lower, other.upper);
  }

  @Override
  public Interval max(Real other) {
    Interval o = arithmetic.cast(other);
    return isUnboundedWith(o)
        ? arithmetic.unbounded()
        : new Interval(arithmetic, lower.max(o.lower), upper.max(o.upper));
  }

  @Override
  public Interval min(Real other) {
    Interval o = arithmetic.cast(other);
    return isUnboundedWith(o)
        ? arithmetic.unbounded()
        : new Interval(arithmetic, lower.min(o.lower), upper.min(o.upper));
  }

  @Override
  public Interval hull(Real other) {
    Interval o = arithmetic.cast(other);
    return isUnboundedWith(o)
        ? arithmetic.unbounded()
        : new Interval(arithmetic, lower.min(o.lower), upper.max(o.upper));
  }

  @Override
  public Interval midpoint() {
    return isBounded() && !isPoint() ? arithmetic.point(middle()) : this;
  }

  private BigDecimal middle() {
    BigDecimal middle = lower.add(upper, arithmetic.down).multiply(HALF, arithmetic.down);
    return middle.max(lower).min(upper);
  }

  @Override
  public double value() {
    if (!isBounded()) {
      return Double.NaN;
    }
    return (isPoint() ? lower : middle()).doubleValue();
  }

  @Override
  public double radius() {
    double value = value();
    if (!Double.isFinite(value)) {
      return Double.POSITIVE_INFINITY;
    }
    BigDecimal middle = new BigDecimal(value);
    BigDecimal above = upper.subtract(middle, arithmetic.up);
    BigDecimal reach = above.max(middle.subtract(lower, arithmetic.up));
    double radius = reach.doubleValue();
    boolean tooSmall = radius <= Double.MAX_VALUE && new BigDecimal(radius).compareTo(reach) < 0;
    return tooSmall ? Math.nextUp(radius) : radius;
  }

  @Override
  public boolean isBounded() {
    return lower != null;
  }

  @Override
  public BigDecimal lower() {
    requireBounded();
    return lower;
  }

  @Override
  public BigDecimal upper() {
    requireBounded();
    return upper;
  }

  private void requireBounded() {
    if (!isBounded()) {
      throw new ArithmeticException("an unbounded number has no ends");
    }
  }

  @Override
  public boolean certainlyAtMost(Real other) {
    Interval o = arithmetic.cast(other);
    return !isUnboundedWith(o) && upper.compareTo(o.lower) <= 0;
  }

  @Override
  public boolean certainlyAbove(Real other) {
    Interval o = arithmetic.cast(other);
    return !isUnboundedWith(o) && lower.compareTo(o.upper) > 0;
  }

  @Override
  public String toString() {
    return isBounded() ? "[" + lower + ", " + upper + "]" : "unbounded";
  }
}
