package org.attentionlimits.theory.jacobian;

import java.math.BigDecimal;
import java.util.List;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.normalize.PositiveFunction;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Vec;
import org.attentionlimits.theory.testing.Accuracy;
import org.attentionlimits.theory.testing.Reference;
import org.attentionlimits.theory.testing.Tolerance;
import org.junit.jupiter.api.Test;

/** Functions, their weights and Jacobian against reference values; norms from singular values. */
class NormalizerJacobianReferenceTests {

  private static final Arithmetic PRECISE = Arithmetic.exact(60);
  private static final List<Reference> ROWS = Reference.rows("normalizer.csv");

  @Test
  void functionsAndWeightsAreWithinTheirUlps() {
    Accuracy values = new Accuracy("values");
    Accuracy slopes = new Accuracy("slopes");
    Accuracy weights = new Accuracy("weights");
    for (Reference row : ROWS) {
      FunctionRow instance = instance(row);
      check(values, row, instance.values(Arithmetic.BINARY64), row.decimals("values"));
      check(slopes, row, instance.slopes(Arithmetic.BINARY64), row.decimals("slopes"));
      check(weights, row, instance.weights(Arithmetic.BINARY64), row.decimals("weights"));
    }
    values.assertWithin(Tolerance.ulps(2).observed(0.96), Tolerance.ulps(6).observed(4.85));
    slopes.assertWithin(Tolerance.ulps(3).observed(2.19), Tolerance.ulps(7).observed(5.7));
    weights.assertWithin(Tolerance.ulps(2.5).observed(1.67), Tolerance.ulps(13).observed(10.3));
  }

  /** In units times 1 + |ℓ/T|. */
  private static void check(Accuracy accuracy, Reference row, Vec actual, BigDecimal[] expected) {
    double[] logits = row.numbers("logits");
    for (int i = 0; i < expected.length; i++) {
      double condition = 1 + Math.abs(logits[i] / row.number("temperature"));
      accuracy.check(row, actual.get(i), expected[i], Accuracy.ulp(expected[i]) * condition);
    }
    accuracy.assertUnbounded(0);
  }

  @Test
  void normsAreWithinTheirUlps() {
    Accuracy norms = new Accuracy("spectral norm");
    Accuracy bounds = new Accuracy("triangle bound");
    for (Reference row : ROWS) {
      NormalizerJacobian jacobian = jacobian(row, Arithmetic.BINARY64);
      norms.check(row, jacobian.spectralNorm(), row.decimal("norm"), unit(row));
      bounds.check(row, jacobian.triangleBound(), row.decimal("triangleBound"));
    }
    norms.assertWithin(Tolerance.ulps(2).observed(0.92), Tolerance.ulps(70).observed(56.8));
    bounds.assertWithin(Tolerance.ulps(4).observed(2.7), Tolerance.ulps(28).observed(22.9));
  }

  /**
   * The unit of the norm, times the square of the bound over that of the norm: the root is taken of
   * an eigenvalue known to within a unit of the squared bound. Below 1e-145 the square underflows.
   */
  private static double unit(Reference row) {
    double condition = row.number("triangleBound") / row.number("norm");
    return Accuracy.ulp(row.decimal("norm"), 1e-145)
        * (condition <= 1e8 ? condition * condition : 1);
  }

  @Test
  void sixtyDigitsAreRightToForty() {
    for (Reference row : ROWS) {
      FunctionRow instance = instance(row);
      checkDigits(row, instance.values(PRECISE), row.decimals("values"));
      checkDigits(row, instance.slopes(PRECISE), row.decimals("slopes"));
      checkDigits(row, instance.weights(PRECISE), row.decimals("weights"));
      NormalizerJacobian jacobian = jacobian(row, PRECISE);
      Accuracy.checkDigits(row, jacobian.triangleBound(), row.decimal("triangleBound"));
    }
  }

  private static void checkDigits(Reference row, Vec actual, BigDecimal[] expected) {
    for (int i = 0; i < expected.length; i++) {
      Accuracy.checkDigits(row, actual.get(i), expected[i]);
    }
  }

  private static FunctionRow instance(Reference row) {
    return new FunctionRow(
        PositiveFunction.valueOf(row.text("function")),
        new LogitRow(row.number("temperature"), row.numbers("logits")));
  }

  private static NormalizerJacobian jacobian(Reference row, Arithmetic arithmetic) {
    FunctionRow instance = instance(row);
    return new NormalizerJacobian(instance.values(arithmetic), instance.slopes(arithmetic));
  }
}
