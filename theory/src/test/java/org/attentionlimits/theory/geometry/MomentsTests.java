package org.attentionlimits.theory.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.real.Arithmetic;
import org.junit.jupiter.api.Test;

class MomentsTests {

  private static final Arithmetic EXACT = Arithmetic.exact(40);

  private static Moments of(int dimension, double separation, double... weights) {
    return new Moments(EXACT.inputs(weights), dimension, EXACT.input(separation));
  }

  /** In one dimension the x_j are signs: all of them are gone through. */
  @Test
  void inOneDimensionTheyAreMeansOverAllSigns() {
    double[] a = {0.5, 0.25, 0.125, 0.0625};
    double mean = 0;
    double fourth = 0;
    for (int signs = 0; signs < 16; signs++) {
      double sum = 0;
      for (int j = 0; j < 4; j++) {
        sum += (signs >> j & 1) == 1 ? a[j] : -a[j];
      }
      mean += sum * sum / 16;
      fourth += sum * sum * sum * sum / 16;
    }

    Moments moments = of(1, 0, a);
    assertThat(moments.meanSquare().value()).isEqualTo(mean);
    assertThat(moments.varianceOfSquare().value()).isCloseTo(fourth - mean * mean, within(1e-16));
  }

  /**
   * Integrated against the density of the inner product, by the midpoint rule: for two vectors the
   * square is {@code a² + b² + 2abt}.
   */
  @Test
  void inMoreDimensionsTheyAreIntegralsOverTheInnerProduct() {
    double a = 0.75;
    double b = 0.5;
    for (int d : new int[] {2, 3, 5, 8}) {
      double whole = 0;
      double mean = 0;
      double second = 0;
      int steps = 100_000;
      for (int k = 0; k < steps; k++) {
        double angle = Math.PI * (k + 0.5) / steps;
        double weight = Math.pow(Math.sin(angle), d - 2);
        double square = a * a + b * b + 2 * a * b * Math.cos(angle);
        whole += weight;
        mean += weight * square;
        second += weight * square * square;
      }
      Moments moments = of(d, 0, a, b);
      double variance = second / whole - Math.pow(mean / whole, 2);
      assertThat(moments.meanSquare().value()).isCloseTo(mean / whole, within(1e-9));
      assertThat(moments.varianceOfSquare().value()).isCloseTo(variance, within(1e-9));
    }
  }

  @Test
  void theBoundOfSeparatedEmbeddingsLiesBetweenTheRootOfTheMeanSquareAndTheSum() {
    double[] a = {0.5, 0.25, 0.125};

    assertThat(of(3, 0, a).separatedBound().value()).isEqualTo(0.875);
    assertThat(of(3, 1, a).separatedBound().value())
        .isCloseTo(Math.sqrt(0.328125 + 0.5 * 0.4375), within(1e-15));
    assertThat(of(3, Math.sqrt(2) - 1e-16, a).separatedBound().value())
        .isCloseTo(Math.sqrt(0.328125), within(1e-15));
    // Two vectors of equal length at least 2 apart are opposite.
    assertThat(of(3, 2, 0.5, 0.5).separatedBound().value()).isZero();
    assertThatThrownBy(() -> of(3, 3, 0.5, 0.5).separatedBound())
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void ofOneOrNoVectorNothingVaries() {
    assertThat(of(3, 0).meanSquare().value()).isZero();
    assertThat(of(3, 0).varianceOfSquare().value()).isZero();
    assertThat(of(3, 0).separatedBound().value()).isZero();
    assertThat(of(3, 1, 0.5).varianceOfSquare().upper()).isZero();
    assertThat(of(3, 1, 0.5).separatedBound().value()).isEqualTo(0.5);
  }

  @Test
  void everySelectedTokenLeavesItselfOut() {
    SphericalRow row = new SphericalRow(new LogitRow(1, 5, 0, 0, -80), 3, 2, 4, 1, 1);
    List<Moments> moments = Moments.of(row, Arithmetic.BINARY64);
    double[] a = row.weights(Arithmetic.BINARY64).selected().values();

    assertThat(moments).hasSize(3);
    assertThat(moments.get(0).meanSquare().value())
        .isCloseTo(a[1] * a[1] + a[2] * a[2], within(1e-18));
    assertThat(moments.get(1).meanSquare().value())
        .isCloseTo(a[0] * a[0] + a[2] * a[2], within(1e-15));
    assertThat(moments.get(1).separatedBound().value())
        .isCloseTo(
            Math.sqrt(a[0] * a[0] + a[2] * a[2] + (2 - 1 / 16.0) * a[0] * a[2]), within(1e-15));
  }
}
