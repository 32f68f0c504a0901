package org.attentionlimits.theory.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.junit.jupiter.api.Test;

class EvaluationTests {

  private static final Arithmetic B = Arithmetic.BINARY64;
  private static final Real ZERO = B.of(0);

  /** One, known to a few units in the last place only. */
  private static final Real ABOUT_ONE = B.of(1).dividedBy(3).times(3);

  private static Real about(double value, double width) {
    return B.input(value - width).hull(B.input(value + width));
  }

  private static void assertEvaluation(Evaluation evaluation, Outcome outcome, double ratio) {
    assertThat(evaluation.outcome()).isEqualTo(outcome);
    assertThat(Double.compare(evaluation.ratio(), ratio)).as("%s", evaluation).isZero();
  }

  @Test
  void theSidesAreCompared() {
    assertEvaluation(Evaluation.atMost(B.of(1), B.of(2)), Outcome.HOLDS, 0.5);
    assertEvaluation(Evaluation.atMost(B.of(2), B.of(2)), Outcome.HOLDS, 1);
    assertEvaluation(Evaluation.atMost(B.of(3), B.of(2)), Outcome.VIOLATED, 1.5);
    assertEvaluation(
        Evaluation.atMost(B.input(Math.nextUp(1.0)), B.of(1)), Outcome.VIOLATED, Math.nextUp(1.0));
  }

  @Test
  void whatRoundingHidesIsUndecided() {
    Evaluation evaluation = Evaluation.atMost(ABOUT_ONE, B.of(1));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(evaluation.ratio()).isCloseTo(1, within(1e-15));
    assertThat(evaluation.isCoarse()).isFalse();
  }

  @Test
  void aCoarseSideHasNoRatio() {
    Evaluation evaluation = Evaluation.atMost(about(1, 0.01), B.of(1));

    assertEvaluation(evaluation, Outcome.UNDECIDED, Double.NaN);
    assertThat(evaluation.isCoarse()).isTrue();
    assertEvaluation(Evaluation.atMost(about(1, 0.01), B.of(2)), Outcome.HOLDS, Double.NaN);
  }

  @Test
  void zerosHaveARatioOfTheirOwn() {
    assertEvaluation(Evaluation.atMost(ZERO, ZERO), Outcome.HOLDS, 0);
    assertEvaluation(Evaluation.atMost(ZERO, B.of(1)), Outcome.HOLDS, 0);
    assertEvaluation(Evaluation.atMost(B.of(1), ZERO), Outcome.VIOLATED, Double.POSITIVE_INFINITY);
    assertEvaluation(Evaluation.atMost(ZERO, B.of(-1)), Outcome.VIOLATED, Double.POSITIVE_INFINITY);
  }

  @Test
  void negativeSidesAreComparedAndHaveNoRatioOfTheirOwn() {
    assertEvaluation(Evaluation.atMost(B.of(-2), B.of(-1)), Outcome.HOLDS, 0);
    assertEvaluation(Evaluation.atMost(B.of(-1), B.of(-1)), Outcome.HOLDS, 0);
    assertEvaluation(Evaluation.atMost(B.of(-1), ZERO), Outcome.HOLDS, 0);
    assertEvaluation(Evaluation.atMost(B.of(-1), B.of(3)), Outcome.HOLDS, 0);
    assertEvaluation(
        Evaluation.atMost(B.of(-1), B.of(-2)), Outcome.VIOLATED, Double.POSITIVE_INFINITY);
    assertEvaluation(
        Evaluation.atMost(B.of(1), B.of(-2)), Outcome.VIOLATED, Double.POSITIVE_INFINITY);
    assertEvaluation(
        Evaluation.atMost(B.of(-1), ABOUT_ONE.negated()), Outcome.UNDECIDED, Double.NaN);
  }

