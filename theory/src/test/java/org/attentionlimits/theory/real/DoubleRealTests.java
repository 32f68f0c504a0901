package org.attentionlimits.theory.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Numbers with a radius: each operation encloses its result at every end of the operands, and its
 * radius is little more than the ends need.
 */
class DoubleRealTests {

  private static final int SAMPLES = 60;
  private static final double LITTLE = 1e-13;

  private final Random random = new Random(1);

  @Test
  void operationsOfTwoNumbersReachTheEndsAndLittleMore() {
    check(Real::plus, Ball::plus);
    check(Real::minus, Ball::minus);
    check(Real::times, Ball::times);
    check((x, y) -> x.dividedBy(y), Ball::dividedBy);
  }

  @Test
  void operationsOfOneNumberReachTheEndsAndLittleMore() {
    check(Real::square, x -> x.times(x), LITTLE, 1.5);
    check(Real::abs, Ball::abs, LITTLE, 1.5);
    check(Real::negated, Ball::negated, LITTLE, 1.5);
    check(Real::sqrt, Ball::sqrt, LITTLE, 0.9);
    check(Real::exp, Ball::exp, 1e-3, 1.5);
    check(Real::log, Ball::log, 0.25, 0.9);
    check(Real::log1p, x -> x.plus(Ball.exact(BigDecimal.ONE)).log(), 0.25, 0.9);
  }

  private void check(BinaryOperator<Real> operation, BinaryOperator<Ball> oracle) {
    for (int sample = 0; sample < SAMPLES; sample++) {
      DoubleReal x = number(1.5);
      DoubleReal y = number(0.9);
      Real result = operation.apply(x, y);
      BigDecimal needed = BigDecimal.ZERO;
      for (Ball a : ends(x)) {
        for (Ball b : ends(y)) {
          needed = needed.max(reach(result, oracle.apply(a, b), x + ", " + y));
        }
      }
      checkTight(result, needed, LITTLE);
    }
  }

  private void check(
      UnaryOperator<Real> operation, UnaryOperator<Ball> oracle, double slack, double widest) {
    for (int sample = 0; sample < SAMPLES; sample++) {
      DoubleReal any = number(widest);
      DoubleReal x = widest < 1 ? DoubleReal.of(Math.abs(any.mid), any.rad) : any;
      Real result = operation.apply(x);
      BigDecimal needed = BigDecimal.ZERO;
      for (Ball a : ends(x)) {
        needed = needed.max(reach(result, oracle.apply(a), x));
      }
      // Even functions reach zero inside, as far from the middle as the farther end.
      checkTight(result, needed, slack);
    }
  }

  /** A midpoint of any sign, and a radius of up to so many times its magnitude; often zero. */
  private DoubleReal number(double widest) {
    double mid =
        (random.nextBoolean() ? 1 : -1)
            * Math.scalb(1 + random.nextDouble(), random.nextInt(12) - 8);
    double share =
        widest * random.nextDouble() * Math.scalb(1.0, -random.nextInt(4) * random.nextInt(20));
    return DoubleReal.of(mid, random.nextInt(5) == 0 ? 0 : Math.abs(mid) * share);
  }

  private static Ball[] ends(Real x) {
    return new Ball[] {Ball.exact(x.lower()), Ball.exact(x.upper())};
  }

  /** The distance of a true value from the middle of a result that encloses it. */
  private static BigDecimal reach(Real result, Ball truth, Object what) {
    Inclusion.check(what, result, truth);
    return truth.value().subtract(new BigDecimal(result.value())).abs();
  }

  private static void checkTight(Real result, BigDecimal needed, double slack) {
    double allowed = needed.doubleValue() * (1 + slack) + 4 * Math.ulp(result.value());
    assertThat(result.radius()).as("%s needs %s", result, needed).isLessThanOrEqualTo(allowed);
  }

  @Test
  void anEvenFunctionAcrossZeroStartsAtZero() {
    assertThat(DoubleReal.of(0, 1).abs()).hasToString("0.5 ± 0.5");
    assertThat(DoubleReal.of(0, Double.MIN_VALUE).abs().radius()).isEqualTo(Double.MIN_VALUE);
    assertThat(DoubleReal.of(-1, 3).square().lower()).isZero();
    assertThat(DoubleReal.of(-1, 3).square().upper().doubleValue())
        .isBetween(16.0, 16 + 4 * Math.ulp(16.0));
    assertThat(DoubleReal.of(1, 1).sqrt().lower()).isZero();
    assertThat(DoubleReal.of(1, 1).log().isBounded()).isFalse();
    assertThat(DoubleReal.of(-1, 1).log1p().isBounded()).isFalse();
  }

