package org.attentionlimits.theory.catalogue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.geometry.Selection;
import org.attentionlimits.theory.jacobian.DenseJacobian;
import org.attentionlimits.theory.jacobian.SoftmaxJacobian;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.attentionlimits.theory.testing.Falsified;

/** Claims of the catalogue made false by a slip. Each slip must be noticed. */
@Domain(AttentionDomain.class)
class NegativeControlProperties {

  private static <I extends Instance<I>> void check(
      InstanceType<I> type, I instance, Claim.Formula<I> formula) {
    Claims.assertSlipHolds(type, instance, formula);
  }

  @Property
  @Falsified(by = "q = (0), k = ((0)), T = 1")
  void corollary1SharpWithOneTokenTooMany(@ForAll QueryKeys row) {
    check(
        QueryKeys.TYPE,
        row,
        (r, arithmetic) -> upper(r, arithmetic, twoDelta(r, arithmetic), r.tokens()));
  }

  @Property
  @Falsified(share = 0.01)
  void corollary1SharpWithAnExponentOnePercentTooSmall(@ForAll QueryKeys row) {
    check(
        QueryKeys.TYPE,
        row,
        (r, arithmetic) ->
            upper(
                r, arithmetic, twoDelta(r, arithmetic).times(arithmetic.of(0.99)), r.tokens() - 1));
  }

  @Property
  @Falsified(by = {"q = (1), k = ((-1), (1)), T = 1", "q = (1), k = ((1), (-1)), T = 1"})
  void corollary1SharpWithoutTheFactorOfTwo(@ForAll QueryKeys row) {
    check(
        QueryKeys.TYPE,
        row,
        (r, arithmetic) ->
            upper(r, arithmetic, twoDelta(r, arithmetic).dividedBy(2), r.tokens() - 1));
  }

  /** {@code α_i ≤ 1/(1 + others·e^{−exponent})}. */
  private static Evaluation upper(QueryKeys row, Arithmetic arithmetic, Real exponent, int others) {
    Real bound = exponent.negated().exp().times(others).plus(1).log().negated();
    return Evaluation.atMostLog(row.logWeights(arithmetic).max(), bound);
  }

  private static Real twoDelta(QueryKeys row, Arithmetic arithmetic) {
    return row.queryNorm(arithmetic)
        .times(row.keyNorms(arithmetic).max())
        .times(2)
        .dividedBy(arithmetic.input(row.temperature()));
  }

  @Property
  @Falsified(
      by = {
        "logits = (0, 0), T = 1, x = ((0), (1)), N = 1",
        "logits = (0, 0), T = 1, x = ((1), (0)), N = 1"
      })
  void theorem1WithoutTheTermOfTheDiameter(@ForAll EmbeddedRow row) {
    check(EmbeddedRow.TYPE, row, (r, arithmetic) -> theorem1(r, arithmetic, 0, 1));
  }

  @Property
  @Falsified(
      by = {
        "logits = (0, 1), T = 1, x = ((0), (1)), N = 1",
        "logits = (1, 0), T = 1, x = ((1), (0)), N = 1"
      })
  void theorem1WithATenThousandthLessOfTheNorm(@ForAll EmbeddedRow row) {
    check(EmbeddedRow.TYPE, row, (r, arithmetic) -> theorem1(r, arithmetic, 1, 0.9999));
  }

  private static Evaluation theorem1(
      EmbeddedRow row, Arithmetic arithmetic, double ofDistance, double ofNorm) {
    Selection top = Selection.top(row, arithmetic);
    Real rest = top.massOfOthers();
    Real factor = top.mass().times(top.others()).minus(rest);
    return Evaluation.atMost(
        top.cumulativeDistance(),
        rest.times(top.largestDistance())
            .times(arithmetic.of(ofDistance))
            .plus(factor.times(top.largestNorm()).times(arithmetic.of(ofNorm))));
  }

  @Property
  @Falsified(by = "logits = (0, 0), T = 1")
  void corollary3WithOnePercentLess(@ForAll LogitRow row) {
    check(
        LogitRow.TYPE,
        row,
        (r, arithmetic) ->
            Evaluation.atMost(
                norm(r, arithmetic),
                arithmetic.of(0.495).dividedBy(arithmetic.input(r.temperature()))));
  }

  @Property
  @Falsified
  void corollary3WithoutTheTemperature(@ForAll LogitRow row) {
    check(
        LogitRow.TYPE,
        row,
        (r, arithmetic) -> Evaluation.atMost(norm(r, arithmetic), arithmetic.of(0.5)));
  }

  @Property
  @Falsified(by = "logits = (0, 0), T = 1")
  void gershgorinsBoundWithABillionthLess(@ForAll LogitRow row) {
    check(
        LogitRow.TYPE,
        row,
        (r, arithmetic) ->
            Evaluation.atMost(
                norm(r, arithmetic),
                new SoftmaxJacobian(r.weights(arithmetic), r.temperature())
                    .gershgorinBound()
                    .times(arithmetic.of(1 - 1e-9))));
  }

  @Property
  @Falsified(by = "logits = (0, 0), T = 1")
  void jacobianExactWithABillionthMore(@ForAll LogitRow row) {
    check(
        LogitRow.TYPE,
        row,
        (r, arithmetic) -> {
          Vec weights = r.weights(arithmetic);
          Real dense =
              new DenseJacobian(weights)
                  .largestEigenvalue()
                  .dividedBy(arithmetic.input(r.temperature()));
          return Evaluation.equal(norm(r, arithmetic).times(arithmetic.of(1 + 1e-9)), dense);
        });
  }

  private static Real norm(LogitRow row, Arithmetic arithmetic) {
    return new SoftmaxJacobian(row.weights(arithmetic), row.temperature()).spectralNorm();
  }
}