  @Test
  void aRatioBeyondTheRangeOfDoublesIsTheLargestDouble() {
    Arithmetic precise = Arithmetic.exact(60);
    Real huge = precise.decimal("1E+320");

    assertEvaluation(
        Evaluation.atMost(huge, precise.of(2).sqrt()), Outcome.VIOLATED, Double.MAX_VALUE);
    assertEvaluation(Evaluation.equal(huge, precise.of(1)), Outcome.VIOLATED, Double.MAX_VALUE);
    assertEvaluation(Evaluation.atMostLog(B.of(1000), B.of(1)), Outcome.VIOLATED, Double.MAX_VALUE);
    assertEvaluation(
        Evaluation.atMostLog(precise.of(1000), precise.of(1)), Outcome.VIOLATED, Double.MAX_VALUE);
    assertThat(Evaluation.atMost(huge.hull(huge.times(2)), huge).withDoubt(0.5).ratio())
        .isEqualTo(1);
    assertThat(Evaluation.atMost(huge.hull(huge.times(2)), precise.of(1)).withDoubt(0.5).ratio())
        .isEqualTo(Double.MAX_VALUE);
  }

  @Test
  void unboundedSidesAreUndecided() {
    Real unbounded = ZERO.log();

    assertEvaluation(Evaluation.atMost(unbounded, B.of(1)), Outcome.UNDECIDED, Double.NaN);
    assertEvaluation(Evaluation.atMost(B.of(1), unbounded), Outcome.UNDECIDED, Double.NaN);
    assertEvaluation(Evaluation.equal(B.of(1), unbounded), Outcome.UNDECIDED, Double.NaN);
    assertEvaluation(Evaluation.atMostLog(unbounded, B.of(1)), Outcome.UNDECIDED, Double.NaN);
    assertThat(Evaluation.atMost(unbounded, B.of(1)).isCoarse()).isTrue();
  }

