package org.attentionlimits.theory.catalogue.neighbour;

import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.jacobian.SoftmaxJacobian;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Memo;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** Bounds of the spectral norm of softmax's Jacobian, by the gap and from both sides. */
final class Sensitivity {

  private static final Memo.Quantity<LogitRow, Real> NORM =
      (row, arithmetic) -> jacobian(row, arithmetic).spectralNorm();

  /** {@code T‖J‖₂ ≤ 2x/(1+x)}, {@code x = (n−1)e^{−g}}. */
  static final Claim<LogitRow> BY_GAP =
      Claim.about(LogitRow.TYPE)
          .named("jacobian-by-gap")
          .from(Provenance.OURS, "the Jacobian by the gap of the two largest logits")
          .as(Standing.SHARPER)
          .saying(
              "T\\|J\\|_2 \\le \\frac{2x}{1+x}, \\quad x = (n-1)e^{-g},"
                  + " \\; g = \\frac{\\ell_{(1)} - \\ell_{(2)}}{T}",
              "the spectral norm of softmax's Jacobian times T vanishes like the exponential of the"
                  + " gap between the two largest logits over T: without a near-tie the gradient"
                  + " vanishes at low temperature")
          .specially(
              "A single token has no gap and is left out. A tie makes the bound at least 1, and it says"
                  + " nothing.")
          .withSupremum("1, approached by two logits as their gap grows")
          .provenIn("proofs.html#jacobian-by-gap")
          .where(Scaled.TWO_TOKENS, row -> row.tokens() >= 2)
          .evaluatedBy(
              (row, arithmetic) -> {
                Real x = Scaled.rest(row, arithmetic);
                return Evaluation.atMost(
                    row.known(NORM, arithmetic), x.times(2).dividedBy(x.plus(1)));
              });

  /** {@code (n/(n−1)) max α(1−α) ≤ T‖J‖₂ ≤ min{α₍₁₎, 2 max α(1−α)}}. */
  static final Claim<LogitRow> TWO_SIDED =
      Claim.about(LogitRow.TYPE)
          .named("jacobian-two-sided")
          .from(Provenance.OURS, "the Jacobian from both sides")
          .as(Standing.SHARPER)
          .saying(
              "\\frac{n}{n-1}\\max_i \\alpha_i(1-\\alpha_i) \\le T\\|J\\|_2 \\le"
                  + " \\min\\{\\max_i \\alpha_i, 2\\max_i \\alpha_i(1-\\alpha_i)\\}",
              "the spectral norm of softmax's Jacobian times T lies between n/(n-1) and 2 times the"
                  + " largest α(1-α), and is at most the largest weight")
          .specially(
              "A single token is left out, n - 1 being a divisor. Two tokens: the norm is both bounds by"
                  + " α(1-α). Tied logits: it is 1/n, the largest weight.")
          .withSupremum("1 on both sides, attained by any two tokens")
          .provenIn("proofs.html#jacobian-two-sided")
          .where(Scaled.TWO_TOKENS, row -> row.tokens() >= 2)
          .evaluatedBy(Sensitivity::twoSided);

  private Sensitivity() {}

  /** {@code TJ} at the weights over their sum, which is not one if they were stored. */
  private static SoftmaxJacobian jacobian(LogitRow row, Arithmetic arithmetic) {
    Vec weights = row.weights(arithmetic);
    return new SoftmaxJacobian(weights.dividedBy(weights.sum()), 1);
  }

  private static Evaluation twoSided(LogitRow row, Arithmetic arithmetic) {
    Real norm = row.known(NORM, arithmetic);
    Real entry = jacobian(row, arithmetic).largestEntry();
    long n = row.tokens();
    Real most = row.weights(arithmetic).max().min(entry.times(2));
    return Evaluation.atMost(entry.times(arithmetic.ratio(n, n - 1)), norm)
        .and(Evaluation.atMost(norm, most));
  }
}
