package org.attentionlimits.theory.jacobian;

import java.util.Arrays;
import java.util.List;
import org.attentionlimits.theory.normalize.Softmax;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.attentionlimits.theory.testing.Accuracy;
import org.attentionlimits.theory.testing.Reference;
import org.attentionlimits.theory.testing.Tolerance;
import org.junit.jupiter.api.Test;

/**
 * Spectral norms of softmax's Jacobian against those of the full matrix, from an eigensolver of
 * sixty digits that knows nothing of the secular equation.
 */
class SpectralNormReferenceTests {

  private static final Arithmetic PRECISE = Arithmetic.exact(60);
  private static final List<Reference> ROWS =
      Reference.rows("softmax.csv").stream().filter(row -> row.has("norm")).toList();

  @Test
  void normsAreWithinTheirUlps() {
    Accuracy norms = new Accuracy("spectral norm");
    for (Reference row : ROWS) {
      Real norm = jacobian(row, Arithmetic.BINARY64).spectralNorm();
      norms.check(row, norm, row.decimal("norm"), unit(row, "norm"));
    }
    norms.assertUnbounded(1);
    norms.assertWithin(Tolerance.ulps(20).observed(16.4), Tolerance.ulps(28).observed(23.2));
  }

  @Test
  void largestEntriesAreWithinTheirUlps() {
    Accuracy entries = new Accuracy("largest entry");
    for (Reference row : ROWS) {
      Real entry = jacobian(row, Arithmetic.BINARY64).largestEntry();
      entries.check(row, entry, row.decimal("largestEntry"), unit(row, "largestEntry"));
    }
    entries.assertUnbounded(1);
    entries.assertWithin(Tolerance.ulps(3).observed(2.12), Tolerance.ulps(20).observed(16.4));
  }

  @Test
  void sixtyDigitsAreRightToForty() {
    for (Reference row : ROWS) {
      SoftmaxJacobian jacobian = jacobian(row, PRECISE);
      Accuracy.checkDigits(row, jacobian.spectralNorm(), row.decimal("norm"));
      Accuracy.checkDigits(row, jacobian.largestEntry(), row.decimal("largestEntry"));
    }
  }

  /**
   * The unit of the result, or of a weight that underflows, over the temperature; times 1 + |z| for
   * the exponent z of the second largest weight.
   */
  private static double unit(Reference row, String result) {
    double[] logits = Arrays.stream(row.numbers("logits")).sorted().toArray();
    int n = logits.length;
    double exponent = n == 1 ? 0 : (logits[n - 1] - logits[n - 2]) / row.number("temperature");
    double underflow = Double.MIN_VALUE / row.number("temperature");
    return Math.max(underflow, Accuracy.ulp(row.decimal(result))) * (1 + exponent);
  }

  private static SoftmaxJacobian jacobian(Reference row, Arithmetic arithmetic) {
    double temperature = row.number("temperature");
    Vec logits = arithmetic.inputs(row.numbers("logits"));
    return new SoftmaxJacobian(new Softmax(temperature).weights(logits), temperature);
  }
}
