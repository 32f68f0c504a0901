package org.attentionlimits.theory.attention;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.attentionlimits.theory.testing.Accuracy;
import org.attentionlimits.theory.testing.Reference;
import org.attentionlimits.theory.testing.Tolerance;
import org.junit.jupiter.api.Test;

/** Weights after a step, and their change, against reference values of 45 digits. */
class FiniteDifferenceReferenceTests {

  private static final Arithmetic PRECISE = Arithmetic.exact(60);
  private static final List<Reference> ROWS = Reference.rows("difference.csv");

  @Test
  void weightsAfterAStepAreWithinTheirUlps() {
    Accuracy after = new Accuracy("weights after a step");
    Accuracy change = new Accuracy("change");
    for (Reference row : ROWS) {
      Vec actual = instance(row).weightsAfter(Arithmetic.BINARY64);
      BigDecimal[] expected = row.decimals("after");
      for (int i = 0; i < expected.length; i++) {
        after.check(row, actual.get(i), expected[i], unit(row));
      }
      change.check(row, change(row, Arithmetic.BINARY64), row.decimal("change"), unit(row));
    }
    after.assertUnbounded(2);
    after.assertWithin(Tolerance.ulps(0.5).observed(0.22), Tolerance.ulps(6).observed(5.02));
    change.assertUnbounded(1);
    change.assertWithin(Tolerance.ulps(3).observed(2.03), Tolerance.ulps(6).observed(5.05));
  }

  /** That of one, times the largest scaled logit: the sum of logit and step is rounded. */
  private static double unit(Reference row) {
    double largest = Arrays.stream(row.numbers("logits")).map(Math::abs).max().orElseThrow();
    return Math.ulp(1.0) * (1 + (largest + row.number("step")) / row.number("temperature"));
  }

  @Test
  void sixtyDigitsAreRightToFortyUnlessTheStepIsTiny() {
    for (Reference row : ROWS) {
      if (row.number("step") > 1e-25) {
        Accuracy.checkDigits(row, change(row, PRECISE), row.decimal("change"));
      }
    }
  }

  private static Real change(Reference row, Arithmetic arithmetic) {
    PerturbedRow instance = instance(row);
    return instance.weightsAfter(arithmetic).distance(instance.row().weights(arithmetic));
  }

  private static PerturbedRow instance(Reference row) {
    return new PerturbedRow(
        new LogitRow(row.number("temperature"), row.numbers("logits")),
        row.numbers("direction"),
        row.number("step"));
  }
}
