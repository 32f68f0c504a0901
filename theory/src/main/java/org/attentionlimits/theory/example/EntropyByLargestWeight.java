package org.attentionlimits.theory.example;

import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.attentionlimits.theory.search.Adversary;

/**
 * How much entropy a row of attention weights can have, given its largest weight p. A guess that
 * holds at even weights and at a single token is refuted; the bound of Fano's inequality survives,
 * and is attained.
 */
public final class EntropyByLargestWeight {

  /** {@code H(α) ≤ 2(1 − p) ln n}, which is false. */
  public static final Claim<LogitRow> GUESS =
      Claim.about(LogitRow.TYPE)
          .named("entropy-by-largest-weight")
          .saying("H(\\alpha) \\le 2(1-p)\\ln n", "the entropy is at most 2(1 - p) ln n")
          .evaluatedBy(
              (row, arithmetic) -> {
                Vec weights = row.weights(arithmetic);
                Real entropy = weights.dot(row.logWeights(arithmetic)).negated();
                Real rest = arithmetic.of(1).minus(weights.max());
                Real logTokens = arithmetic.of(row.tokens()).log();
                return Evaluation.atMost(entropy, rest.times(2).times(logTokens));
              });

  /** {@code H(α) ≤ −p ln p − (1 − p) ln((1 − p)/(n − 1))}. */
  public static final Claim<LogitRow> FANO =
      Claim.about(LogitRow.TYPE)
          .named("entropy-by-fano")
          .saying(
              "H(\\alpha) \\le -p\\ln p-(1-p)\\ln\\frac{1-p}{n-1}",
              "the entropy is at most that of a row whose other weights are equal")
          .where("two tokens or more", row -> row.tokens() > 1)
          .evaluatedBy(
              (row, arithmetic) -> {
                Vec weights = row.weights(arithmetic);
                Real entropy = weights.dot(row.logWeights(arithmetic)).negated();
                Real p = weights.max();
                Real rest = arithmetic.of(1).minus(p);
                Real each = rest.dividedBy(row.tokens() - 1);
                Real bound = p.times(p.log()).plus(rest.times(each.log())).negated();
                return Evaluation.atMost(entropy, bound);
              });

  private EntropyByLargestWeight() {}

  /** Attacks both claims and prints what was found. */
  public static void main(String... args) {
    System.out.println(Adversary.usual().attack(GUESS).text());
    System.out.println(Adversary.usual().attack(FANO).text());
  }
}
