package org.attentionlimits.theory.power;

import java.util.List;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.jacobian.NormalizerJacobian;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** Slips in Lemma 1 and Lemma 2, about any normaliser. */
final class FunctionMutants {

  /** {@code least} and {@code greatest} value of F. */
  private record Range(Real least, Real greatest) {}

  private FunctionMutants() {}

  static List<Mutant<?>> weights(Claim<FunctionRow> claim) {
    return new Slips<>(claim)
        .add("half", "extremes over [0, a]", (r, a) -> ratio(r, a, from(r, a, 0, 1), r.tokens()))
        .add("root", "root of F_max/F_min", FunctionMutants::root)
        .add(
            "ends", "F at the ends for its extremes", (r, a) -> ratio(r, a, ends(r, a), r.tokens()))
        .add("more", "n+1 for n", (r, a) -> ratio(r, a, from(r, a, -1, 1), r.tokens() + 1))
        .add("no-t", "T missing", (r, a) -> ratio(r, a, unscaled(r, a), r.tokens()))
        .list();
  }

  static List<Mutant<?>> sharpWeights(Claim<FunctionRow> claim) {
    return new Slips<>(claim)
        .add("n", "n for n-1", (r, a) -> upper(r, a, from(r, a, -1, 1), r.tokens()))
        .add(
            "closer",
            "1 % smaller interval",
            (r, a) -> upper(r, a, from(r, a, -0.99, 0.99), r.tokens() - 1))
        .add(
            "half", "extremes over [0, a]", (r, a) -> upper(r, a, from(r, a, 0, 1), r.tokens() - 1))
        .add("no-t", "T missing", (r, a) -> upper(r, a, unscaled(r, a), r.tokens() - 1))
        .add("lower", "1 % more, lower arm", FunctionMutants::lower)
        .list();
  }

  static List<Mutant<?>> norm(Claim<FunctionRow> claim) {
    return new Slips<>(claim)
        .add(
            "0-495",
            "0.495 of it, 1 % below the largest ratio",
            (r, a) -> norm(r, a, printed(r, a).times(a.of(0.495))))
        .add(
            "0-4995",
            "0.4995 of it, 0.1 % below the largest ratio",
            (r, a) -> norm(r, a, printed(r, a).times(a.of(0.4995))))
        .add("n-squared", "n squared", (r, a) -> norm(r, a, printed(r, a).dividedBy(r.tokens())))
        .add("least-slope", "least slope for the largest", FunctionMutants::leastSlope)
        .add("greatest", "F_max and F_min swapped", FunctionMutants::greatest)
        .add(
            "no-t",
            "T missing",
            (r, a) -> norm(r, a, printed(r, a).times(a.input(r.row().temperature()))))
        .list();
  }

  static List<Mutant<?>> sharpNorm(Claim<FunctionRow> claim) {
    return new Slips<>(claim)
        .add(
            "no-rank-one",
            "rank-one term dropped",
            (r, a) -> norm(r, a, overSum(r, a, steepest(r, a))))
        .add(
            "no-diagonal",
            "diagonal term dropped",
            (r, a) -> norm(r, a, overSum(r, a, rankOne(r, a))))
        .add("mean-slope", "mean slope for the largest", FunctionMutants::meanSlope)
        .add(
            "0-8",
            "0.8 of it",
            (r, a) ->
                norm(r, a, overSum(r, a, steepest(r, a).plus(rankOne(r, a))).times(a.of(0.8))))
        .add("t-squared", "T squared", FunctionMutants::squaredT)
        .list();
  }

  /** {@code F_min/(F_max m) ≤ α_i ≤ F_max/(F_min m)}. */
  private static Evaluation ratio(FunctionRow row, Arithmetic a, Range range, int m) {
    return ratio(row, a, range.greatest().dividedBy(range.least()), m);
  }

  private static Evaluation ratio(FunctionRow row, Arithmetic a, Real ratio, int m) {
    Vec weights = row.weights(a);
    return Evaluation.atMost(a.of(1).dividedBy(ratio.times(m)), weights.min())
        .and(Evaluation.atMost(weights.max(), ratio.dividedBy(m)));
  }

