package org.attentionlimits.theory.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Vec;
import org.attentionlimits.theory.testing.Accuracy;
import org.attentionlimits.theory.testing.Reference;
import org.attentionlimits.theory.testing.Tolerance;
import org.junit.jupiter.api.Test;

/** Softmax against reference values of 45 digits. */
class SoftmaxReferenceTests {

  private static final String FILE = "softmax.csv";
  private static final List<Reference> ROWS = Reference.rows(FILE);
  private static final Arithmetic PRECISE = Arithmetic.exact(60);

  @Test
  void theFileSaysWhatMadeIt() {
    assertThat(Reference.origin(FILE)).startsWith("# generate.py, mpmath 1.3.0, 60 digits");
    assertThat(ROWS).hasSizeGreaterThan(100);
  }

  /** In units times 1 + |z|, since an exponent z hands its own rounding on z-fold. */
  @Test
  void weightsAreWithinTheirUlps() {
    Accuracy weights = new Accuracy("weights");
    for (Reference row : ROWS) {
      double[] exponents = exponents(row);
      Vec actual = softmax(row).weights(logits(row, Arithmetic.BINARY64));
      BigDecimal[] expected = row.decimals("weights");
      for (int i = 0; i < expected.length; i++) {
        double unit = Accuracy.ulp(expected[i]) * (1 + Math.abs(exponents[i]));
        weights.check(row, actual.get(i), expected[i], unit);
      }
    }
    weights.assertUnbounded(0);
    weights.assertWithin(Tolerance.ulps(2).observed(1.27), Tolerance.ulps(10).observed(8.45));
  }

  /** In units of one where the logarithm is less, since it is that of a sum next to one. */
  @Test
  void logarithmsOfWeightsAreWithinTheirUlps() {
    Accuracy logs = new Accuracy("logarithms of weights");
    for (Reference row : shortRows()) {
      Vec actual = softmax(row).logWeights(logits(row, Arithmetic.BINARY64));
      BigDecimal[] expected = row.decimals("logWeights");
      for (int i = 0; i < expected.length; i++) {
        double unit = Accuracy.ulp(expected[i].abs().max(BigDecimal.ONE));
        logs.check(row, actual.get(i), expected[i], unit);
      }
    }
    logs.assertUnbounded(0);
    logs.assertWithin(Tolerance.ulps(1.5).observed(1.04), Tolerance.ulps(7).observed(5.95));
  }

  @Test
  void sixtyDigitsAreRightToForty() {
    for (Reference row : ROWS) {
      Vec weights = softmax(row).weights(logits(row, PRECISE));
      BigDecimal[] expected = row.decimals("weights");
      for (int i = 0; i < expected.length; i++) {
        Accuracy.checkDigits(row, weights.get(i), expected[i]);
      }
    }
  }

  @Test
  void sixtyDigitsOfLogarithmsAreRightToFortyUnlessTheWeightIsNextToOne() {
    for (Reference row : shortRows()) {
      Vec logs = softmax(row).logWeights(logits(row, PRECISE));
      BigDecimal[] expected = row.decimals("logWeights");
      for (int i = 0; i < expected.length; i++) {
        if (expected[i].abs().doubleValue() > 1e-20) {
          Accuracy.checkDigits(row, logs.get(i), expected[i]);
        }
      }
    }
  }

  private static List<Reference> shortRows() {
    return ROWS.stream().filter(row -> row.has("logWeights")).toList();
  }

  private static Softmax softmax(Reference row) {
    return new Softmax(row.number("temperature"));
  }

  private static Vec logits(Reference row, Arithmetic arithmetic) {
    return arithmetic.inputs(row.numbers("logits"));
  }

  private static double[] exponents(Reference row) {
    double[] logits = row.numbers("logits");
    double largest = Arrays.stream(logits).max().orElseThrow();
    return Arrays.stream(logits).map(x -> (x - largest) / row.number("temperature")).toArray();
  }
}
