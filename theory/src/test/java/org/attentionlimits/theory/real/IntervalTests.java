package org.attentionlimits.theory.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Intervals of every combination of signs, with ends that need no rounding. */
class IntervalTests {

  private static final Arithmetic E = Arithmetic.exact(40);
  private static final double[] ENDS = {-4, -1, 0, 2, 8};

  private static Real interval(double lower, double upper) {
    return E.input(lower).hull(E.input(upper));
  }

  private static Stream<double[]> pairs() {
    return Stream.iterate(0, i -> i < ENDS.length * ENDS.length, i -> i + 1)
        .map(i -> new double[] {ENDS[i / ENDS.length], ENDS[i % ENDS.length]})
        .filter(pair -> pair[0] <= pair[1]);
  }

  @Test
  void productsAndQuotientsReachFromTheLeastToTheLargestOfTheEnds() {
    pairs().forEach(x -> pairs().forEach(y -> checkProductAndQuotient(x, y)));
  }

  private static void checkProductAndQuotient(double[] x, double[] y) {
    Real a = interval(x[0], x[1]);
    Real b = interval(y[0], y[1]);
    checkEnds(a.times(b), x[0] * y[0], x[0] * y[1], x[1] * y[0], x[1] * y[1]);
    if (y[0] > 0 || y[1] < 0) {
      checkEnds(a.dividedBy(b), x[0] / y[0], x[0] / y[1], x[1] / y[0], x[1] / y[1]);
    } else if (y[0] < y[1]) {
      assertThat(a.dividedBy(b).isBounded()).isFalse();
    }
  }

  private static void checkEnds(Real actual, double... corners) {
    assertThat(actual.lower())
        .isEqualByComparingTo(decimal(Stream.of(box(corners)).min(Double::compare).orElseThrow()));
    assertThat(actual.upper())
        .isEqualByComparingTo(decimal(Stream.of(box(corners)).max(Double::compare).orElseThrow()));
  }

  private static Double[] box(double[] values) {
    return Arrays.stream(values).map(x -> x + 0.0).boxed().toArray(Double[]::new);
  }

  private static BigDecimal decimal(double x) {
    return new BigDecimal(x);
  }

  @Test
  void monotoneOperationsMapTheEnds() {
    assertThat(interval(-4, 2).abs()).hasToString("[0, 4]");
    assertThat(interval(-4, -1).abs()).hasToString("[1, 4]");
    assertThat(interval(-4, 0).abs()).hasToString("[0, 4]");
    assertThat(interval(-1, 2).square()).hasToString("[0, 4]");
    assertThat(interval(-1, 4).sqrt().lower()).isZero();
    assertThat(interval(-1, 4).sqrt().upper()).isEqualByComparingTo("2");
    assertThat(interval(0, 1).exp().lower()).isEqualByComparingTo("1");
    assertThat(interval(0, 2).log().isBounded()).isFalse();
    assertThat(interval(-1, 2).log1p().isBounded()).isFalse();
    assertThat(interval(1, 2).log().lower()).isZero();
    assertThat(interval(0, 2).log1p().lower()).isZero();
    assertThat(interval(-4, 2).negated()).hasToString("[-2, 4]");
    assertThat(interval(-4, 2).max(interval(-1, 8))).hasToString("[-1, 8]");
    assertThat(interval(-4, 2).min(interval(-1, 8))).hasToString("[-4, 2]");
    assertThat(interval(-4, 2).midpoint().value()).isEqualTo(-1);
    assertThat(interval(-4, 2).radius()).isEqualTo(3);
  }

  @Test
  void logarithmsAndPowersNextToOneAreEnclosedToTheirLastDigit() {
    for (double x :
        new double[] {0x1p-52, -0x1p-53, 1e-30, -1e-30, 1e-60, -1e-200, 0.5, -0.9, 3e5}) {
      Ball y = Ball.exact(new BigDecimal(x));
      Ball truth = y.plus(Ball.exact(BigDecimal.ONE)).log();
      if (Math.abs(x) > 1e-100) {
        checkNarrow(E.input(x).log1p(), truth);
      }
      if (Math.abs(x) > 1e-100 && Math.abs(x) <= 1) {
        checkNarrow(E.input(x).exp(), y.exp());
      }
      if (1 + x != 1) {
        checkNarrow(E.input(1 + x).log(), Ball.exact(new BigDecimal(1 + x)).log());
      }
      assertThat(E.input(x).log1p().value()).isEqualTo(Math.log1p(x));
    }
  }

  @Test
  void theLogarithmOfOneMoreThanAHugeNumberIsItsOwn() {
    for (double x : new double[] {200, 1e4, 1e7, 2.3e9}) {
      Real power = E.input(x).exp();
      Real log = power.log1p();
      assertThat(log.lower()).as("ln(1 + e^%s)", x).isLessThanOrEqualTo(new BigDecimal(x));
      assertThat(log.upper()).as("ln(1 + e^%s)", x).isGreaterThan(new BigDecimal(x));
      assertThat(log.upper().subtract(log.lower()).doubleValue()).isLessThan(x * 1e-44);
    }
    assertThat(E.input(1e30).exp().log1p().isBounded()).isFalse();
  }

  private static void checkNarrow(Real actual, Ball truth) {
    Inclusion.check("next to one", actual, truth);
    BigDecimal width = actual.upper().subtract(actual.lower());
    assertThat(width).isLessThanOrEqualTo(truth.value().abs().scaleByPowerOfTen(-45));
  }

