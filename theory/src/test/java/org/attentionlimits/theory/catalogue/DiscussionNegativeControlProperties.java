package org.attentionlimits.theory.catalogue;

import java.util.function.Function;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.HeadGroup;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.NearTie;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.jacobian.SelfAdjustedJacobian;
import org.attentionlimits.theory.jacobian.SoftmaxJacobian;
import org.attentionlimits.theory.jacobian.SparsemaxJacobian;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.normalize.Entmax15;
import org.attentionlimits.theory.normalize.Normalizer;
import org.attentionlimits.theory.normalize.ScalableSoftmax;
import org.attentionlimits.theory.normalize.SelfAdjustedSoftmax;
import org.attentionlimits.theory.normalize.Sparsemax;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.attentionlimits.theory.testing.Falsified;

/** The claims of {@link DiscussionProperties} made false by a slip. Each slip must be noticed. */
@Domain(AttentionDomain.class)
class DiscussionNegativeControlProperties {

  private static final int MOST_TOKENS = 16;

  private static void check(LogitRow row, Claim.Formula<LogitRow> formula) {
    Claims.assertSlipHolds(LogitRow.TYPE, row, formula);
  }

  private static Real change(NearTie rows, Arithmetic arithmetic) {
    return rows.weightsBefore(arithmetic).distance(rows.weightsAfter(arithmetic));
  }

  private static Real temperatures(NearTie rows, Arithmetic arithmetic) {
    return arithmetic.input(rows.gap()).dividedBy(arithmetic.input(rows.temperature()));
  }

  @Property
  @Falsified
  void aNearTieWithSixPercentLess(@ForAll NearTie rows) {
    Claims.assertSlipHolds(
        NearTie.TYPE,
        rows,
        (r, arithmetic) ->
            Evaluation.atMost(
                change(r, arithmetic),
                temperatures(r, arithmetic)
                    .times(arithmetic.of(5).sqrt())
                    .times(arithmetic.of(0.47))));
  }

  @Property
  @Falsified
  void theOrderOfANearTieWithATenthMoreThanIsAttained(@ForAll NearTie rows) {
    Assume.that(rows.tokens() == 2 && rows.gap() <= rows.temperature());
    order(rows, a -> a.of(0.952));
  }

  @Property
  @Falsified
  void theOrderOfANearTieBeyondTheTemperature(@ForAll NearTie rows) {
    Assume.that(rows.tokens() == 2);
    order(rows, a -> a.ratio(1, 2).sqrt());
  }

  @Property
  @Falsified(tokens = 4)
  void theOrderOfANearTieOfAnyLength(@ForAll NearTie rows) {
    Assume.that(rows.gap() <= rows.temperature());
    order(rows, a -> a.ratio(1, 2).sqrt());
  }

  private static void order(NearTie rows, Function<Arithmetic, Real> constant) {
    Claims.assertSlipHolds(
        NearTie.TYPE,
        rows,
        (r, arithmetic) ->
            Evaluation.atMost(
                temperatures(r, arithmetic).times(constant.apply(arithmetic)),
                change(r, arithmetic)));
  }

  @Property
  @Falsified(by = "p = 1, H = 1")
  void coverageWithAHeadFewer(@ForAll HeadGroup group) {
    equal(group, group.heads() - 1);
  }

  @Property
  @Falsified
  void coverageWithAHeadMore(@ForAll HeadGroup group) {
    equal(group, group.heads() + 1);
  }

  private static void equal(HeadGroup group, int heads) {
    Claims.assertSlipHolds(
        HeadGroup.TYPE,
        group,
        (g, arithmetic) -> {
          Evaluation right = Claims.named("head-coverage", HeadGroup.TYPE).evaluate(g, arithmetic);
          Real q = arithmetic.of(1).minus(arithmetic.input(g.separability()));
          Real uncovered = arithmetic.of(1);
          for (int h = 0; h < heads; h++) {
            uncovered = uncovered.times(q);
          }
          return Evaluation.equal(right.left(), uncovered.negated().plus(1));
        });
  }

  @Property
  @Falsified
  void twoHeadsAreEnough(@ForAll HeadGroup group) {
    Assume.that(group.separability() >= 0.8 && group.heads() >= 2);
    Claims.assertSlipHolds(
        HeadGroup.TYPE,
        group,
        (g, arithmetic) -> {
          Real q = arithmetic.of(1).minus(arithmetic.input(g.separability()));
          return Evaluation.atMost(q.square(), arithmetic.of(0.01));
        });
  }

  @Property
  @Falsified
  void theLargestWeightWithOnePercentMore(@ForAll LogitRow row) {
    largest(row, 1.01, 1);
  }

  @Property
  @Falsified
  void theLargestWeightAtAScaleOnePercentTooSmall(@ForAll LogitRow row) {
    largest(row, 1, 0.99);
  }

  private static void largest(LogitRow row, double factor, double scale) {
    Assume.that(Claims.named("length-aware-gap", LogitRow.TYPE).admits(row));
    check(
        row,
        (r, arithmetic) -> {
          int[] top = r.top(2);
          Vec logits = arithmetic.inputs(r.logits());
          Real gap = logits.get(top[0]).minus(logits.get(top[1]));
          Vec weights = ScalableSoftmax.weights(logits, arithmetic.of(scale).dividedBy(gap));
          Real bound = arithmetic.of(factor).times(r.tokens()).dividedBy(2L * r.tokens() - 1);
          return Evaluation.atMost(bound, weights.get(top[0]));
        });
  }

  @Property
  @Falsified(share = 0.002)
  void sparsemaxIsZeroBelowNineTenthsOfATemperature(@ForAll LogitRow row) {
    zeros(row, new Sparsemax(row.temperature()), 0.9);
  }

