package org.attentionlimits.theory.real;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.UnaryOperator;

/**
 * The oracle of these tests: a decimal of 300 digits with a bound of its own error, so that a
 * cancellation in the oracle is not mistaken for an error of what is tested. Shares nothing with
 * the arithmetics: {@code exp} is its Taylor series, {@code log} Halley's iteration on that.
 *
 * <p>Null stands for "undefined, or not decided here", as the operand and the result of anything.
 *
 * @param value the approximation
 * @param error bound of its absolute error
 */
record Ball(BigDecimal value, BigDecimal error) {

  private static final MathContext MC = new MathContext(300, RoundingMode.HALF_EVEN);
  private static final MathContext WORK = new MathContext(330, RoundingMode.HALF_EVEN);
  private static final MathContext UP = new MathContext(20, RoundingMode.CEILING);
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal EPSILON = ONE.scaleByPowerOfTen(-295);
  private static final double LARGEST_EXPONENT = 5000;

  static Ball exact(BigDecimal value) {
    return new Ball(value, BigDecimal.ZERO);
  }

  /** Rounds to 300 digits and adds that to the error; short values stay. */
  private static Ball rounded(BigDecimal value, BigDecimal error) {
    BigDecimal rounded = value.round(MC);
    return new Ball(rounded, value.subtract(rounded).abs().add(error).round(UP));
  }

  /** For values correct to 295 digits: {@code value (1 + 10⁻²⁹⁵) + error}. */
  private static Ball approximate(BigDecimal value, BigDecimal error) {
    return new Ball(value.round(MC), value.abs().multiply(EPSILON).add(error, UP));
  }

  Ball plus(Ball o) {
    return rounded(value.add(o.value), error.add(o.error));
  }

  Ball negated() {
    return new Ball(value.negate(), error);
  }

  Ball minus(Ball o) {
    return plus(o.negated());
  }

  Ball times(Ball o) {
    BigDecimal cross = value.abs().multiply(o.error, UP).add(o.value.abs().multiply(error, UP), UP);
    return rounded(value.multiply(o.value), cross.add(error.multiply(o.error), UP));
  }

  Ball dividedBy(Ball o) {
    BigDecimal nearest = o.value.abs().subtract(o.error);
    if (nearest.signum() <= 0) {
      return null;
    }
    BigDecimal quotient = value.divide(o.value, WORK);
    BigDecimal spread = quotient.abs().multiply(o.error, UP).add(error, UP).divide(nearest, UP);
    return approximate(quotient, spread);
  }

  Ball abs() {
    return new Ball(value.abs(), error);
  }

  Ball sqrt() {
    if (value.signum() == 0 && error.signum() == 0) {
      return this;
    }
    if (value.compareTo(error) <= 0) {
      return null;
    }
    BigDecimal root = value.sqrt(WORK);
    return approximate(root, error.divide(root, UP));
  }

  Ball exp() {
    if (value.abs().doubleValue() > LARGEST_EXPONENT || error.doubleValue() > 1e-3) {
      return null;
    }
    BigDecimal power = taylor(value);
    return approximate(power, power.multiply(error, UP).multiply(TWO, UP));
  }

  Ball log() {
    BigDecimal lowest = value.subtract(error);
    if (lowest.signum() <= 0) {
      return null;
    }
    BigDecimal log = value.compareTo(ONE) == 0 ? BigDecimal.ZERO : halley(value);
    BigDecimal slack = log.signum() == 0 ? BigDecimal.ZERO : EPSILON;
    return approximate(log, error.divide(lowest, UP).add(slack));
  }

  Ball max(Ball o) {
    return new Ball(value.max(o.value), error.max(o.error));
  }

  Ball min(Ball o) {
    return new Ball(value.min(o.value), error.max(o.error));
  }

  /** {@code (Σ (x/2^k)^j / j!)^(2^k)} with {@code |x/2^k| < 2⁻¹⁶}. */
  private static BigDecimal taylor(BigDecimal x) {
    int halvings = 17 + Math.max(0, Math.getExponent(x.abs().doubleValue()));
    BigDecimal small = x.divide(TWO.pow(halvings), WORK);
    BigDecimal term = ONE;
    BigDecimal sum = ONE;
    for (int j = 1; term.signum() != 0 && term.precision() - term.scale() > -335; j++) {
      term = term.multiply(small, WORK).divide(BigDecimal.valueOf(j), WORK);
      sum = sum.add(term, WORK);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum, WORK);
    }
    return sum;
  }

  /** {@code y + 2 (x − e^y) / (x + e^y)}, which triples the digits, on the mantissa of x. */
  private static BigDecimal halley(BigDecimal x) {
    int tens = x.precision() - x.scale() - 1;
    if (Math.abs(tens) > 300) {
      return halley(x.scaleByPowerOfTen(-tens))
          .add(halley(BigDecimal.TEN).multiply(BigDecimal.valueOf(tens)), WORK);
    }
    UnaryOperator<BigDecimal> step =
        y -> {
          BigDecimal power = taylor(y);
          BigDecimal ratio = x.subtract(power).divide(x.add(power), WORK);
          return y.add(TWO.multiply(ratio), WORK);
        };
    BigDecimal start = new BigDecimal(Math.log(x.doubleValue()));
    return step.apply(step.apply(step.apply(step.apply(start))));
  }
}
