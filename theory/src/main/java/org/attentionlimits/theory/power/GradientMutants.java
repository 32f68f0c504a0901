package org.attentionlimits.theory.power;

import java.util.Arrays;
import java.util.List;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.attention.TopN;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.jacobian.SoftmaxJacobian;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** Slips in Corollary 3 and its relatives. */
final class GradientMutants {

  private GradientMutants() {}

  static List<Mutant<?>> norm(Claim<LogitRow> claim) {
    return new Slips<>(claim)
        .add("half-1", "1 % less, second arm", (r, a) -> norm(r, a, overT(r, a, 0.495)))
        .add("half-0-1", "0.1 % less, second arm", (r, a) -> norm(r, a, overT(r, a, 0.4995)))
        .add("no-t", "T missing", (r, a) -> norm(r, a, a.of(0.5)))
        .add(
            "t-squared",
            "T squared",
            (r, a) -> norm(r, a, overT(r, a, 0.5).dividedBy(a.input(r.temperature()))))
        .add("no-two", "2 missing", (r, a) -> norm(r, a, jacobian(r, a).largestEntry()))
        .add("second", "second-largest weight for the largest", GradientMutants::second)
        .add("smallest", "min for max over tokens", GradientMutants::smallest)
        .add(
            "wrong-arm",
            "smaller of 1/(2T) and 1/2",
            (r, a) -> norm(r, a, overT(r, a, 0.5).min(a.of(0.5))))
        .add("trace", "trace for the spectral norm", GradientMutants::trace)
        .add("squares", "square of the sum for the maximum", GradientMutants::squares)
        .list();
  }

  static List<Mutant<?>> entry(Claim<LogitRow> claim) {
    return new Slips<>(claim)
        .add("eighth", "1/8 for 1/4", (r, a) -> entry(r, a, overT(r, a, 0.125)))
        .add("no-t", "T missing", (r, a) -> entry(r, a, a.of(0.25)))
        .add(
            "t-squared",
            "T squared",
            (r, a) -> entry(r, a, overT(r, a, 0.25).dividedBy(a.input(r.temperature()))))
        .add("by-n", "(1/n)(1-1/n) for 1/4, as if weights were even", GradientMutants::byN)
        .list();
  }

  static List<Mutant<?>> exact(Claim<LogitRow> claim) {
    return new Slips<>(claim)
        .add(
            "largest",
            "largest weight for the root",
            (r, a) -> equal(r, a, weights(r, a).max().dividedBy(a.input(r.temperature()))))
        .add(
            "gershgorin",
            "Gershgorin's bound for the root",
            (r, a) -> equal(r, a, jacobian(r, a).gershgorinBound()))
        .add(
            "second",
            "second-largest weight for the root",
            (r, a) -> equal(r, a, second(weights(r, a)).dividedBy(a.input(r.temperature()))))
        .add(
            "millionth",
            "a millionth more",
            (r, a) -> equal(r, a, jacobian(r, a).spectralNorm().times(a.of(1.000001))))
        .list();
  }

  static List<Mutant<?>> step(Claim<PerturbedRow> claim) {
    return new Slips<>(claim)
        .add(
            "slope-1",
            "1 % less, slope arm",
            (r, a) -> step(r, a, slope(r, a).times(a.of(0.99)), root(a)))
        .add(
            "slope-0-1",
            "0.1 % less, slope arm",
            (r, a) -> step(r, a, slope(r, a).times(a.of(0.999)), root(a)))
        .add(
            "diameter-1",
            "1 % less, diameter arm",
            (r, a) -> step(r, a, slope(r, a), root(a).times(a.of(0.99))))
        .add(
            "diameter-0-1",
            "0.1 % less, diameter arm",
            (r, a) -> step(r, a, slope(r, a), root(a).times(a.of(0.999))))
        .add(
            "no-root",
            "root dropped: 1 for the root of 2",
            (r, a) -> step(r, a, slope(r, a), a.of(1)))
        .add("quarter", "1/4 for 1/2", (r, a) -> step(r, a, slope(r, a).dividedBy(2), root(a)))
        .add("no-t", "T missing", (r, a) -> step(r, a, a.input(r.step()).dividedBy(2), root(a)))
        .add(
            "t-squared",
            "T squared",
            (r, a) -> step(r, a, slope(r, a).dividedBy(a.input(r.row().temperature())), root(a)))
        .add("max-norm", "step by the max norm", GradientMutants::maxNorm)
        .add("sum-norm", "change by the sum norm", GradientMutants::sumNorm)
        .list();
  }

