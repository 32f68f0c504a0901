package org.attentionlimits.theory.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.junit.jupiter.api.Test;

class SoftmaxTests {

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /** What a weight that underflows may be taken for. */
  private static final double VANISHING = 1e-320;

  private static final Softmax UNIT = new Softmax(1);

  @Test
  void tiedLogitsShareTheWeightExactly() {
    assertThat(UNIT.weights(0, 0)).containsExactly(0.5, 0.5);
    assertThat(UNIT.weights(-7, -7, -7, -7)).containsExactly(0.25, 0.25, 0.25, 0.25);
    assertThat(UNIT.weights(3.5)).containsExactly(1);
    assertThat(UNIT.weights(0.0, -0.0)).containsExactly(0.5, 0.5);
  }

  @Test
  void theOddsOfTwoTokensAreTheExponentialOfTheirDifference() {
    double[] weights = new Softmax(2).weights(Math.log(9), 0);

    assertThat(weights[0]).isCloseTo(0.75, within(2e-16));
    assertThat(weights[1]).isCloseTo(0.25, within(1e-16));
  }

  @Test
  void aMaskedTokenHasNoWeight() {
    assertThat(UNIT.weights(-INFINITY, 0, -INFINITY, 0)).containsExactly(0, 0.5, 0, 0.5);
    assertThat(UNIT.logWeights(-INFINITY, 5)).containsExactly(-INFINITY, 0);
  }

  @Test
  void theOthersHaveTheWeightsTheyHaveWithoutTheMaskedToken() {
    double[] masked = UNIT.weights(1.25, -INFINITY, 0.5, -3);
    double[] alone = UNIT.weights(1.25, 0.5, -3);

    assertThat(new double[] {masked[0], masked[2], masked[3]}).isEqualTo(alone);
  }

  @Test
  void logWeightsSurviveWhereWeightsUnderflow() {
    for (double temperature : new double[] {1e-6, 1, 8, 1e6}) {
      Softmax softmax = new Softmax(temperature);
      assertThat(softmax.logWeights(700 * temperature, 0)[1] / -700).isCloseTo(1, within(1e-15));
      assertThat(softmax.logWeights(-700 * temperature, 700 * temperature)[0] / -1400)
          .isCloseTo(1, within(1e-15));
    }
    assertThat(UNIT.weights(1e6, 0)[1]).isBetween(0.0, VANISHING);
    assertThat(UNIT.logWeights(1e6, 0)).containsExactly(0, -1e6);
    assertThat(UNIT.logWeights(-1e6, 1e6)).containsExactly(-2e6, 0);
  }

  @Test
  void theLargestLogitMayBeTheLargestDouble() {
    assertThat(UNIT.weights(Double.MAX_VALUE, 0)[0]).isEqualTo(1);
    assertThat(UNIT.weights(Double.MAX_VALUE, 0)[1]).isBetween(0.0, VANISHING);
    assertThat(UNIT.weights(Double.MAX_VALUE, Double.MAX_VALUE)).containsExactly(0.5, 0.5);
  }

  @Test
  void anUnderflowingWeightIsEnclosedFromZero() {
    Vec weights = UNIT.weights(Arithmetic.BINARY64.inputs(1e6, 0));
    Real least = weights.get(1);

    assertThat(least.lower().doubleValue()).isBetween(-VANISHING, 0.0);
    assertThat(least.upper().doubleValue()).isBetween(Double.MIN_VALUE, VANISHING);
    assertThat(weights.get(0).upper().doubleValue()).isGreaterThanOrEqualTo(1);
  }

  @Test
  void logitsThatAreNoNumbersAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UNIT.weights(0, Double.NaN))
        .withMessage("logit 1 must be finite, or -Infinity as a mask: NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UNIT.weights(INFINITY))
        .withMessage("logit 0 must be finite, or -Infinity as a mask: Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UNIT.logWeights(-INFINITY, INFINITY))
        .withMessage("logit 1 must be finite, or -Infinity as a mask: Infinity");
  }

  @Test
  void aRowWithoutVisibleTokenIsRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UNIT.weights(-INFINITY, -INFINITY))
        .withMessage("at least one logit must be finite: (-Infinity, -Infinity)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UNIT.weights(new double[0]))
        .withMessage("at least one logit must be finite: ()");
  }

  @Test
  void temperaturesArePositiveAndFinite() {
    for (double bad : new double[] {0, -0.0, -1, Double.NaN, INFINITY, -INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Softmax(bad))
          .withMessage("temperature must be positive and finite: " + bad);
    }
    assertThat(new Softmax(Double.MAX_VALUE).weights(0, 1)).containsExactly(0.5, 0.5);
    assertThat(Softmax.requireTemperature(8)).isEqualTo(8);
  }

  @Test
  void exponentsThatOverflowLeaveNumbers() {
    assertThat(new Softmax(Double.MIN_VALUE).weights(0, 1)[1]).isEqualTo(1);
    assertThat(new Softmax(Double.MIN_VALUE).weights(0, 1)[0]).isBetween(0.0, VANISHING);
    assertThat(UNIT.weights(-Double.MAX_VALUE, Double.MAX_VALUE)[1]).isEqualTo(1);
  }

  @Test
  void theMaskTellsWhichTokensAreVisible() {
    Mask mask = Mask.of(-INFINITY, 4, -INFINITY, 2);

    assertThat(mask.indices()).containsExactly(1, 3);
    assertThat(mask.visible()).containsExactly(4, 2);
    assertThat(mask.expand(new double[] {8, 9}, -1)).containsExactly(-1, 8, -1, 9);
  }
}
