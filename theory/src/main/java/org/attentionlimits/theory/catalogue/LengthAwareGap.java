package org.attentionlimits.theory.catalogue;

import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.normalize.ScalableSoftmax;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** What Scalable-Softmax leaves to the largest logit at every length. */
final class LengthAwareGap {

  /** {@code n/(2n−1) ≤ max_i α_i} for {@code s·g/T = 1}. */
  static final Claim<LogitRow> CLAIM =
      Claim.about(LogitRow.TYPE)
          .named("length-aware-gap")
          .from(Provenance.OURS, "Discussion, length-aware normalisation: the constant")
          .as(Standing.CORRECTED, "length-aware")
          .saying(
              "\\frac12 < \\frac{n}{2n-1} \\le \\max_i \\alpha_i,"
                  + " \\quad \\alpha_i = \\frac{n^{s\\ell_i/T}}{\\sum_j n^{s\\ell_j/T}},"
                  + " \\; s = \\frac{T}{\\ell_{(1)}-\\ell_{(2)}}",
              "if the scale of Scalable-Softmax is the temperature over the gap between the two"
                  + " largest logits, the largest weight is above one half at every length")
          .specially(
              "One logit above others that are tied attains it at every n. Without a gap, as with "
                  + "tied largest logits, there is no such scale. A larger scale only helps.")
          .where("a largest logit above all others, of at least two", LengthAwareGap::hasGap)
          .provenIn("proofs.html#length-aware-gap")
          .evaluatedBy(LengthAwareGap::evaluate);

  private LengthAwareGap() {}

  private static boolean hasGap(LogitRow row) {
    if (row.tokens() < 2) {
      return false;
    }
    int[] top = row.top(2);
    double[] logits = row.logits();
    return logits[top[0]] > logits[top[1]];
  }

  private static Evaluation evaluate(LogitRow row, Arithmetic arithmetic) {
    int[] top = row.top(2);
    Vec logits = row.logits(arithmetic);
    Real gap = logits.get(top[0]).minus(logits.get(top[1]));
    Vec weights = ScalableSoftmax.weights(logits, arithmetic.of(1).dividedBy(gap));
    return Evaluation.atMost(
        arithmetic.ratio(row.tokens(), 2L * row.tokens() - 1), weights.get(top[0]));
  }
}
