package org.attentionlimits.theory.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleFunction;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.junit.jupiter.api.Test;

class SparseNormalizersTests {

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static final List<DoubleFunction<Normalizer>> ALL =
      List.of(Sparsemax::new, Entmax15::new, t -> new ScalableSoftmax(t, 0.5));

  @Test
  void aSingleTokenHasAllTheWeight() {
    for (DoubleFunction<Normalizer> normalizer : ALL) {
      for (double t : new double[] {1e-6, 1, 1e6}) {
        assertThat(normalizer.apply(t).weights(-700 * t)).containsExactly(1);
        assertThat(normalizer.apply(t).weights(-INFINITY, 5)).containsExactly(0, 1);
      }
    }
  }

  @Test
  void tiedLogitsShareTheWeight() {
    for (DoubleFunction<Normalizer> normalizer : ALL) {
      for (double t : new double[] {1e-6, 1, 1e6}) {
        assertThat(normalizer.apply(t).weights(3, 3))
            .containsExactly(new double[] {0.5, 0.5}, within(2e-16));
        assertThat(normalizer.apply(t).weights(-7, -7, -7, -7))
            .containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, within(2e-16));
      }
    }
  }

  @Test
  void sparsemaxOfTwoTokensIsLinearBetweenTheEnds() {
    Sparsemax sparsemax = new Sparsemax(2);

    assertThat(sparsemax.weights(1, 0)).containsExactly(0.75, 0.25);
    assertThat(sparsemax.weights(2, 0)).containsExactly(1, 0);
    assertThat(sparsemax.weights(1400, 0, -1400)).containsExactly(1, 0, 0);
    assertThat(sparsemax.weights(0, 0.5, 1))
        .containsExactly(new double[] {1.0 / 12, 1.0 / 3, 7.0 / 12}, within(1e-16));
  }

  @Test
  void entmaxOfTwoTokensReachesZeroTwoTemperaturesBelow() {
    Entmax15 entmax = new Entmax15(1);

    assertThat(entmax.weights(2, 0)).containsExactly(1, 0);
    assertThat(entmax.weights(1, 0)[1])
        .isCloseTo(Math.pow((Math.sqrt(7) - 1) / 4, 2), within(1e-16));
    assertThat(entmax.weights(1.99, 0)[1]).isBetween(1e-6, 1e-4);
    assertThat(entmax.weights(700, 0, -700)).containsExactly(1, 0, 0);
  }

  @Test
  void aZeroIsExactWhereItIsCertain() {
    for (Arithmetic arithmetic : new Arithmetic[] {Arithmetic.BINARY64, Arithmetic.exact(40)}) {
      Vec logits = arithmetic.inputs(0.1, 0, -5);
      Real last = new Sparsemax(0.3).weights(logits).get(2);
      assertThat(last.value()).isZero();
      assertThat(last.radius()).isZero();
      assertThat(new Entmax15(0.3).weights(logits).get(2).radius()).isZero();
    }
  }

  @Test
  void aTokenAtTheThresholdIsSelectedOrNot() {
    Vec support = new Sparsemax(0.1).support(Arithmetic.exact(60).inputs(0.1, 0));

    assertThat(support.get(0).value()).isEqualTo(1);
    assertThat(support.get(1).value()).isZero();
    Vec near = new Sparsemax(3).support(Arithmetic.BINARY64.inputs(0.1, -2.9, -7));
    assertThat(near.get(1).value()).isEqualTo(0.5);
    assertThat(near.get(1).radius()).isGreaterThanOrEqualTo(0.5);
    assertThat(near.get(2).value()).isZero();
  }

  @Test
  void logitsAsFarApartAsDoublesCanBeLeaveNumbers() {
    for (DoubleFunction<Normalizer> normalizer : ALL) {
      double[] weights = normalizer.apply(1).weights(-Double.MAX_VALUE, Double.MAX_VALUE, 0);
      assertThat(weights[1]).isEqualTo(1);
      assertThat(weights[0] + weights[2]).isBetween(0.0, 1e-300);
    }
  }

  @Test
  void scalableSoftmaxIsAPowerOfTheLength() {
    double[] weights = new ScalableSoftmax(2, 1).weights(2, 0, 0, 0);

    assertThat(weights[0]).isCloseTo(4.0 / 7, within(1e-15));
    assertThat(weights[1]).isCloseTo(1.0 / 7, within(1e-15));
  }

  @Test
  void selfAdjustedOutputsAreTheScaledLogitsTimesTheWeights() {
    Vec outputs = new SelfAdjustedSoftmax(2).outputs(Arithmetic.BINARY64.inputs(2, 2, -2e6));

    assertThat(outputs.get(0).value()).isEqualTo(0.5);
    assertThat(outputs.get(2).value()).isBetween(-1e-300, 0.0);
    assertThat(new SelfAdjustedSoftmax(1).outputs(Arithmetic.BINARY64.inputs(-3)).get(0).value())
        .isEqualTo(-3);
  }

  @Test
  void badTemperaturesAndScalesAreNamed() {
    for (double bad : new double[] {0, -1, Double.NaN, INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new ScalableSoftmax(1, bad))
          .withMessage("scale must be positive and finite: " + bad);
      for (DoubleFunction<Object> type :
          List.<DoubleFunction<Object>>of(
              Sparsemax::new,
              Entmax15::new,
              SelfAdjustedSoftmax::new,
              t -> new ScalableSoftmax(t, 1))) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> type.apply(bad))
            .withMessage("temperature must be positive and finite: " + bad);
      }
    }
  }
}
