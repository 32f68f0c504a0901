package org.attentionlimits.theory.real;

import java.math.BigDecimal;

/**
 * A real number known to lie in the closed interval [{@link #lower()}, {@link #upper()}].
 *
 * <p>Operations enclose the true result whatever the operands' true values are. A result about
 * which nothing is known (division by an interval around zero, overflow, the logarithm of an
 * interval that reaches zero) is <em>unbounded</em>: every comparison with it is undecided. An
 * operation that is certainly outside its domain (the root or logarithm of a certainly negative
 * number, division by the exact number zero) throws {@link ArithmeticException}.
 *
 * <p>Instances are immutable.
 */
public interface Real {

  /** The arithmetic this number belongs to. */
  Arithmetic arithmetic();

  /** {@code this + other}. */
  Real plus(Real other);

  /** {@code this − other}. */
  Real minus(Real other);

  /** {@code this · other}. */
  Real times(Real other);

  /** {@code this / other}. */
  Real dividedBy(Real other);

  /** {@code −this}. */
  Real negated();

  /** {@code |this|}. */
  Real abs();

  /**
   * {@code √this}; an interval reaching below zero but not certainly negative is cut off at zero.
   */
  Real sqrt();

  /** {@code e^this}. */
  Real exp();

  /** {@code ln this}. */
  Real log();

  /** {@code ln(1 + this)}, to as many digits as a small number has. */
  Real log1p();

  /** The larger of the two. */
  Real max(Real other);

  /** The smaller of the two. */
  Real min(Real other);

  /**
   * The smallest number enclosing both intervals: [min of the lower ends, max of the upper ends].
   */
  Real hull(Real other);

  /**
   * The middle of the interval as an exact number (any finite point of it near the middle will do).
   */
  Real midpoint();

  /** {@code this²}. */
  Real square();

  /** {@code this + constant}. */
  default Real plus(long constant) {
    return plus(arithmetic().of(constant));
  }

  /** {@code this − constant}. */
  default Real minus(long constant) {
    return minus(arithmetic().of(constant));
  }

  /** {@code this · constant}. */
  default Real times(long constant) {
    return times(arithmetic().of(constant));
  }

  /** {@code this / constant}. */
  default Real dividedBy(long constant) {
    return dividedBy(arithmetic().of(constant));
  }

  /** The double nearest to the middle of the interval; NaN if unbounded. */
  double value();

  /** A double not below half the width of the interval around {@link #value()}; +∞ if unbounded. */
  double radius();

  /** Whether both ends of the interval are finite. */
  boolean isBounded();

  /**
   * Lower end of the interval.
   *
   * @throws ArithmeticException if unbounded
   */
  BigDecimal lower();

  /**
   * Upper end of the interval.
   *
   * @throws ArithmeticException if unbounded
   */
  BigDecimal upper();

  /** True if {@code this ≤ other} whatever the true values are; false if not, or if undecided. */
  boolean certainlyAtMost(Real other);

  /** True if {@code this > other} whatever the true values are; false if not, or if undecided. */
  boolean certainlyAbove(Real other);
}
