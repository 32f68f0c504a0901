package org.attentionlimits.theory.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowKernelTests {

  private static final double NEGATIVE_INFINITY = Double.NEGATIVE_INFINITY;

  private final RowKernel kernel = RowKernel.fastest();

  private double[] softmax(double temperature, double... logits) {
    double[] weights = new double[logits.length];
    kernel.softmax(logits, temperature, weights);
    return weights;
  }

  @Test
  void aSingleTokenHasAllTheWeightAndNoJacobian() {
    double[] weights = new double[1];

    assertThat(kernel.softmax(new double[] {3}, 0.5, weights)).isEqualTo(6);
    assertThat(weights).containsExactly(1);
    assertThat(kernel.softmaxWithEntropy(new double[] {3}, 0.5, weights)).isZero();
    assertThat(kernel.spectralNorm(weights, 0.5)).isZero();
  }

  @Test
  void tiesShareTheWeight() {
    assertThat(softmax(2, 7, 7, 7, 7)).containsExactly(0.25, 0.25, 0.25, 0.25);
    assertThat(kernel.spectralNorm(new double[] {0.25, 0.25, 0.25, 0.25}, 2)).isEqualTo(0.125);
    assertThat(kernel.spectralNorm(new double[] {0.5, 0.5}, 1)).isEqualTo(0.5);
  }

  @Test
  void maskedTokensHaveNoWeight() {
    assertThat(softmax(1, NEGATIVE_INFINITY, 0, NEGATIVE_INFINITY, 0))
        .containsExactly(0, 0.5, 0, 0.5);
    assertThatThrownBy(() -> softmax(1, NEGATIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("all tokens are masked");
  }

  @Test
  void weightsBelowTheNormalNumbersAreNotFlushed() {
    assertThat(softmax(1, 0, -740)[1]).isEqualTo(Math.exp(-740));
    assertThat(softmax(1, 0, -800)[1]).isZero();
    float[] weights = new float[2];
    kernel.softmax(new float[] {0, -100}, 1, weights);
    assertThat(weights[1]).isEqualTo((float) Math.exp(-100));
  }

  @Test
  void notANumberSpreads() {
    assertThat(softmax(1, 0, Double.NaN)).containsOnly(Double.NaN);
  }

  @Test
  void aSpikeHasNoJacobian() {
    assertThat(kernel.spectralNorm(new double[] {0, 1, 0}, 1)).isZero();
  }

  @Test
  void aProductMayReplaceItsVector() {
    double[] v = {1, 0, -1};
    kernel.jacobianProduct(new double[] {0.5, 0.25, 0.25}, 0.5, v, v);
    assertThat(v).containsExactly(0.75, -0.125, -0.625);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aTemperatureIsPositiveAndFinite(double temperature) {
    assertThatThrownBy(() -> softmax(temperature, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("temperature must be positive and finite: " + temperature);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e300})
  void aTemperatureHasAnInverse(double temperature) {
    assertThatThrownBy(() -> softmax(temperature, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("temperature must be from 1.0E-290 to 1.0E290: " + temperature);
  }

  @Test
  void differencesOfLogitsMayOverflow() {
    assertThat(softmax(1, -Double.MAX_VALUE, 4e302)).containsExactly(0, 1);
    assertThat(softmax(1e290, -Double.MAX_VALUE, 4e302)).containsExactly(0, 1);
  }

  @Test
  void theNormOfWeightsNearZeroIsNotLost() {
    assertThat(kernel.spectralNorm(new double[] {1, 1e-300, 1e-300}, 1))
        .isEqualTo(3e-300, within(1e-312));
  }

  @Test
  void arraysAreOfOneLength() {
    assertThatThrownBy(() -> kernel.softmax(new double[2], 1, new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("array must have 2 elements: 3");
    assertThatThrownBy(() -> kernel.softmax(new double[0], 1, new double[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("array must have 1 elements: 0");
  }

  @Test
  void aShorterRowAfterALongOneIsComputedAlone() {
    double[] longRow = DoubleStream.iterate(0, x -> x + 0.01).limit(300).toArray();
    kernel.spectralNorm(softmax(1, longRow), 1);

    assertThat(kernel.spectralNorm(new double[] {0.5, 0.3, 0.2}, 1))
        .isEqualTo(RowKernel.scalar().spectralNorm(new double[] {0.5, 0.3, 0.2}, 1));
  }
}
