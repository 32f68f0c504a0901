package org.attentionlimits.theory.real;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.DoubleFunction;

/**
 * Decimal enclosures: {@link Interval} and {@link IntervalVec}, their ends rounded outwards at ten
 * digits more than asked for.
 *
 * <p>Two instances are the same arithmetic if they carry as many digits and read inputs alike.
 */
final class Enclosures implements Arithmetic {

  private static final int GUARD_DIGITS = 10;

  /** An end beyond 10^±this is rounded outwards to it, or to infinity: far inside BigDecimal. */
  private static final int MAX_EXPONENT = 1_000_000_000;

  /** The smallest positive end, 10⁻¹⁰⁰⁰⁰⁰⁰⁰⁰⁰. */
  static final BigDecimal SMALLEST = BigDecimal.ONE.scaleByPowerOfTen(-MAX_EXPONENT);

  final MathContext down;
  final MathContext up;
  final Elementary elementary;

  private final int digits;
  private final DoubleFunction<BigDecimal> reader;
  private final Interval unbounded = new Interval(this, null, null);

  Enclosures(int digits, DoubleFunction<BigDecimal> reader) {
    if (!(digits >= 20)) {
      throw new IllegalArgumentException("digits must be at least 20: " + digits);
    }
    this.digits = digits;
    this.reader = reader;
    this.down = new MathContext(digits + GUARD_DIGITS, RoundingMode.FLOOR);
    this.up = new MathContext(digits + GUARD_DIGITS, RoundingMode.CEILING);
    this.elementary = new Elementary(this, digits + GUARD_DIGITS);
  }

  @Override
  public Interval input(double value) {
    return point(reader.apply(Inputs.requireFinite(value)));
  }

  @Override
  public Vec inputs(double... values) {
    Inputs.requireFinite(values);
    return IntervalVec.of(this, this::input, values);
  }

  @Override
  public Interval of(long constant) {
    return point(BigDecimal.valueOf(constant));
  }

  @Override
  public Real ratio(long p, long q) {
    return of(p).dividedBy(of(q));
  }

  @Override
  public Interval of(double value) {
    return point(Inputs.requireShort(value));
  }

  @Override
  public Interval decimal(String text) {
    BigDecimal value = new BigDecimal(text);
    return between(value, value);
  }

  @Override
  public Vec vector(Real... elements) {
    return IntervalVec.generate(this, elements.length, i -> cast(elements[i]));
  }

  @Override
  public int digits() {
    return digits;
  }

  /** The operand as a number of this arithmetic. */
  Interval cast(Real other) {
    if (other instanceof Interval interval && isSame(interval.arithmetic())) {
      return interval;
    }
    throw new IllegalArgumentException("operand must be of " + this + ": " + other);
  }

  boolean isSame(Arithmetic other) {
    return other == this
        || (other instanceof Enclosures o
            && digits == o.digits
            && tenth().compareTo(o.tenth()) == 0);
  }

  /** What 0.1 is read as; tells the readers apart. */
  private BigDecimal tenth() {
    return reader.apply(0.1);
  }

  Interval point(BigDecimal value) {
    return new Interval(this, value, value);
  }

  Interval unbounded() {
    return unbounded;
  }

  /** {@code [lower, upper]} with ends of extreme magnitude rounded outwards. */
  Interval between(BigDecimal lower, BigDecimal upper) {
    if (exponent(lower) >= MAX_EXPONENT || exponent(upper) >= MAX_EXPONENT) {
      return unbounded;
    }
    BigDecimal low = isVanishing(lower) ? below(lower) : lower;
    BigDecimal high = isVanishing(upper) ? below(upper.negate()).negate() : upper;
    return new Interval(this, low, high);
  }

  private static BigDecimal below(BigDecimal vanishing) {
    return vanishing.signum() < 0 ? SMALLEST.negate() : BigDecimal.ZERO;
  }

  private static boolean isVanishing(BigDecimal x) {
    return x.signum() == 0 || exponent(x) < -MAX_EXPONENT;
  }

  /** The decimal exponent of the leading digit; 0 for zero. */
  static long exponent(BigDecimal x) {
    return x.signum() == 0 ? 0 : (long) x.precision() - x.scale() - 1;
  }

  @Override
  public String toString() {
    return "enclosures of " + digits + " digits, 0.1 read as " + tenth();
  }
}
