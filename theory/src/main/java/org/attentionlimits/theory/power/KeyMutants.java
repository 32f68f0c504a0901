package org.attentionlimits.theory.power;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** Slips in Corollary 1. */
final class KeyMutants {

  private KeyMutants() {}

  static List<Mutant<?>> printed(Claim<QueryKeys> claim) {
    return new Slips<>(claim)
        .add("no-two", "2 missing", (r, a) -> factor(r, a, exponent(r, a).dividedBy(2), r.tokens()))
        .add("no-t", "T missing", (r, a) -> factor(r, a, withoutT(r, a), r.tokens()))
        .add("t-squared", "T squared", (r, a) -> factor(r, a, squaredT(r, a), r.tokens()))
        .add("fewer", "n-1 for n", (r, a) -> factor(r, a, exponent(r, a), r.tokens() - 1))
        .add("more", "n+1 for n", (r, a) -> factor(r, a, exponent(r, a), r.tokens() + 1))
        .add(
            "no-query",
            "query norm missing",
            (r, a) -> factor(r, a, withoutQuery(r, a), r.tokens()))
        .add(
            "mean-key",
            "mean key norm for the largest",
            (r, a) -> factor(r, a, mean(r, a), r.tokens()))
        .add("max-norm", "keys by the max norm", (r, a) -> factor(r, a, maxNorm(r, a), r.tokens()))
        .list();
  }

  static List<Mutant<?>> sharp(Claim<QueryKeys> claim) {
    return new Slips<>(claim)
        .add(
            "no-two",
            "2 missing",
            (r, a) -> sharp(r, a, exponent(r, a).dividedBy(2), r.tokens() - 1))
        .add("no-t", "T missing", (r, a) -> sharp(r, a, withoutT(r, a), r.tokens() - 1))
        .add("t-squared", "T squared", (r, a) -> sharp(r, a, squaredT(r, a), r.tokens() - 1))
        .add("n", "n for n-1", (r, a) -> sharp(r, a, exponent(r, a), r.tokens()))
        .add(
            "fewer",
            "n-2 for n-1",
            (r, a) -> sharp(r, a, exponent(r, a), Math.max(0, r.tokens() - 2)))
        .add(
            "smallest-key",
            "smallest key norm",
            (r, a) -> sharp(r, a, smallest(r, a), r.tokens() - 1))
        .add(
            "max-norm",
            "keys by the max norm",
            (r, a) -> sharp(r, a, maxNorm(r, a), r.tokens() - 1))
        .add("own-key", "own key norm for the largest", KeyMutants::ownKey)
        .add("upper-less", "1 % less, upper arm", (r, a) -> upper(r, a, 0.99))
        .add("lower-more", "1 % more, lower arm", (r, a) -> lower(r, a, 1.01))
        .list();
  }

  /** {@code e^{−x}/m ≤ α_i ≤ e^x/m}. */
  private static Evaluation factor(QueryKeys row, Arithmetic a, Real x, int m) {
    if (m == 0) {
      return Evaluation.atMostLog(row.logWeights(a).max(), x);
    }
    Real logMean = a.of(m).log().negated();
    Vec logWeights = row.logWeights(a);
    return Evaluation.atMostLog(logMean.minus(x), logWeights.min())
        .and(Evaluation.atMostLog(logWeights.max(), logMean.plus(x)));
  }

  /** {@code 1/(1 + m e^x) ≤ α_i ≤ 1/(1 + m e^{−x})}. */
  private static Evaluation sharp(QueryKeys row, Arithmetic a, Real x, int m) {
    Vec logWeights = row.logWeights(a);
    return Evaluation.atMostLog(logLeast(x, m), logWeights.min())
        .and(Evaluation.atMostLog(logWeights.max(), logGreatest(x, m)));
  }

  /** {@code −ln(1 + m e^x)}, for x ≥ 0. */
  private static Real logLeast(Real x, int m) {
    return m == 0 ? x.minus(x) : x.negated().exp().plus(m).log().plus(x).negated();
  }

  /** {@code −ln(1 + m e^{−x})}, for x ≥ 0. */
  private static Real logGreatest(Real x, int m) {
    return x.negated().exp().times(m).plus(1).log().negated();
  }

  private static Evaluation upper(QueryKeys row, Arithmetic a, double factor) {
    Real bound = logGreatest(exponent(row, a), row.tokens() - 1);
    return Evaluation.atMostLog(row.logWeights(a).max(), bound.plus(a.of(factor).log()));
  }

  private static Evaluation lower(QueryKeys row, Arithmetic a, double factor) {
    Real bound = logLeast(exponent(row, a), row.tokens() - 1);
    return Evaluation.atMostLog(bound.plus(a.of(factor).log()), row.logWeights(a).min());
  }

  private static Evaluation ownKey(QueryKeys row, Arithmetic a) {
    Real scale = row.queryNorm(a).times(2).dividedBy(a.input(row.temperature()));
    Vec exponents = row.keyNorms(a).times(scale);
    Vec logWeights = row.logWeights(a);
    return IntStream.range(0, row.tokens())
        .mapToObj(
            i ->
                Evaluation.atMostLog(
                    logWeights.get(i), logGreatest(exponents.get(i), row.tokens() - 1)))
        .reduce(Evaluation::and)
        .orElseThrow();
  }

  /** {@code 2‖q‖‖k‖/T} with the largest key norm. */
  private static Real exponent(QueryKeys row, Arithmetic a) {
    return exponent(row, a, row.keyNorms(a).max());
  }

  private static Real exponent(QueryKeys row, Arithmetic a, Real keyNorm) {
    return withoutQuery(row, keyNorm).times(row.queryNorm(a));
  }

  private static Real withoutQuery(QueryKeys row, Arithmetic a) {
    return withoutQuery(row, row.keyNorms(a).max());
  }

  private static Real withoutQuery(QueryKeys row, Real keyNorm) {
    return keyNorm.times(2).dividedBy(keyNorm.arithmetic().input(row.temperature()));
  }

  private static Real withoutT(QueryKeys row, Arithmetic a) {
    return exponent(row, a).times(a.input(row.temperature()));
  }

  private static Real squaredT(QueryKeys row, Arithmetic a) {
    return exponent(row, a).dividedBy(a.input(row.temperature()));
  }

  private static Real mean(QueryKeys row, Arithmetic a) {
    return exponent(row, a, row.keyNorms(a).sum().dividedBy(row.tokens()));
  }

  private static Real smallest(QueryKeys row, Arithmetic a) {
    return exponent(row, a, row.keyNorms(a).min());
  }

  private static Real maxNorm(QueryKeys row, Arithmetic a) {
    double[] numbers = row.numbers();
    double[] keys = Arrays.copyOfRange(numbers, row.shape()[1] + 1, numbers.length);
    return exponent(row, a, a.inputs(keys).abs().max());
  }
}
