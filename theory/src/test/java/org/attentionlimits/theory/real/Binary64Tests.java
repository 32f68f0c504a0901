package org.attentionlimits.theory.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Binary64Tests {

  private static final Arithmetic B = Arithmetic.BINARY64;

  @Test
  void errorFreeResultsAreExact() {
    assertExact(B.input(0.25).plus(B.input(0.5)), 0.75);
    assertExact(B.input(0.75).minus(B.input(0.5)), 0.25);
    assertExact(B.of(3).times(B.input(0.125)), 0.375);
    assertExact(B.of(3).dividedBy(8), 0.375);
    assertExact(B.of(-3).negated(), 3);
    assertExact(B.of(-3).abs(), 3);
    assertExact(B.of(-3).square(), 9);
    assertExact(B.input(2.25).sqrt(), 1.5);
    assertExact(B.of(0).exp(), 1);
    assertExact(B.of(1).log(), 0);
    assertExact(B.input(-0.0).sqrt(), 0);
    assertExact(B.input(0.1).max(B.input(0.2)), 0.2);
    assertExact(B.input(0.1).min(B.input(0.2)), 0.1);
  }

  @Test
  void subnormalResultsAreExactWhereTheyAre() {
    assertExact(B.input(Double.MIN_VALUE).times(1), Double.MIN_VALUE);
    assertExact(B.input(Double.MIN_VALUE).times(B.input(0x1p100)), 0x1p-974);
    assertExact(B.input(Double.MIN_NORMAL).times(B.input(0.5)), 0x1p-1023);
    assertExact(B.input(0x1p-1074).sqrt(), 0x1p-537);
    assertExact(B.input(0x1p-1073).dividedBy(2), 0x1p-1074);
    assertThat(B.input(Double.MIN_VALUE).times(B.input(0.5)).radius()).isEqualTo(Double.MIN_VALUE);
    assertThat(B.input(Double.MIN_VALUE).dividedBy(3).radius()).isEqualTo(Double.MIN_VALUE);
  }

  @Test
  void errorFreeReductionsAreExact() {
    Vec v = B.inputs(3, 4, -0.0);

    assertExact(v.sum(), 7);
    assertExact(v.norm(), 5);
    assertExact(v.dot(v), 25);
    assertExact(v.max(), 4);
    assertExact(v.min(), -0.0);
    assertExact(v.distance(B.inputs(3, 0, 0)), 4);
    assertExact(v.times(B.input(0x1p-900)).norm(), 5 * 0x1p-900);
    assertExact(v.times(B.input(0x1p900)).norm(), 5 * 0x1p900);
    assertExact(B.inputs(new double[0]).sum(), 0);
    assertExact(B.inputs(new double[0]).norm(), 0);
  }

  @Test
  void attainedBoundsAreDecided() {
    Real half = B.inputs(0.25, 0.125, 0.125).sum();

    assertThat(half.certainlyAtMost(B.input(0.5))).isTrue();
    assertThat(half.certainlyAbove(B.input(0.5))).isFalse();
    assertThat(half.certainlyAbove(B.input(Math.nextDown(0.5)))).isTrue();
  }

  @Test
  void whatRoundingHidesStaysUndecided() {
    Real third = B.of(1).dividedBy(3);

    assertThat(third.times(3).certainlyAtMost(B.of(1))).isFalse();
    assertThat(third.times(3).certainlyAbove(B.of(1))).isFalse();
  }

  @Test
  void sumsOfPositivesAreSharp() {
    double[] positives = new Random(1).doubles(1024, 1e-3, 1).toArray();
    Real sum = B.inputs(positives).sum();
    Real inexact = B.inputs(positives).exp().sum();

    assertThat(sum.radius() / sum.value()).isLessThan(1e-14); // of 2000 seeds at most 1.2e-16
    assertThat(inexact.radius() / inexact.value())
        .isLessThan(1e-14); // of 2000 seeds at most 5.1e-16
  }

  @Test
  void dotProductsAreSharpDespiteCancellation() {
    Real dot = B.inputs(1e16, 1, -1e16).dot(B.inputs(1, 0.1, 1));

    assertThat(Math.abs(dot.value() - 0.1)).isLessThan(1e-15);
    assertThat(dot.radius()).isLessThan(1e-15);
  }

  @Test
  void normsNeitherOverflowNorVanish() {
    for (double scale : new double[] {1e200, 1e-200, 1e-310}) {
      Real norm = B.inputs(scale, scale, 3 * scale).norm();
      assertThat(norm.value() / scale).isBetween(3.3166, 3.3167);
      assertThat(norm.radius()).isLessThan(1e-14 * scale + 1e-320);
    }
  }

  @Test
  void anInexactDistanceOfZeroReachesZero() {
    Vec v = B.inputs(1, 2).dividedBy(B.of(3));
    Real distance = v.distance(v);

    assertThat(distance.lower()).isZero();
    assertThat(distance.radius()).isLessThan(1e-15);
  }

  @Test
  void anExponentialThatUnderflowsIsNotNegative() {
    Real tiny = B.inputs(-1e9).exp().get(0);

    assertThat(tiny.lower()).isZero();
    assertThat(tiny.upper().doubleValue()).isLessThan(1e-320);
  }

  @Test
  void overflowIsUnboundedAndUndecided() {
    Real[] unbounded = {
      B.input(1e308).plus(B.input(1e308)),
      B.input(1e200).times(B.input(1e200)),
      B.input(1e200).dividedBy(B.input(1e-200)),
      B.of(710).exp(),
      B.inputs(1e308, 1e308, -1e308).sum(),
      B.inputs(1e308, 1e308).norm().plus(B.input(1e308)),
      B.of(0).log(),
      B.of(1).dividedBy(B.of(1).dividedBy(3).times(3).minus(1))
    };
    for (Real number : unbounded) {
      assertUnbounded(number);
      assertUnbounded(number.times(0));
      assertUnbounded(number.exp());
      assertUnbounded(number.max(B.of(1)));
      assertUnbounded(B.vector(B.of(1), number).sum());
      assertUnbounded(B.vector(B.of(1), number).norm());
      assertUnbounded(B.vector(B.of(1), number).max());
    }
  }

  private static void assertUnbounded(Real number) {
    assertThat(number.isBounded()).isFalse();
    assertThat(number.value()).isNaN();
    assertThat(number.radius()).isInfinite();
    assertThat(number.certainlyAtMost(B.input(1e300))).isFalse();
    assertThat(number.certainlyAbove(B.input(-1e300))).isFalse();
    assertThatThrownBy(number::lower).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void certainDomainErrorsThrow() {
    assertThatThrownBy(() -> B.of(-1).sqrt()).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> B.of(-1).log()).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> B.of(1).dividedBy(B.input(-0.0)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> B.inputs(new double[0]).max()).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void badInputsAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> B.input(Double.NaN))
        .withMessage("value must be finite: NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> B.inputs(1, Double.POSITIVE_INFINITY))
        .withMessage("values[1] must be finite: Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> B.inputs(1, 2).plus(B.inputs(1)))
        .withMessage("size of the other vector must be 2: 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> B.of(1).minus(Arithmetic.exact(20).of(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> B.inputs(1).dot(Arithmetic.exact(20).inputs(1)));
  }

  @Test
  void inputArraysAreNotRetained() {
    double[] values = {1, 2};
    Vec v = B.inputs(values);
    Arrays.fill(values, 9);
    v.values()[0] = 9;

    assertThat(v.values()).containsExactly(1, 2);
  }

  private static void assertExact(Real number, double value) {
    assertThat(number.value()).isEqualTo(value == 0 ? number.value() : value);
    assertThat(Math.abs(number.value())).isEqualTo(Math.abs(value));
    assertThat(number.radius()).isZero();
  }
}