  private static Vec weights(LogitRow row, Arithmetic a) {
    return row.weights(a);
  }

  private static SoftmaxJacobian jacobian(LogitRow row, Arithmetic a) {
    return new SoftmaxJacobian(row.weights(a), row.temperature());
  }

  private static Evaluation norm(LogitRow row, Arithmetic a, Real bound) {
    return Evaluation.atMost(jacobian(row, a).spectralNorm(), bound);
  }

  private static Evaluation entry(LogitRow row, Arithmetic a, Real bound) {
    return Evaluation.atMost(jacobian(row, a).largestEntry(), bound);
  }

  private static Evaluation equal(LogitRow row, Arithmetic a, Real value) {
    return Evaluation.equal(jacobian(row, a).spectralNorm(), value);
  }

  private static Real overT(LogitRow row, Arithmetic a, double constant) {
    return a.of(constant).dividedBy(a.input(row.temperature()));
  }

  /** The second-largest weight; the only one of a single token. */
  private static Real second(Vec weights) {
    double[] values = weights.values();
    int[] order = TopN.of(values, Math.min(2, values.length));
    return weights.get(order[order.length - 1]);
  }

  /** {@code (2/T) α(1−α)} of one weight. */
  private static Evaluation ofWeight(LogitRow row, Arithmetic a, Real weight) {
    Real product = weight.times(a.of(1).minus(weight)).times(2);
    return norm(row, a, product.dividedBy(a.input(row.temperature())));
  }

  private static Evaluation second(LogitRow row, Arithmetic a) {
    return ofWeight(row, a, second(row.weights(a)));
  }

  private static Evaluation smallest(LogitRow row, Arithmetic a) {
    return ofWeight(row, a, row.weights(a).min());
  }

  private static Evaluation trace(LogitRow row, Arithmetic a) {
    return Evaluation.atMost(
        total(row, a).dividedBy(a.input(row.temperature())), overT(row, a, 0.5));
  }

  private static Evaluation squares(LogitRow row, Arithmetic a) {
    Real bound = total(row, a).square().times(2);
    return norm(row, a, bound.dividedBy(a.input(row.temperature())));
  }

  /** {@code Σ α_i(1−α_i)}. */
  private static Real total(LogitRow row, Arithmetic a) {
    Vec weights = row.weights(a);
    return weights.minus(weights.times(weights)).sum();
  }

  private static Evaluation byN(LogitRow row, Arithmetic a) {
    int n = row.tokens();
    return entry(row, a, overT(row, a, 1).times(n - 1).dividedBy((long) n * n));
  }

  /** {@code ‖Δα‖ ≤ min{slope, diameter}}. */
  private static Evaluation step(PerturbedRow row, Arithmetic a, Real slope, Real diameter) {
    return Evaluation.atMost(change(row, a).norm(), slope.min(diameter));
  }

  private static Vec change(PerturbedRow row, Arithmetic a) {
    return row.weightsAfter(a).minus(row.row().weights(a));
  }

  /** {@code ε/(2T)}. */
  private static Real slope(PerturbedRow row, Arithmetic a) {
    return a.input(row.step()).dividedBy(2).dividedBy(a.input(row.row().temperature()));
  }

  private static Real root(Arithmetic a) {
    return a.of(2).sqrt();
  }

  private static Evaluation maxNorm(PerturbedRow row, Arithmetic a) {
    int n = row.tokens();
    Vec direction = a.inputs(Arrays.copyOfRange(row.numbers(), n + 1, 2 * n + 1));
    Real share = direction.abs().max().dividedBy(direction.norm());
    return step(row, a, slope(row, a).times(share), root(a));
  }

  private static Evaluation sumNorm(PerturbedRow row, Arithmetic a) {
    return Evaluation.atMost(change(row, a).abs().sum(), slope(row, a).min(root(a)));
  }
}
