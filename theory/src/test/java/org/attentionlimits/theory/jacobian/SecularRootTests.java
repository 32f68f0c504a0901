package org.attentionlimits.theory.jacobian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.attentionlimits.theory.normalize.Softmax;
import org.attentionlimits.theory.testing.Reference;
import org.junit.jupiter.api.Test;

/** The root in double precision, without the enclosure that is built around it. */
class SecularRootTests {

  /** Rows of three tokens and more whose second weight is neither tied nor underflowing. */
  private static final List<Reference> ROWS =
      Reference.rows("softmax.csv").stream()
          .filter(row -> row.has("norm") && row.numbers("logits").length > 2)
          .filter(SecularRootTests::isPlain)
          .toList();

  private static double[] sorted(Reference row) {
    return Arrays.stream(new Softmax(row.number("temperature")).weights(row.numbers("logits")))
        .sorted()
        .toArray();
  }

  private static boolean isPlain(Reference row) {
    double[] weights = sorted(row);
    double second = weights[weights.length - 2];
    return second > 1e-300 && weights[weights.length - 1] > second * (1 + 1e-12);
  }

  private static SecularRoot root(double[] sorted) {
    int n = sorted.length;
    double unit = sorted[n - 2];
    double[] others = Arrays.stream(sorted).limit(n - 1).map(x -> x / unit).toArray();
    return ScaledWeights.root(sorted[n - 1], unit, others);
  }

  @Test
  void rootsAreThoseOfTheReference() {
    assertThat(ROWS).hasSizeGreaterThan(30);
    for (Reference row : ROWS) {
      double[] weights = sorted(row);
      double second = weights[weights.length - 2];
      double norm = root(weights).inUnits() * second / row.number("temperature");
      double expected = row.number("norm");
      // The weights carry the rounding of their exponents, up to 700.
      assertThat(norm / expected).as("%s", row).isCloseTo(1, within(3e-13));
    }
  }

  /** Halving alone takes about 52 evaluations; 16.4 were seen. */
  @Test
  void newtonsStepsSaveTwoThirdsOfTheEvaluations() {
    assertThat(ROWS.stream().mapToInt(row -> root(sorted(row)).steps()).average().orElseThrow())
        .isBetween(1.0, 18.0);
  }

  @Test
  void componentsSolveTheEigenvalueEquation() {
    for (double[] sorted :
        new double[][] {{0.25, 0.25, 0.5}, {0.1, 0.4, 0.5}, {1e-9, 1e-3, 0.998999999}}) {
      SecularRoot root = root(sorted);
      double unit = sorted[1];
      double lambda = root.inUnits() * unit;
      double[] v = {root.component(sorted[0] / unit), root.component(1), root.largestComponent()};
      double mean = sorted[0] * v[0] + sorted[1] * v[1] + sorted[2] * v[2];
      for (int i = 0; i < 3; i++) {
        double left = sorted[i] * (v[i] - mean);
        assertThat(left).isCloseTo(lambda * v[i], within(1e-12 * Math.abs(v[2])));
      }
    }
  }
}
