package org.attentionlimits.theory.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.chance.Estimate;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.junit.jupiter.api.Test;

/**
 * Signs, which are the vectors of one dimension: four selected tokens of weight 0.2. The sum of
 * three of them is 0.2 in magnitude with a chance of 3/4, else 0.6; that of four is 0, 0.4 or 0.8
 * with chances 3/8, 1/2 and 1/8.
 */
class SeparabilitySampleTests {

  private static final Arithmetic B = Arithmetic.BINARY64;
  private static final SphericalRow SIGNS =
      new SphericalRow(new LogitRow(1, new double[5]), 4, 1, 1, 0, 1);

  private static SeparabilitySample sample(double ball, double... others) {
    double[] selected = new double[4];
    Arrays.fill(selected, 0.2);
    return new SeparabilitySample(SIGNS, B.inputs(selected), B.inputs(others), B.input(ball));
  }

  private static double lower(Estimate estimate) {
    return estimate.value().lower().doubleValue();
  }

  private static double upper(Estimate estimate) {
    return estimate.value().upper().doubleValue();
  }

  private static Real between(double lower, double upper) {
    return B.input(lower).hull(B.input(upper));
  }

  @Test
  void theMarginIsTheRoundingAndWhatIsNotKnownOfWeightsAndBall() {
    Vec selected = B.vector(new Real[] {between(0.25, 0.5), B.of(1)});
    Vec others = B.vector(new Real[] {between(1, 2), between(3, 3.5)});
    SeparabilitySample wide = new SeparabilitySample(SIGNS, selected, others, between(4, 8));

    double size = 0.375 + 1 + 1.5 + 3.25;
    double radii = 0.125 + 0.5 + 0.25 + 2;
    assertThat(wide.margin()).isCloseTo(1e-7 * (size + 6) + radii, within(1e-12));
  }

  @Test
  void aSumOnTheBoundaryMayBeOnEitherSide() {
    SeparabilitySample sample = sample(0.2);
    for (Estimate estimate :
        new Estimate[] {sample.within(0, 1, 2, 3), sample.withinEach(2, 1).get(1)}) {
      assertThat(lower(estimate)).isZero();
      assertThat(upper(estimate)).isBetween(0.75, 0.83);
    }
    Estimate inside = sample(0.4).withinEach(3).get(0);
    assertThat(lower(inside)).isBetween(0.67, 0.75);
    assertThat(upper(inside)).isBetween(0.75, 0.83);
  }

  /** Its distance from the sum is |s ± 0.2|, which is 0.2 or more. */
  @Test
  void besideAnotherTokenASumOnTheBoundaryMayBeOnEitherSide() {
    Estimate alone = sample(0.2, 0.2).withinAlone(0, 1, 2, 3);
    assertThat(lower(alone)).isZero();
    assertThat(upper(alone)).isBetween(0.75, 0.83);
  }

  /** At 0.6 there are the other token for s = 0.4 and a sign of s, and s without a token. */
  @Test
  void anotherTokenOnTheBoundaryMayBeOnEitherSide() {
    Estimate alone = sample(0.6, 0.2).withinAlone(0, 1, 2, 3);
    assertThat(lower(alone)).isZero();
    assertThat(upper(alone)).isBetween(0.375, 0.44);
  }

  /** Both are at 0.6 or beyond for s = 0.8, and for s = 0.4 with a chance of one in four. */
  @Test
  void ofTwoOthersTheNearerCounts() {
    Estimate alone = sample(0.6, 0.2, 0.2).withinAlone(0, 1, 2, 3);
    assertThat(lower(alone)).isZero();
    assertThat(upper(alone)).isBetween(0.25, 0.32);
    assertThat(lower(sample(0.6, 0.2, 0.4).withinAlone(0, 1, 2, 3))).isZero();
  }

  /** Inside are three of four, where the other is not: for s = 0.4 with the sign of s. */
  @Test
  void aTokenInsideAloneIsCounted() {
    Estimate alone = sample(0.5, 0.2).withinAlone(0, 1, 2, 3);
    double expected = 0.5 * 0.75 * 0.5;
    assertThat(lower(alone)).isBetween(expected - 0.06, expected);
    assertThat(upper(alone)).isBetween(expected, expected + 0.06);
  }

  @Test
  void noMoreTrialsAreCountedThanAreDrawn() {
    SeparabilitySample certain = sample(0.65, 5);
    for (Estimate estimate :
        new Estimate[] {
          certain.within(0, 1), certain.withinAlone(0, 1), certain.withinEach(0, 1).get(1)
        }) {
      assertThat(lower(estimate)).isGreaterThan(0.99);
      assertThat(upper(estimate)).isEqualTo(1);
    }
  }
}