  @Test
  void exponentsAreComparedWhereTheSidesOverflowOrUnderflow() {
    assertThat(Evaluation.atMostLog(B.of(1000), B.of(1001)).outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(Evaluation.atMostLog(B.of(-1000), B.of(-1001)).outcome())
        .isEqualTo(Outcome.VIOLATED);
    assertThat(Evaluation.atMostLog(B.input(-1e6), B.input(-1e6)).outcome())
        .isEqualTo(Outcome.HOLDS);
    assertThat(Evaluation.atMostLog(B.of(-1000), B.of(-1001)).ratio())
        .isCloseTo(Math.E, within(1e-15));
  }

  @Test
  void aCoarseDifferenceOfExponentsHasNoRatio() {
    Evaluation evaluation = Evaluation.atMostLog(about(-5, 0.01), B.of(-5));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(evaluation.ratio()).isNaN();
  }

  @Test
  void equalSidesOverlap() {
    assertEvaluation(Evaluation.equal(B.of(2), B.of(2)), Outcome.HOLDS, 1);
    assertThat(Evaluation.equal(ABOUT_ONE, B.of(1)).outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(Evaluation.equal(B.of(1), B.input(1 + 1e-9)).outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(Evaluation.equal(B.input(1 + 1e-9), B.of(1)).outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(Evaluation.equal(B.of(1), B.of(2)).ratio()).isEqualTo(2);
    assertThat(Evaluation.equal(ZERO, ZERO).outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(Evaluation.equal(about(1, 0.01), B.of(1)).outcome()).isEqualTo(Outcome.UNDECIDED);
  }

  @Test
  void ofTwoInequalitiesTheWorseCounts() {
    Evaluation half = Evaluation.atMost(B.of(1), B.of(2));
    Evaluation tight = Evaluation.atMost(B.of(2), B.of(2));
    Evaluation undecided = Evaluation.atMost(ABOUT_ONE, B.of(1));
    Evaluation violated = Evaluation.atMost(B.of(3), B.of(2));
    Evaluation unknown = Evaluation.atMost(about(1, 0.01), B.of(2));

    for (Evaluation[] pair :
        new Evaluation[][] {
          {half, tight},
          {tight, undecided},
          {undecided, violated},
          {half, violated},
          {half, unknown}
        }) {
      for (Evaluation worse : List.of(pair[0].and(pair[1]), pair[1].and(pair[0]))) {
        assertEvaluation(worse, pair[1].outcome(), pair[1].ratio());
        assertThat(worse.comparedLeft()).isSameAs(pair[1].comparedLeft());
      }
    }
  }

  @Test
  void theSlackIsWhatIsLeft() {
    assertThat(Evaluation.atMost(B.of(1), B.of(2)).slack()).isEqualTo(1);
    assertThat(Evaluation.atMost(B.of(3), B.of(2)).slack()).isEqualTo(-1);
    assertThat(Evaluation.atMost(B.of(3), B.of(2)))
        .hasToString("VIOLATED: left 3.0, right 2.0, ratio 1.5");
  }

  @Test
  void anEqualityShowsItsLargerSideFirst() {
    Evaluation evaluation = Evaluation.equal(B.of(1), B.of(2));
    assertEvaluation(evaluation, Outcome.VIOLATED, 2);
    assertThat(evaluation.left().value()).isEqualTo(2);
  }

  @Test
  void enclosuresBeyondTheRangeOfDoublesAreNotCoarse() {
    Arithmetic precise = Arithmetic.exact(40);
    Real tiny = precise.of(-1000).exp();
    Evaluation evaluation = Evaluation.equal(tiny, tiny);
    assertThat(evaluation.isCoarse()).isFalse();
    assertEvaluation(evaluation, Outcome.HOLDS, 1);
    assertThat(Evaluation.atMost(tiny, tiny.times(2)).ratio()).isEqualTo(0.5);
  }

  @Test
  void aCoarseHalfMakesTheWholeCoarse() {
    Evaluation attained = Evaluation.atMost(ABOUT_ONE, ABOUT_ONE);
    Evaluation wide = Evaluation.atMost(about(1, 0.5), B.of(1));
    assertThat(attained.isCoarse()).isFalse();
    assertThat(attained.and(wide).isCoarse()).isTrue();
    assertThat(wide.and(attained).isCoarse()).isTrue();
  }

  @Test
  void aViolationBesideAnUncertainZeroHasNoRatio() {
    Real nearZero = B.input(-1e-20).hull(B.input(1e-20));
    assertEvaluation(Evaluation.atMost(B.of(1), nearZero), Outcome.VIOLATED, Double.NaN);
  }

  @Test
  void exponentsBeyondTheRangeHaveTheLargestRatio() {
    assertThat(Evaluation.atMostLog(B.input(-3e9), B.input(-4e9)).ratio())
        .isEqualTo(Double.MAX_VALUE);
  }

  @Test
  void theWidthThatHidesIsRelative() {
    for (double size : new double[] {1e-5, 1e5, 1e-295, 1e295}) {
      assertThat(Evaluation.equal(about(size, size * 1e-5), B.input(size)).outcome())
          .isEqualTo(Outcome.UNDECIDED);
      assertThat(Evaluation.equal(about(size, size * 1e-11), B.input(size)).outcome())
          .isEqualTo(Outcome.HOLDS);
    }
  }

  @Test
  void beyondTheRangeOfDoublesAnIntervalAcrossZeroIsWide() {
    Arithmetic precise = Arithmetic.exact(40);
    Real tiny = precise.of(-1000).exp();
    Real across = tiny.negated().hull(tiny.dividedBy(1000));

    assertThat(Evaluation.equal(across, precise.of(0)).outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(Evaluation.equal(precise.of(0).hull(tiny), precise.of(0)).outcome())
        .isEqualTo(Outcome.UNDECIDED);
    assertThat(
            Evaluation.equal(tiny.hull(tiny.times(tiny.arithmetic().of(1 + 1e-6))), tiny).outcome())
        .isEqualTo(Outcome.UNDECIDED);
    assertThat(
            Evaluation.equal(tiny.hull(tiny.times(tiny.arithmetic().of(1 + 1e-12))), tiny)
                .outcome())
        .isEqualTo(Outcome.HOLDS);
  }

  @Test
  void ofTwoAlikeTheFirstIsKeptAndOfTwoUnknownTheSecond() {
    Evaluation first = Evaluation.atMost(B.of(1), B.of(2));
    Evaluation second = Evaluation.atMost(B.of(2), B.of(4));
    assertThat(first.and(second).left().value()).isEqualTo(1);
    assertThat(second.and(first).left().value()).isEqualTo(2);
  }

  @Test
  void logarithmicEvaluationsSayWhatWasCompared() {
    Evaluation logarithmic = Evaluation.atMostLog(B.of(0), B.of(1));
    assertThat(logarithmic.isLogarithmic()).isTrue();
    assertThat(logarithmic.left().value()).isEqualTo(1);
    assertThat(logarithmic.right().value()).isEqualTo(StrictMath.exp(1));
    assertThat(logarithmic.comparedLeft().value()).isZero();
    assertThat(logarithmic.comparedRight().value()).isEqualTo(1);
    assertThat(logarithmic.ratio()).isEqualTo(StrictMath.exp(-1));

    Evaluation plain = Evaluation.atMost(B.of(3), B.of(4));
    assertThat(plain.isLogarithmic()).isFalse();
    assertThat(plain.left().value()).isEqualTo(3);
    assertThat(plain.right().value()).isEqualTo(4);
  }

  @Test
  void aRatioOfAnyMagnitudeIsJudged() {
    Arithmetic exact = Arithmetic.exact(40);
    for (double exponent : new double[] {-2.3e9, -1e60, -1e300, 2.3e9}) {
      Evaluation evaluation = Evaluation.atMostLog(exact.input(exponent), exact.of(0));
      assertThat(evaluation.outcome()).isEqualTo(exponent < 0 ? Outcome.HOLDS : Outcome.VIOLATED);
    }
  }

  @Test
  void aRatioWithinTheRangeIsNotTakenForOneBeyondIt() {
    Real wide = about(700, 1);
    assertThat(Evaluation.atMostLog(wide, B.of(0)).ratio()).isNaN();
    assertThat(Evaluation.atMostLog(about(2000, 1), B.of(0)).ratio()).isEqualTo(Double.MAX_VALUE);
    assertThat(Evaluation.atMostLog(about(2000, 1), B.of(0)).isCoarse()).isFalse();
  }

  @Test
  void doubtAddsUpAndTheRatioIsTheLeastThatTheIntervalsAllow() {
    Evaluation sampled = Evaluation.atMost(about(2, 0.5), about(4, 1)).withDoubt(0.25);
    assertThat(sampled.doubt()).isEqualTo(0.25);
    assertThat(sampled.ratio()).isCloseTo(0.3, within(1e-12));
    assertThat(sampled.and(sampled).doubt()).isEqualTo(0.5);
    assertThat(Evaluation.atMost(B.of(1), B.of(2)).withDoubt(0.25).ratio()).isEqualTo(0.5);
    for (double bad : new double[] {0, 1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> sampled.withDoubt(bad))
          .withMessage("doubt must be between 0 and 1: " + bad);
    }
  }

  @Test
  void aCurveIsKept() {
    Evaluation.Point point = new Evaluation.Point(3, 0.5);
    Evaluation evaluation = Evaluation.atMost(B.of(1), B.of(2)).withCurve(List.of(point));
    assertThat(evaluation.curve()).containsExactly(point);
    assertThat(evaluation.ratio()).isEqualTo(0.5);
    assertThat(Evaluation.atMost(B.of(1), B.of(2)).curve()).isEmpty();
  }
}
