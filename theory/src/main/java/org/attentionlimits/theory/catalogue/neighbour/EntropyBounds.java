package org.attentionlimits.theory.catalogue.neighbour;

import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.normalize.Entropy;
import org.attentionlimits.theory.normalize.Sparsemax;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** Bounds of the entropy of softmax's weights. */
final class EntropyBounds {

  private static final long HOEFFDING = 8;

  /** {@code ln n − min(ρ, ρ²/8) ≤ H}. */
  static final Claim<LogitRow> BY_RANGE =
      Claim.about(LogitRow.TYPE)
          .named("entropy-by-range")
          .from(Provenance.OURS, "the entropy by the range of the logits, after Hoeffding's lemma")
          .as(Standing.SHARPER)
          .saying(
              "\\ln n - \\min\\Bigl\\{\\rho, \\frac{\\rho^2}{8}\\Bigr\\} \\le H(\\alpha),"
                  + " \\quad \\rho = \\frac{\\max_i \\ell_i - \\min_i \\ell_i}{T},"
                  + " \\; H(\\alpha) = -\\sum_i \\alpha_i \\ln \\alpha_i",
              "the entropy of the weights is below ln n by at most the range of the logits over T, and"
                  + " by at most an eighth of its square")
          .specially(
              "A single token: both sides are zero. Tied logits: both are ln n. A wide range makes the"
                  + " bound negative, and it says nothing.")
          .withSupremum("1, attained by tied logits")
          .provenIn("proofs.html#entropy-by-range")
          .evaluatedBy(
              (row, arithmetic) -> {
                Real range = Scaled.range(row, arithmetic);
                Real loss = range.min(range.square().dividedBy(HOEFFDING));
                Real most = arithmetic.of(row.tokens()).log();
                return Evaluation.atMost(most.minus(loss), entropy(row, arithmetic));
              });

  /** {@code ln(1+(n−1)β) + σ√(n(n−1)) β/(1+(n−1)β) ≤ H}. */
  static final Claim<LogitRow> BY_NORM =
      Claim.about(LogitRow.TYPE)
          .named("entropy-by-norm")
          .from(Provenance.LITERATURE, "arXiv:2303.06296, Theorem 3.1, read for one row")
          .as(Standing.NEIGHBOUR)
          .saying(
              "\\ln(1+(n-1)\\beta) + \\frac{\\sigma\\sqrt{n(n-1)}\\,\\beta}{1+(n-1)\\beta} \\le"
                  + " H(\\alpha), \\quad \\beta = e^{-\\sigma\\sqrt{n/(n-1)}},"
                  + " \\; \\sigma = \\|z - \\bar z\\|_2, \\; z = \\ell/T",
              "of all rows whose scaled logits are as far from their mean, one with a spike over tied"
                  + " others has the least entropy")
          .specially(
              "A single token is left out, n - 1 being a divisor. Tied logits: both sides are ln n.")
          .withSupremum("1, attained by one logit above all others, which are tied")
          .where(Scaled.TWO_TOKENS, row -> row.tokens() >= 2)
          .evaluatedBy(
              (row, arithmetic) ->
                  Evaluation.atMost(ofSpike(row, arithmetic), entropy(row, arithmetic)));

  /** {@code H(sparsemax) ≤ H(softmax)}. */
  static final Claim<LogitRow> SPARSEMAX =
      Claim.about(LogitRow.TYPE)
          .named("sparsemax-entropy")
          .from(Provenance.OURS, "by majorisation; the first half of sparse-entropy")
          .as(Standing.SHARPER)
          .saying(
              "H(\\mathrm{sparsemax}(z)) \\le H(\\mathrm{softmax}(z)), \\quad z = \\ell/T",
              "sparsemax has an entropy of at most softmax's at the same logits and temperature")
          .specially("A single token: both entropies are zero. Tied logits: both are ln n.")
          .withSupremum("1, attained by tied logits")
          .provenIn("proofs.html#sparsemax-entropy")
          .evaluatedBy(
              (row, arithmetic) -> {
                Vec weights = new Sparsemax(row.temperature()).weights(row.logits(arithmetic));
                return Evaluation.atMost(Entropy.of(weights), entropy(row, arithmetic));
              });

  private EntropyBounds() {}

  /**
   * Of the weights over their sum: weights that were stored do not sum to one, and equality at two
   * tokens would be missed by what their sum is off.
   */
  private static Real entropy(LogitRow row, Arithmetic arithmetic) {
    Vec weights = row.weights(arithmetic);
    Real sum = weights.sum();
    return sum.log().plus(Entropy.of(weights, row.logWeights(arithmetic)).dividedBy(sum));
  }

  /** The entropy of one logit above tied others, at the row's σ. */
  private static Real ofSpike(LogitRow row, Arithmetic arithmetic) {
    Vec z = Scaled.logits(row, arithmetic);
    long n = row.tokens();
    long others = n - 1;
    Real deviation = z.minus(z.sum().dividedBy(n)).norm();
    Real height = deviation.times(arithmetic.ratio(n, others).sqrt());
    Real rest = height.negated().exp().times(others);
    Real share = rest.dividedBy(rest.plus(1));
    return rest.log1p().plus(height.times(share));
  }
}
