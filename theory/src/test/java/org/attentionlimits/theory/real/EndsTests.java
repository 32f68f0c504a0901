package org.attentionlimits.theory.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Enclosures are no wider than they must be, and unbounded where nothing is known. */
class EndsTests {

  private static final Arithmetic B = Arithmetic.BINARY64;
  private static final Arithmetic[] ARITHMETICS = {B, Arithmetic.exact(30)};

  /** Relative to the ends, sixteen units in the last place of a double. */
  private static final double SLACK = 0x1p-48;

  private static Real between(Arithmetic arithmetic, double lower, double upper) {
    return arithmetic.input(lower).hull(arithmetic.input(upper));
  }

  /** Ends on the outer side of the expected doubles, or equal to them, and not far beyond. */
  private static void assertEnds(Real actual, double lower, double upper) {
    assertThat(actual.lower().doubleValue())
        .isBetween(lower - SLACK * Math.abs(lower), lower + 0x1p-53 * Math.abs(lower));
    assertThat(actual.upper().doubleValue())
        .isBetween(upper - 0x1p-53 * Math.abs(upper), upper + SLACK * Math.abs(upper));
  }

  @Test
  void theRootOfAnIntervalFromZeroIsThatOfItsEnd() {
    for (Arithmetic arithmetic : ARITHMETICS) {
      assertEnds(between(arithmetic, 0, 0.25).sqrt(), 0, 0.5);
      assertEnds(between(arithmetic, 0, 4).sqrt(), 0, 2);
      for (int x = 1; x < 100; x++) {
        BigDecimal root = between(arithmetic, 0, x).sqrt().upper();
        assertThat(root.multiply(root)).isGreaterThanOrEqualTo(BigDecimal.valueOf(x));
      }
    }
  }

  @Test
  void logarithmsOfWideIntervalsAreThoseOfTheEnds() {
    for (Arithmetic arithmetic : ARITHMETICS) {
      assertEnds(between(arithmetic, -0.75, -0.25).log1p(), Math.log(0.25), Math.log(0.75));
      assertEnds(between(arithmetic, 1, 4).log1p(), Math.log(2), Math.log(5));
      assertEnds(between(arithmetic, 0.25, 0.75).log(), Math.log(0.25), Math.log(0.75));
      assertEnds(between(arithmetic, 2, 5).log(), Math.log(2), Math.log(5));
      assertEnds(between(arithmetic, -1, 2).exp(), Math.exp(-1), Math.exp(2));
    }
  }

  @Test
  void whatContainsZeroDividesToNothingKnown() {
    for (Arithmetic arithmetic : ARITHMETICS) {
      Real one = arithmetic.of(1);
      assertThat(one.dividedBy(between(arithmetic, -1, 2)).isBounded()).isFalse();
      assertThat(one.dividedBy(between(arithmetic, -2, 1)).isBounded()).isFalse();
      assertThat(one.dividedBy(between(arithmetic, 0, 2)).isBounded()).isFalse();
      assertThat(one.dividedBy(between(arithmetic, -2, 0)).isBounded()).isFalse();
    }
  }

  @Test
  void logarithmsFromZeroOnAreNotKnown() {
    for (Arithmetic arithmetic : ARITHMETICS) {
      assertThat(arithmetic.of(-1).log1p().isBounded()).isFalse();
      assertThat(between(arithmetic, -2, 0).log1p().isBounded()).isFalse();
      assertThat(arithmetic.of(0).log().isBounded()).isFalse();
      assertThat(between(arithmetic, -1, 1).log().isBounded()).isFalse();
    }
  }

  @Test
  void ofIntervalsThatOverlapTheLargerEndsAreTheMaximum() {
    for (Arithmetic arithmetic : ARITHMETICS) {
      Real low = between(arithmetic, 0, 2);
      Real high = between(arithmetic, 1, 3);
      assertEnds(low.max(high), 1, 3);
      assertEnds(high.max(low), 1, 3);
      assertEnds(low.min(high), 0, 2);
      assertEnds(high.min(low), 0, 2);
    }
  }

  /** In double precision both are kept as a midpoint and a radius. */
  @Test
  void ofIntervalsInOneAnotherTheMaximumIsNoWiderThanTheWider() {
    Real wide = between(B, 0, 4);
    Real narrow = between(B, 2, 3);
    for (Real max : new Real[] {wide.max(narrow), narrow.max(wide)}) {
      assertThat(max.value()).isEqualTo(2.5);
      assertThat(max.radius()).isEqualTo(2);
    }
    Real early = between(B, 1, 2);
    for (Real min : new Real[] {wide.min(early), early.min(wide)}) {
      assertThat(min.value()).isEqualTo(1.5);
      assertThat(min.radius()).isEqualTo(2);
    }
    Real exact = between(Arithmetic.exact(30), 0, 4).max(between(Arithmetic.exact(30), 2, 3));
    assertEnds(exact, 2, 4);
  }

