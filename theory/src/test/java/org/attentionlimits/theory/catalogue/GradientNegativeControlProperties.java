package org.attentionlimits.theory.catalogue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.jacobian.SoftmaxJacobian;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.testing.Falsified;

/**
 * Claims about entries of the Jacobian and about finite steps made false by a slip. Each slip must
 * be noticed.
 */
@Domain(AttentionDomain.class)
class GradientNegativeControlProperties {

  private static void check(PerturbedRow instance, Claim.Formula<PerturbedRow> formula) {
    Claims.assertSlipHolds(PerturbedRow.TYPE, instance, formula);
  }

  @Property
  @Falsified(by = "logits = (0, 0), T = 1")
  void entriesWithOnePercentLess(@ForAll LogitRow row) {
    Claims.assertSlipHolds(
        LogitRow.TYPE,
        row,
        (r, arithmetic) -> {
          SoftmaxJacobian jacobian = new SoftmaxJacobian(r.weights(arithmetic), r.temperature());
          return Evaluation.atMost(
              jacobian.largestEntry(),
              arithmetic.of(0.2475).dividedBy(arithmetic.input(r.temperature())));
        });
  }

  @Property
  @Falsified
  void finiteDifferenceWithOnePercentLessOfTheSlope(@ForAll PerturbedRow row) {
    check(
        row,
        (r, arithmetic) ->
            Evaluation.atMost(
                change(r, arithmetic),
                slope(r, arithmetic).times(arithmetic.of(0.99)).min(root(arithmetic))));
  }

  @Property
  @Falsified
  void finiteDifferenceWithThePrintedSlope(@ForAll PerturbedRow row) {
    check(
        row,
        (r, arithmetic) ->
            Evaluation.atMost(
                change(r, arithmetic), slope(r, arithmetic).dividedBy(2).min(root(arithmetic))));
  }

  @Property
  @Falsified(share = 0.002)
  void finiteDifferenceWithOnePercentLessOfTheDiameter(@ForAll PerturbedRow row) {
    check(
        row,
        (r, arithmetic) ->
            Evaluation.atMost(
                change(r, arithmetic),
                slope(r, arithmetic).min(root(arithmetic).times(arithmetic.of(0.99)))));
  }

  @Property
  @Falsified
  void finiteDifferenceWithoutTheTemperature(@ForAll PerturbedRow row) {
    check(
        row,
        (r, arithmetic) ->
            Evaluation.atMost(
                change(r, arithmetic),
                arithmetic.input(r.step()).dividedBy(2).min(root(arithmetic))));
  }

  private static Real change(PerturbedRow row, Arithmetic arithmetic) {
    return row.weightsAfter(arithmetic).distance(row.row().weights(arithmetic));
  }

  private static Real slope(PerturbedRow row, Arithmetic arithmetic) {
    return arithmetic
        .input(row.step())
        .dividedBy(2)
        .dividedBy(arithmetic.input(row.row().temperature()));
  }

  private static Real root(Arithmetic arithmetic) {
    return arithmetic.of(2).sqrt();
  }
}