  @Test
  void rootsCarryTheDigitsOfTheEndsAndNoMore() {
    for (String x : new String[] {"2", "3e-7", "12345678901234567890e5", "0.7"}) {
      Real root = E.input(Double.parseDouble(x)).sqrt();
      assertThat(root.lower().precision()).isBetween(50, 51);
      assertThat(root.upper().subtract(root.lower())).isEqualByComparingTo(root.lower().ulp());
    }
  }

  @Test
  void powersOfTinyNumbersAreEnclosedOnTheirSideOfOne() {
    for (double x : new double[] {5e-49, 5e-50, 9e-51, 9e-52, 5e-53}) {
      for (double signed : new double[] {x, -x}) {
        Real power = E.input(signed).exp();
        Inclusion.check(signed, power, Ball.exact(new BigDecimal(signed)).exp());
        assertThat(power.upper().subtract(power.lower()).doubleValue()).isLessThan(3e-49);
        assertThat(power.lower().compareTo(BigDecimal.ONE) >= 0).isEqualTo(signed > 0);
      }
      checkNarrow(
          E.input(x).log1p(), Ball.exact(new BigDecimal(x)).plus(Ball.exact(BigDecimal.ONE)).log());
    }
    Real vanishing = E.input(-1e6).exp();
    assertThat(vanishing.log1p().certainlyAbove(E.of(0))).isTrue();
    assertThat(vanishing.certainlyAbove(vanishing.log1p())).isFalse();
  }

  @Test
  void equalNumbersAreAtMostAndNotAboveEachOther() {
    assertThat(E.of(1).certainlyAtMost(E.of(1))).isTrue();
    assertThat(E.of(1).certainlyAbove(E.of(1))).isFalse();
    assertThat(interval(0, 1).certainlyAtMost(interval(1, 2))).isTrue();
    assertThat(interval(1, 2).certainlyAbove(interval(0, 1))).isFalse();
    assertThat(interval(1, 2).certainlyAbove(interval(-1, 0))).isTrue();
  }

  @Test
  void powersAndLogarithmsOfIntervalsReachTheirEnds() {
    assertThat(interval(1, 2).exp().upper().doubleValue()).isEqualTo(Math.exp(2));
    assertThat(interval(2, 8).log().upper().doubleValue()).isEqualTo(Math.log(8));
    assertThat(interval(1, 7).log1p().upper().doubleValue()).isEqualTo(Math.log(8));
    checkNarrow(E.of(1).exp(), Ball.exact(BigDecimal.ONE).exp());
    checkNarrow(E.of(3).log(), Ball.exact(new BigDecimal(3)).log());
  }

  @Test
  void powersBeyondABillionDigitsAreUnboundedOrReachZero() {
    assertThat(E.input(2.4e9).exp().isBounded()).isFalse();
    assertThat(E.input(-2.4e9).exp().lower()).isZero();
    assertThat(E.input(-2.4e9).exp().upper().scale()).isGreaterThan(900_000_000);
    assertThat(E.input(1e10).exp().isBounded()).isFalse();
    assertThat(E.input(-1e10).exp().lower()).isZero();
  }

  @Test
  void aFreshArithmeticFindsItsOwnConstants() {
    assertThat(Arithmetic.exact(20).of(3).exp().value()).isEqualTo(Math.exp(3));
    assertThat(Arithmetic.exact(20).of(30).log().value()).isEqualTo(Math.log(30));
    assertThat(Arithmetic.exact(20).digits()).isEqualTo(20);
    assertThat(Arithmetic.BINARY64.digits()).isEqualTo(16);
  }

  @Test
  void endsCarryTenDigitsMoreThanAskedFor() {
    Real third = E.of(1).dividedBy(3);
    assertThat(third.lower().precision()).isEqualTo(50);
    assertThat(third.upper().precision()).isEqualTo(50);
    assertThat(third.exp().lower().precision()).isBetween(48, 50);
    assertThat(E.vector(third, E.of(2)).get(0)).isSameAs(third);
    assertThat(E.inputs(1).arithmetic()).isSameAs(E);
    assertThatThrownBy(() -> E.inputs(1, 2).plus(E.inputs(1)))
        .hasMessage("size of the other vector must be 2: 1");
    assertThatThrownBy(() -> E.inputs(new double[0]).max()).isInstanceOf(ArithmeticException.class);
    assertThat(E.input(Double.MAX_VALUE).value()).isEqualTo(Double.MAX_VALUE);
    assertThat(E.inputs(Double.MAX_VALUE).get(0).value()).isEqualTo(Double.MAX_VALUE);
  }

  @Test
  void unboundedHasNoEnds() {
    Real unbounded = E.of(0).log();

    assertThat(unbounded).hasToString("unbounded");
    assertThatThrownBy(unbounded::lower)
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("an unbounded number has no ends");
    assertThatThrownBy(unbounded::upper).hasMessage("an unbounded number has no ends");
    assertThat(unbounded.midpoint()).isSameAs(unbounded);
    assertThat(unbounded.log1p().isBounded()).isFalse();
    assertThatThrownBy(() -> E.of(-2).log1p())
        .isInstanceOf(ArithmeticException.class)
        .hasMessageStartingWith("logarithm of one and a number below -1");
    assertThatThrownBy(() -> Arithmetic.BINARY64.of(-2).log1p())
        .isInstanceOf(ArithmeticException.class);
  }
}