  @Test
  void squaresPowersAndLogarithmsEndAtThoseOfTheEnds() {
    for (double mid : new double[] {3, -3}) {
      assertThat(DoubleReal.of(mid, 1).square().lower().doubleValue()).isCloseTo(4, within(1e-14));
      assertThat(DoubleReal.of(mid, 1).square().upper().doubleValue()).isCloseTo(16, within(1e-14));
    }
    assertThat(DoubleReal.of(1, 0.25).exp().upper().doubleValue())
        .isCloseTo(Math.exp(1.25), within(1e-14));
    assertThat(DoubleReal.of(1, 0.25).exp().lower().doubleValue())
        .isCloseTo(Math.exp(0.75), within(1e-14));
    assertThat(DoubleReal.of(1, 0.5).log().lower().doubleValue())
        .isCloseTo(Math.log(0.5), within(1e-14));
    assertThat(DoubleReal.of(1, 0.5).log().upper().doubleValue())
        .isCloseTo(Math.log(1.5), within(1e-14));
  }

  @Test
  void theLargerAndTheSmallerAreOneOfTheTwoUnlessTheyOverlap() {
    DoubleReal low = DoubleReal.of(1, 0.125);
    DoubleReal high = DoubleReal.of(3, 0.5);
    assertThat(low.max(high)).isSameAs(high);
    assertThat(high.max(low)).isSameAs(high);
    assertThat(low.min(high)).isSameAs(low);
    assertThat(high.min(low)).isSameAs(low);
    assertThat(low.max(DoubleReal.of(1.25, 0.5))).hasToString("1.25 ± 0.5");
    assertThat(DoubleReal.of(1.25, 0.5).min(low)).hasToString("1.0 ± 0.5");
  }

  @Test
  void theHullReachesFromTheLowestToTheHighestEnd() {
    assertThat(DoubleReal.of(1, 0.25).hull(DoubleReal.of(1, 0.5))).hasToString("1.0 ± 0.5");
    assertThat(DoubleReal.of(1, 0.5).hull(DoubleReal.of(1, 0.25))).hasToString("1.0 ± 0.5");
    assertThat(DoubleReal.of(1, 0.5).hull(DoubleReal.of(4, 1))).hasToString("2.75 ± 2.25");
    assertThat(DoubleReal.of(4, 1).hull(DoubleReal.of(4, 1).midpoint())).hasToString("4.0 ± 1.0");
  }

  @Test
  void comparisonsAreThoseOfTheExactEnds() {
    double[] mids = {0, 1, Math.nextUp(1.0), Math.nextDown(1.0), -1, 1 + 0x1p-51};
    double[] radii = {0, 0x1p-60, 0x1p-54, 0x1p-53, 0x1p-52 - 0x1p-60, 0x1p-52, 0x1p-51, 1, 2};
    for (int i = 0; i < mids.length * radii.length; i++) {
      DoubleReal x = DoubleReal.of(mids[i / radii.length], radii[i % radii.length]);
      for (int j = 0; j < mids.length * radii.length; j++) {
        DoubleReal y = DoubleReal.of(mids[j / radii.length], radii[j % radii.length]);
        assertThat(x.certainlyAtMost(y))
            .as("%s at most %s", x, y)
            .isEqualTo(x.upper().compareTo(y.lower()) <= 0);
        assertThat(x.certainlyAbove(y))
            .as("%s above %s", x, y)
            .isEqualTo(x.lower().compareTo(y.upper()) > 0);
      }
      assertThat(x.certainlyAtMost(DoubleReal.UNBOUNDED)).isFalse();
      assertThat(DoubleReal.UNBOUNDED.certainlyAbove(x)).isFalse();
    }
  }

  @Test
  void theLargestRadiusIsStillBounded() {
    DoubleReal wide = DoubleReal.of(Double.MAX_VALUE, Double.MAX_VALUE);
    assertThat(wide.isBounded()).isTrue();
    assertThat(wide.upper())
        .isEqualTo(new BigDecimal(Double.MAX_VALUE).multiply(new BigDecimal(2)));
    assertThat(wide.plus(DoubleReal.of(0, 1)).isBounded()).isFalse();
    assertThat(DoubleReal.UNBOUNDED).hasToString("unbounded");
    assertThat(DoubleReal.of(2, 0.5)).hasToString("2.0 ± 0.5");
  }
}