  @Property
  @Falsified
  void entmaxIsZeroBelowATemperature(@ForAll LogitRow row) {
    zeros(row, new Entmax15(row.temperature()), 1);
  }

  private static void zeros(LogitRow row, Normalizer normalizer, double temperatures) {
    check(
        row,
        (r, arithmetic) -> {
          Vec logits = arithmetic.inputs(r.logits());
          Vec weights = normalizer.weights(logits);
          Real reach = arithmetic.input(r.temperature()).times(arithmetic.of(temperatures));
          Real most = arithmetic.of(0);
          for (int i = 0; i < r.tokens(); i++) {
            boolean far = reach.certainlyAtMost(logits.max().minus(logits.get(i)));
            most = far ? most.max(weights.get(i)) : most;
          }
          return Evaluation.atMost(most, arithmetic.of(0));
        });
  }

  @Property
  @Falsified(by = "logits = (0), T = 1")
  void theNormOfSparsemaxIsAlwaysTheInverseTemperature(@ForAll LogitRow row) {
    norm(row, 1);
  }

  @Property
  @Falsified(by = "logits = (0, 0), T = 1")
  void theNormOfSparsemaxIsThatOfSoftmax(@ForAll LogitRow row) {
    Assume.that(row.tokens() > 1 && row.top(2).length == 2);
    norm(row, 0.5);
  }

  private static void norm(LogitRow row, double factor) {
    Assume.that(Claims.named("sparse-norm", LogitRow.TYPE).admits(row));
    check(
        row,
        (r, arithmetic) -> {
          Vec support = new Sparsemax(r.temperature()).support(arithmetic.inputs(r.logits()));
          return Evaluation.equal(
              new SparsemaxJacobian(support, r.temperature()).spectralNorm(),
              arithmetic.of(factor).dividedBy(arithmetic.input(r.temperature())));
        });
  }

  @Property
  @Falsified(by = "logits = (0), T = 1")
  void theNormOfSelfAdjustedSoftmaxWithOnePercentMore(@ForAll LogitRow row) {
    selfAdjusted(
        row,
        (scaled, weights, norm) -> {
          Arithmetic arithmetic = weights.arithmetic();
          return Evaluation.atMost(
              weights
                  .max()
                  .times(arithmetic.of(1.01))
                  .dividedBy(arithmetic.of(weights.size()).sqrt()),
              norm);
        });
  }

  @Property
  @Falsified(by = "logits = (0), T = 1")
  void theNormOfSelfAdjustedSoftmaxWithOnePercentLessOfTheLargestWeight(@ForAll LogitRow row) {
    selfAdjusted(
        row,
        (scaled, weights, norm) -> {
          Real others = scaled.abs().max().times(new SoftmaxJacobian(weights, 1).gershgorinBound());
          Real largest = weights.max().times(weights.arithmetic().ratio(99, 100));
          return Evaluation.atMost(norm, largest.plus(others));
        });
  }

  /** A claim about z, α and T‖J‖₂ of self-adjusted softmax. */
  private interface OfSelfAdjusted {
    Evaluation evaluate(Vec scaled, Vec weights, Real norm);
  }

  private static void selfAdjusted(LogitRow row, OfSelfAdjusted claim) {
    Assume.that(row.tokens() <= MOST_TOKENS);
    check(
        row,
        (r, arithmetic) -> {
          Vec scaled =
              new SelfAdjustedSoftmax(r.temperature()).scaled(arithmetic.inputs(r.logits()));
          Vec weights = r.weights(arithmetic);
          return claim.evaluate(
              scaled, weights, new SelfAdjustedJacobian(scaled, weights, 1).spectralNorm());
        });
  }

  @Property
  @Falsified(by = "logits = (0), T = 1")
  void theNormOfSoftmaxItselfDoesNotVanish(@ForAll LogitRow row) {
    check(
        row,
        (r, arithmetic) ->
            Evaluation.atMost(
                r.weights(arithmetic).max().dividedBy(arithmetic.of(r.tokens()).sqrt()),
                new SoftmaxJacobian(r.weights(arithmetic), 1).spectralNorm()));
  }

  /** Among tied logits they are equal. */
  @Property
  @Falsified(by = "logits = (0, 0), T = 1")
  void theEntropyOfSparseRulesIsAPercentLessThanThatOfSoftmax(@ForAll LogitRow row) {
    Assume.that(row.tokens() > 1);
    tightened("sparse-entropy", LogitRow.TYPE, row, 99);
  }

  @Property
  @Falsified(by = "logits = (0), T = 1")
  void twoTiedLogitsHaveAPercentLessThanTheLargestNorm(@ForAll LogitRow row) {
    tightened("prose-low-temperature", LogitRow.TYPE, row, 99);
  }

  @Property
  @Falsified
  void headsCoverAPercentLessThanInTurns(@ForAll HeadGroup group) {
    Assume.that(group.separability() > 0);
    tightened("head-coverage-dependent", HeadGroup.TYPE, group, 99);
  }

  @Property
  @Falsified
  void theNormIsAPercentLessThanHalfOfTheLogarithmicSlope(@ForAll FunctionRow row) {
    Assume.that(row.tokens() <= MOST_TOKENS);
    tightened("jacobian-by-log-slope", FunctionRow.TYPE, row, 99);
  }

  /** A claim of the catalogue with so many per cent of its right side. */
  private static <I extends Instance<I>> void tightened(
      String id, InstanceType<I> type, I instance, long percent) {
    Claims.assertSlipHolds(
        type,
        instance,
        (i, arithmetic) -> {
          Evaluation sides = Claims.named(id, type).evaluate(i, arithmetic);
          return Evaluation.atMost(
              sides.left(), sides.right().times(arithmetic.ratio(percent, 100)));
        });
  }
}