  @Test
  void nothingIsKnownOfWhatComesOfTheUnbounded() {
    for (Arithmetic arithmetic : ARITHMETICS) {
      Real unbounded = arithmetic.of(0).log();
      Real one = arithmetic.of(1);
      for (Real result :
          new Real[] {
            unbounded.min(one), one.min(unbounded), unbounded.max(one), one.max(unbounded),
            unbounded.hull(one), one.hull(unbounded), unbounded.plus(one), one.times(unbounded),
            one.dividedBy(unbounded), unbounded.sqrt(), unbounded.exp(), unbounded.abs(),
            unbounded.negated(), unbounded.square(), unbounded.log(), unbounded.log1p()
          }) {
        assertThat(result.isBounded()).isFalse();
      }
      assertThat(unbounded.certainlyAbove(one)).isFalse();
      assertThat(unbounded.certainlyAtMost(one)).isFalse();
      assertThat(one.certainlyAbove(unbounded)).isFalse();
    }
  }

  @Test
  void elementsThatOverflowAreUnboundedOnEitherSide() {
    for (double huge : new double[] {1e308, -1e308}) {
      Vec sum = B.inputs(huge, 1).plus(B.inputs(huge, 1));
      assertThat(sum.get(0).isBounded()).isFalse();
    }
  }

  @Test
  void vectorsAreOfFiniteNumbers() {
    for (Arithmetic arithmetic : ARITHMETICS) {
      for (double bad : new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}) {
        assertThatIllegalArgumentException().isThrownBy(() -> arithmetic.inputs(0, bad));
      }
    }
  }

  /** The number to the power of 2²¹. */
  private static Real power(double number) {
    Real power = Arithmetic.exact(30).input(number);
    for (int i = 0; i < 21; i++) {
      power = power.square();
    }
    return power;
  }

  /** 10^(−300·2²¹) is above 10⁻¹⁰⁰⁰⁰⁰⁰⁰⁰⁰, its square is not. */
  @Test
  void whatVanishesIsBetweenZeroAndTheSmallestEndOfItsSign() {
    Real tiny = power(1e-300);
    Real above = tiny.times(tiny);
    assertThat(tiny.lower().signum()).isEqualTo(1);
    assertThat(above.lower().signum()).isZero();
    assertThat(above.upper().compareTo(Enclosures.SMALLEST)).isZero();
    Real below = tiny.times(tiny.negated());
    assertThat(below.lower().compareTo(Enclosures.SMALLEST.negate())).isZero();
    assertThat(below.upper().signum()).isZero();
  }

  @Test
  void anEndTooLargeLeavesNothingKnown() {
    Real large = power(1e300);
    Real zero = large.times(0);
    assertThat(large.isBounded()).isTrue();
    assertThat(large.times(large).isBounded()).isFalse();
    assertThat(zero.hull(large).times(large).isBounded()).isFalse();
    assertThat(zero.hull(large.negated()).times(large).isBounded()).isFalse();
  }

  @Test
  void elementaryFunctionsAreExactWhereTheyMeetOneAndZero() {
    Arithmetic exact = Arithmetic.exact(30);
    for (Real zero : new Real[] {exact.of(1).log(), exact.of(0).sqrt(), exact.of(0).log1p()}) {
      assertThat(zero.lower().signum()).isZero();
      assertThat(zero.upper().signum()).isZero();
    }
    for (int k = 25; k < 60; k++) {
      double tiny = Math.pow(10, -k);
      assertThat(exact.input(-tiny).exp().upper()).isLessThanOrEqualTo(BigDecimal.ONE);
      assertThat(exact.input(tiny).exp().lower()).isGreaterThanOrEqualTo(BigDecimal.ONE);
    }
  }

  @Test
  void elementaryFunctionsCarryAllDigits() {
    for (int digits : new int[] {20, 30, 60}) {
      BigDecimal most = BigDecimal.ONE.scaleByPowerOfTen(-digits);
      Real two = Arithmetic.exact(digits).of(2);
      for (Real value : new Real[] {two.log(), two.sqrt(), two.exp(), two.log1p()}) {
        assertThat(value.upper().subtract(value.lower())).isBetween(BigDecimal.ZERO, most);
      }
    }
  }

  @Test
  void vectorsOfOtherArithmeticsAreRejected() {
    Vec vector = Arithmetic.exact(30).inputs(1, 2);
    for (Arithmetic other : new Arithmetic[] {B, Arithmetic.exact(40), Arithmetic.printed(30)}) {
      assertThatIllegalArgumentException().isThrownBy(() -> vector.plus(other.inputs(1, 2)));
      assertThatIllegalArgumentException().isThrownBy(() -> other.inputs(1, 2).plus(vector));
    }
  }
}
