package org.attentionlimits.empirical.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.attentionlimits.empirical.tensor.HeadAttention;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.jacobian.SoftmaxJacobian;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exponentials of arrays, and softmax's finite differences against those of the theory. */
class SensitivityKernelTests {

  private static final Arithmetic EXACT = Arithmetic.exact(60);

  @SuppressWarnings("unchecked")
  private static final Claim<PerturbedRow> DIFFERENCE =
      (Claim<PerturbedRow>) Catalogue.named("finite-difference").orElseThrow();

  private static double[] magnitudes(double bound) {
    SplittableRandom random = new SplittableRandom(77);
    double[] x = new double[1000];
    Arrays.setAll(x, i -> bound * Math.exp(-5 * i * random.nextDouble() / x.length));
    x[0] = bound;
    x[1] = 0;
    return x;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 0.08, 0.09, 1, 30, 689})
  void exponentialsAreThoseOfTheLibrary(double bound) {
    double[] x = Arrays.stream(magnitudes(bound)).map(m -> -m).toArray();
    double[] actual = x.clone();
    Exponentials.exp(actual, x.length, bound);
    for (int i = 0; i < x.length; i++) {
      assertThat(actual[i]).isCloseTo(Math.exp(x[i]), Percentage.withPercentage(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 0.08, 0.09, 1, 30, 600})
  void exponentialsMinusOneAreThoseOfTheLibrary(double bound) {
    double[] x = magnitudes(bound);
    for (int i = 0; i < x.length; i += 2) {
      x[i] = -x[i];
    }
    double[] actual = x.clone();
    Exponentials.expm1(actual, x.length, bound);
    for (int i = 0; i < x.length; i++) {
      assertThat(actual[i]).isCloseTo(Math.expm1(x[i]), Percentage.withPercentage(1e-9));
    }
  }

  @Test
  void argumentsFarBelowCountAsTheSmallest() {
    double[] x = {0, -1e4, -690};
    Exponentials.exp(x, x.length, 1e4);
    assertThat(x[0]).isEqualTo(1);
    assertThat(x[1]).isBetween(0.0, 1e-299);
    assertThat(x[2]).isEqualTo(x[1]);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 64, 100})
  void sumsAreOfTheFirstElements(int count) {
    double[] x = new double[128];
    Arrays.setAll(x, i -> i + 1);
    assertThat(Exponentials.sum(x, count)).isEqualTo(count * (count + 1) / 2.0);
  }

  @ParameterizedTest
  @EnumSource(TestHeads.class)
  void finiteDifferencesAreThoseOfTheTheory(TestHeads kind) {
    HeadAttention head = kind.head();
    RowSensitivity kernel = new RowSensitivity(head.length());
    SplittableRandom random = new SplittableRandom(5);
    for (int query : new int[] {0, 1, 2, 7, 23}) {
      double[] v = Directions.random(random, query + 1);
      kernel.row(head.logits(), query * head.length(), query + 1);
      kernel.direction(v);
      for (double temperature : new double[] {1e-3, 0.02, 0.3, 10}) {
        kernel.temperature(temperature);
        LogitRow row = new LogitRow(temperature, head.visibleLogits(query));
        for (double step : new double[] {1e-3, 0.1, 10}) {
          Real expected = DIFFERENCE.evaluate(new PerturbedRow(row, v, step), EXACT).left();
          double allowed = 1e-9 * expected.value() + expected.radius() + 1e-140;
          assertThat(kernel.at(step))
              .as("query %s, T = %s, ε = %s", query, temperature, step)
              .isCloseTo(expected.value(), Offset.offset(allowed));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestHeads.class)
  void rootMeanSquaresAreThoseOfTheJacobian(TestHeads kind) {
    HeadAttention head = kind.head();
    RowSensitivity kernel = new RowSensitivity(head.length());
    for (int query : new int[] {0, 1, 2, 7, 23}) {
      kernel.row(head.logits(), query * head.length(), query + 1);
      for (double temperature : new double[] {1e-2, 0.3, 10}) {
        kernel.temperature(temperature);
        SoftmaxJacobian jacobian =
            new SoftmaxJacobian(
                new LogitRow(temperature, head.visibleLogits(query)).weights(EXACT), temperature);
        Real squares = EXACT.of(0);
        for (int i = 0; i <= query; i++) {
          double[] unit = new double[query + 1];
          unit[i] = 1;
          squares = squares.plus(jacobian.apply(EXACT.inputs(unit)).norm().square());
        }
        Real expected = squares.dividedBy(query + 1).sqrt();
        double allowed = 1e-9 * expected.value() + expected.radius() + 1e-140;
        assertThat(kernel.rootMeanSquare(query + 1))
            .as("query %s, T = %s", query, temperature)
            .isCloseTo(expected.value(), Offset.offset(allowed));
      }
    }
  }
}
