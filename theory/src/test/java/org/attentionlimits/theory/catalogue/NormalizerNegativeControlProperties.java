package org.attentionlimits.theory.catalogue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.jacobian.NormalizerJacobian;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.attentionlimits.theory.testing.Falsified;

/** Claims about any normaliser made false by a slip. Each slip must be noticed. */
@Domain(AttentionDomain.class)
class NormalizerNegativeControlProperties {

  private static void check(FunctionRow instance, Claim.Formula<FunctionRow> formula) {
    Claims.assertSlipHolds(FunctionRow.TYPE, instance, formula);
  }

  @Property
  @Falsified(by = "F(x) = e^x, x = ℓ/T, logits = (0), T = 1")
  void lemma1SharpWithOneTokenTooMany(@ForAll FunctionRow row) {
    check(row, (r, arithmetic) -> upper(r, arithmetic, r.tokens(), 1));
  }

  @Property
  @Falsified
  void lemma1SharpWithLogitsOnePercentCloser(@ForAll FunctionRow row) {
    check(row, (r, arithmetic) -> upper(r, arithmetic, r.tokens() - 1, 0.99));
  }

  @Property
  @Falsified
  void lemma1WithExtremesAtZeroAndOneEnd(@ForAll FunctionRow row) {
    check(
        row,
        (r, arithmetic) -> {
          Real bound = r.scaled(arithmetic).abs().max();
          Real ratio = r.function().value(bound).dividedBy(r.function().value(arithmetic.of(0)));
          Vec weights = r.weights(arithmetic);
          return Evaluation.atMost(weights.max(), ratio.dividedBy(r.tokens()))
              .and(
                  Evaluation.atMost(
                      arithmetic.of(1).dividedBy(ratio.times(r.tokens())), weights.min()));
        });
  }

  /** {@code α_i ≤ F_max/(F_max + others·F_min)} over a share of [−a, a]. */
  private static Evaluation upper(
      FunctionRow row, Arithmetic arithmetic, int others, double share) {
    Real bound = row.scaled(arithmetic).abs().max().times(arithmetic.of(share));
    Real least = row.function().least(bound.negated(), bound);
    Real greatest = row.function().greatest(bound.negated(), bound);
    return Evaluation.atMost(
        row.weights(arithmetic).max(), greatest.dividedBy(greatest.plus(least.times(others))));
  }

  @Property
  @Falsified
  void lemma2SharpWithoutTheRankOneTerm(@ForAll FunctionRow row) {
    check(
        row,
        (r, arithmetic) ->
            Evaluation.atMost(
                norm(r, arithmetic),
                r.slopes(arithmetic).abs().max().dividedBy(r.values(arithmetic).sum())));
  }

  @Property
  @Falsified(tokens = 4)
  void lemma2SharpWithoutTheDiagonalTerm(@ForAll FunctionRow row) {
    check(
        row,
        (r, arithmetic) ->
            Evaluation.atMost(
                norm(r, arithmetic),
                r.weights(arithmetic)
                    .norm()
                    .times(r.slopes(arithmetic).norm())
                    .dividedBy(r.values(arithmetic).sum())));
  }

  @Property
  @Falsified(tokens = 4)
  void lemma2SharpForTheMeanSlopeInsteadOfTheSteepest(@ForAll FunctionRow row) {
    check(
        row,
        (r, arithmetic) -> {
          Vec slopes = r.slopes(arithmetic);
          Real mean = slopes.abs().sum().dividedBy(r.tokens());
          Real rankOne = r.weights(arithmetic).norm().times(mean);
          return Evaluation.atMost(
              norm(r, arithmetic), mean.plus(rankOne).dividedBy(r.values(arithmetic).sum()));
        });
  }

  @Property
  @Falsified(by = "F(x) = e^x, x = ℓ/T, logits = (0, 0), T = 1")
  void lemma2WithAThirdOfTheBound(@ForAll FunctionRow row) {
    check(
        row,
        (r, arithmetic) -> {
          Vec values = r.values(arithmetic);
          Real ratio = values.max().dividedBy(values.min());
          Real mean = r.slopes(arithmetic).abs().max().dividedBy(values.min().times(r.tokens()));
          return Evaluation.atMost(norm(r, arithmetic), mean.times(ratio.plus(1)).dividedBy(3));
        });
  }

  private static Real norm(FunctionRow row, Arithmetic arithmetic) {
    return new NormalizerJacobian(row.values(arithmetic), row.slopes(arithmetic)).spectralNorm();
  }
}