  private static Evaluation root(FunctionRow row, Arithmetic a) {
    Range range = from(row, a, -1, 1);
    return ratio(row, a, range.greatest().dividedBy(range.least()).sqrt(), row.tokens());
  }

  /** {@code α_i ≤ F_max/(F_max + m F_min)}. */
  private static Evaluation upper(FunctionRow row, Arithmetic a, Range range, int m) {
    Real greatest = range.greatest();
    return Evaluation.atMost(
        row.weights(a).max(), greatest.dividedBy(greatest.plus(range.least().times(m))));
  }

  private static Evaluation lower(FunctionRow row, Arithmetic a) {
    Range range = from(row, a, -1, 1);
    Real others = range.greatest().times(row.tokens() - 1);
    Real bound = range.least().dividedBy(range.least().plus(others));
    return Evaluation.atMost(bound.times(a.of(1.01)), row.weights(a).min());
  }

  /** Extremes over {@code [low·a, high·a]}, a being the largest scaled logit in magnitude. */
  private static Range from(FunctionRow row, Arithmetic arithmetic, double low, double high) {
    return over(row, row.scaled(arithmetic).abs().max(), low, high);
  }

  private static Range over(FunctionRow row, Real a, double low, double high) {
    Real from = a.times(a.arithmetic().of(low));
    Real to = a.times(a.arithmetic().of(high));
    return new Range(row.function().least(from, to), row.function().greatest(from, to));
  }

  private static Range unscaled(FunctionRow row, Arithmetic arithmetic) {
    return over(row, row.row().logits(arithmetic).abs().max(), -1, 1);
  }

  private static Range ends(FunctionRow row, Arithmetic arithmetic) {
    Real a = row.scaled(arithmetic).abs().max();
    return new Range(row.function().value(a.negated()), row.function().value(a));
  }

  private static Evaluation norm(FunctionRow row, Arithmetic a, Real bound) {
    return Evaluation.atMost(
        new NormalizerJacobian(row.values(a), row.slopes(a)).spectralNorm(), bound);
  }

  /** {@code (F'_max/(n F_min)) (1 + F_max/F_min)}. */
  private static Real printed(FunctionRow row, Arithmetic a) {
    Vec values = row.values(a);
    return printed(row, steepest(row, a), values.min(), values.max().dividedBy(values.min()));
  }

  private static Real printed(FunctionRow row, Real slope, Real least, Real ratio) {
    return slope.dividedBy(least.times(row.tokens())).times(ratio.plus(1));
  }

  private static Evaluation leastSlope(FunctionRow row, Arithmetic a) {
    Vec values = row.values(a);
    Real least = row.slopes(a).abs().min();
    return norm(row, a, printed(row, least, values.min(), values.max().dividedBy(values.min())));
  }

  private static Evaluation greatest(FunctionRow row, Arithmetic a) {
    Vec values = row.values(a);
    return norm(
        row, a, printed(row, steepest(row, a), values.max(), values.min().dividedBy(values.max())));
  }

  private static Real steepest(FunctionRow row, Arithmetic a) {
    return row.slopes(a).abs().max();
  }

  /** {@code ‖α‖₂‖F'‖₂}. */
  private static Real rankOne(FunctionRow row, Arithmetic a) {
    return row.weights(a).norm().times(row.slopes(a).norm());
  }

  private static Real overSum(FunctionRow row, Arithmetic a, Real bound) {
    return bound.dividedBy(row.values(a).sum());
  }

  private static Evaluation meanSlope(FunctionRow row, Arithmetic a) {
    Real mean = row.slopes(a).abs().sum().dividedBy(row.tokens());
    return norm(row, a, overSum(row, a, mean.plus(rankOne(row, a))));
  }

  private static Evaluation squaredT(FunctionRow row, Arithmetic a) {
    Real bound = overSum(row, a, steepest(row, a).plus(rankOne(row, a)));
    return norm(row, a, bound.dividedBy(a.input(row.row().temperature())));
  }
}
