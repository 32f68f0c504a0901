package org.attentionlimits.theory.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.junit.jupiter.api.Test;

/** Evaluations of sides that are known coarsely, or not at all. */
class EvaluationWidthTests {

  private static final Arithmetic B = Arithmetic.BINARY64;
  private static final Real ONE = B.of(1);
  private static final Real ZERO = B.of(0);

  /** Beyond the range of doubles: 10⁻⁶⁰⁰. */
  private static final Real TINY = Arithmetic.printed(40).input(1e-300).square();

  private static Real between(double lower, double upper) {
    return B.input(lower).hull(B.input(upper));
  }

  @Test
  void eitherSideMakesAnUndecidedInequalityCoarse() {
    Real narrow = ONE.dividedBy(3).times(3);
    assertThat(Evaluation.atMost(between(0.9, 1.1), narrow).isCoarse()).isTrue();
    assertThat(Evaluation.atMost(narrow, between(0.9, 1.1)).isCoarse()).isTrue();
    assertThat(Evaluation.atMost(narrow, narrow).isCoarse()).isFalse();
    assertThat(Evaluation.atMost(between(0.9, 1.1), B.of(2)).isCoarse()).isFalse();
  }

  @Test
  void aWideRatioOfExponentialsIsCoarseWhereItIsUndecided() {
    assertThat(Evaluation.atMostLog(between(-5.1, -4.9), B.of(-5)).isCoarse()).isTrue();
    assertThat(Evaluation.atMostLog(between(-5.1, -4.9), B.of(-4)).isCoarse()).isFalse();
    assertThat(Evaluation.atMostLog(between(-5.1, -4.9), B.of(-6)).isCoarse()).isFalse();
    assertThat(Evaluation.atMostLog(between(-5.1, -4.9), B.of(-6)).ratio()).isNaN();
    Real log = ONE.dividedBy(3).times(3);
    assertThat(Evaluation.atMostLog(log, ONE).isCoarse()).isFalse();
  }

  @Test
  void aRatioIsTheLargestDoubleFromBeyondTheLargestExponentOn() {
    assertThat(Evaluation.atMostLog(between(709, 711), ZERO).ratio()).isNaN();
    assertThat(Evaluation.atMostLog(between(709, 711.5), ZERO).ratio()).isEqualTo(Double.MAX_VALUE);
  }

  @Test
  void ofTheWorseHalfTheOutcomeDecidesWhetherTheWholeIsCoarse() {
    Evaluation wide = Evaluation.atMost(between(0.9, 1.1), ONE);
    Evaluation violated = Evaluation.atMost(B.of(3), B.of(2));
    assertThat(wide.and(violated).isCoarse()).isFalse();
    assertThat(violated.and(wide).isCoarse()).isFalse();
    assertThat(wide.and(wide).isCoarse()).isTrue();
    Evaluation attained = Evaluation.atMost(ONE.dividedBy(3).times(3), ONE);
    assertThat(attained.and(attained).outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(attained.and(attained).isCoarse()).isFalse();
  }

  @Test
  void widthIsToldBeyondTheRangeOfDoublesWhateverTheSign() {
    Real below = TINY.negated();
    assertThat(Evaluation.equal(below, below).outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(
            Evaluation.equal(below.hull(below.times(below.arithmetic().of(1.001))), below)
                .outcome())
        .isEqualTo(Outcome.UNDECIDED);
    assertThat(
            Evaluation.equal(below.hull(below.times(below.arithmetic().of(1 + 1e-12))), below)
                .outcome())
        .isEqualTo(Outcome.HOLDS);
  }

  @Test
  void theLargestWidthIsNarrowStill() {
    assertThat(
            Evaluation.equal(TINY.hull(TINY.times(TINY.arithmetic().of(1.000000002))), TINY)
                .outcome())
        .isEqualTo(Outcome.HOLDS);
    assertThat(
            Evaluation.equal(TINY.hull(TINY.times(TINY.arithmetic().of(1.000000003))), TINY)
                .outcome())
        .isEqualTo(Outcome.UNDECIDED);
  }

  @Test
  void anIntervalThatReachesOrCrossesZeroIsWide() {
    Real zero = TINY.times(0);
    for (Real across :
        new Real[] {
          zero.hull(TINY),
          zero.hull(TINY.negated()),
          TINY.hull(TINY.negated().times(TINY.arithmetic().of(1e-30)))
        }) {
      assertThat(Evaluation.equal(across, zero).outcome()).isEqualTo(Outcome.UNDECIDED);
    }
    assertThat(Evaluation.equal(zero, zero).outcome()).isEqualTo(Outcome.HOLDS);
  }

  @Test
  void ofASampleTheLeastRatioIsTakenWhereThereIsOne() {
    Real unbounded = ZERO.log();
    assertThat(sampled(unbounded, ONE).ratio()).isNaN();
    assertThat(sampled(ONE, unbounded).ratio()).isNaN();
    assertThat(sampled(between(-1, 1), between(1, 2)).ratio()).isZero();
    assertThat(sampled(between(1, 2), between(1, 4)).ratio()).isEqualTo(0.25);
    assertThat(sampled(between(-1, 1), between(-0.75, -0.5)).ratio()).isNaN();
    assertThat(sampled(between(0, 1), ZERO).ratio()).isNaN();
  }

  private static Evaluation sampled(Real left, Real right) {
    return Evaluation.atMost(left, right).withDoubt(0.5);
  }
}
