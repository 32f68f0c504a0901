package org.attentionlimits.theory.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against formulas of another library, written out here. */
class PositiveFunctionTests {

  private static final int DIGITS = 40;
  private static final Arithmetic EXACT = Arithmetic.exact(DIGITS);
  private static final MathContext ORACLE = new MathContext(160);
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal STEP = new BigDecimal("1e-30");

  private static final double[] POINTS = {
    -100, -37.5, -5, -1, -0.1, -1e-9, 0, Double.MIN_VALUE, 1e-17, 0.25, 1, 2.5, 37, 100, 700
  };

  private static final double[] ENDS = {-6, -2, -0.5, 0, 0.3, 1, 5};

  /** {@code f(x)} to far more than the digits asked for. */
  private static BigDecimal oracle(PositiveFunction function, BigDecimal x) {
    return switch (function) {
      case EXPONENTIAL -> BigDecimalMath.exp(x, ORACLE);
      case LOGISTIC -> ONE.divide(ONE.add(BigDecimalMath.exp(x.negate(), ORACLE)), ORACLE);
      case SOFTPLUS -> BigDecimalMath.log(ONE.add(BigDecimalMath.exp(x, ORACLE)), ORACLE);
      case QUADRATIC -> ONE.add(x.multiply(x));
    };
  }

  /** The central difference quotient of the oracle, wrong by 1e-60 of the third derivative. */
  private static BigDecimal slopeOracle(PositiveFunction function, BigDecimal x) {
    BigDecimal above = oracle(function, x.add(STEP));
    BigDecimal below = oracle(function, x.subtract(STEP));
    return above.subtract(below).divide(STEP.multiply(BigDecimal.valueOf(2)), ORACLE);
  }

  @ParameterizedTest
  @EnumSource
  void valuesAndSlopesAreThoseOfTheFormulaToFortyDigits(PositiveFunction function) {
    for (double x : POINTS) {
      BigDecimal at = new BigDecimal(x);
      assertEncloses(function.value(EXACT.input(x)), oracle(function, at), 1e-40);
      assertEncloses(function.slope(EXACT.input(x)), slopeOracle(function, at), 1e-40);
    }
  }

  @ParameterizedTest
  @EnumSource
  void valuesAndSlopesAreThoseOfTheFormulaInDoublePrecision(PositiveFunction function) {
    for (double x : POINTS) {
      BigDecimal at = new BigDecimal(x);
      Real number = Arithmetic.BINARY64.input(x);
      assertEncloses(function.value(number), oracle(function, at), 2e-15);
      assertEncloses(function.slope(number), slopeOracle(function, at), 2e-15);
    }
  }

  /** Up to the error of the oracle; the width allowed is relative to the number, or to one. */
  private static void assertEncloses(Real number, BigDecimal truth, double width) {
    BigDecimal slack = truth.abs().add(ONE).multiply(new BigDecimal("1e-55"));
    double size = Math.max(1, Math.abs(truth.doubleValue()));
    assertThat(number.lower()).isLessThanOrEqualTo(truth.add(slack));
    assertThat(number.upper()).isGreaterThanOrEqualTo(truth.subtract(slack));
    assertThat(number.upper().subtract(number.lower()).doubleValue())
        .isLessThanOrEqualTo(2 * width * size);
  }

  @Test
  void valuesAtZeroAreKnown() {
    Real zero = EXACT.of(0);

    assertThat(PositiveFunction.EXPONENTIAL.value(zero).value()).isEqualTo(1);
    assertThat(PositiveFunction.LOGISTIC.value(zero).value()).isEqualTo(0.5);
    assertThat(PositiveFunction.SOFTPLUS.value(zero).value()).isEqualTo(Math.log(2));
    assertThat(PositiveFunction.QUADRATIC.value(zero).value()).isEqualTo(1);
    assertThat(PositiveFunction.LOGISTIC.slope(zero).value()).isEqualTo(0.25);
    assertThat(PositiveFunction.SOFTPLUS.slope(zero).value()).isEqualTo(0.5);
    assertThat(PositiveFunction.QUADRATIC.slope(zero).value()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void valuesFarOutAreNeverSaidToBeNegative(PositiveFunction function) {
    for (Arithmetic arithmetic : new Arithmetic[] {Arithmetic.BINARY64, EXACT}) {
      for (double x : new double[] {-1e6, -1e3, 1e3, 1e6}) {
        Real value = function.value(arithmetic.input(x));
        assertThat(!value.isBounded() || value.upper().signum() > 0).isTrue();
        assertThat(arithmetic.of(0).certainlyAbove(value)).isFalse();
      }
    }
  }

  @Test
  void valuesFarOutAreThoseOfTheAsymptote() {
    assertThat(PositiveFunction.SOFTPLUS.value(Arithmetic.BINARY64.input(1e6)).value())
        .isEqualTo(1e6);
    assertThat(PositiveFunction.LOGISTIC.value(EXACT.input(1e6)).value()).isEqualTo(1);
    assertThat(PositiveFunction.SOFTPLUS.value(EXACT.input(-1e6)).value()).isBetween(0.0, 1e-40);
  }

  @ParameterizedTest
  @EnumSource
  void extremesAreThoseOfAFineGrid(PositiveFunction function) {
    for (double low : ENDS) {
      for (double high : ENDS) {
        if (low <= high) {
          checkExtremes(function, low, high);
        }
      }
    }
  }

  private static void checkExtremes(PositiveFunction function, double low, double high) {
    Real from = EXACT.input(low);
    Real to = EXACT.input(high);
    double[] values = new double[2001];
    for (int i = 0; i < values.length; i++) {
      Real x = Arithmetic.BINARY64.input(low + (high - low) * i / (values.length - 1));
      values[i] = function.value(x).value();
    }
    double least = Arrays.stream(values).min().orElseThrow();

    assertExtreme(function.greatest(from, to).value(), Arrays.stream(values).max().orElseThrow());
    assertExtreme(-function.least(from, to).value(), -least);
  }

  /** Not below what the grid reaches, and not above it by more than half a step's curvature. */
  private static void assertExtreme(double actual, double grid) {
    assertThat(actual).isGreaterThanOrEqualTo(grid - 1e-13 * Math.abs(grid));
    assertThat(actual).isLessThanOrEqualTo(grid + 2e-5 * Math.max(1, Math.abs(grid)));
  }

  @Test
  void complexitiesAreInTheOrderOfTheFunctions() {
    PositiveFunction[] functions = PositiveFunction.values();
    assertThat(Arrays.stream(functions).mapToInt(PositiveFunction::complexity).toArray())
        .isEqualTo(IntStream.range(0, functions.length).toArray());
  }
}
