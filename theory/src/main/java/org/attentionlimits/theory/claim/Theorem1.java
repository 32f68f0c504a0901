package org.attentionlimits.theory.claim;

import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.geometry.Selection;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;

/** Bounds of the cumulative distance of the tokens that are not selected. */
final class Theorem1 {

  /** {@code d̃ ≤ (1−A)d₁ + ((n−N)A − (1−A))d₂} for the top-N set. */
  static final Claim<EmbeddedRow> FIXED =
      Claim.about(EmbeddedRow.class)
          .named("theorem-1-fixed")
          .from(Provenance.RECONSTRUCTED, "Theorem 1, fixed set, read for the top-N set")
          .saying(
              "\\sum_{i\\notin I_N}\\|s-\\alpha_i x_i\\|_2 \\le (1-A)\\,d_1 +"
                  + " \\bigl((n-N)A-(1-A)\\bigr)\\,d_2,"
                  + " \\quad A=\\sum_{i\\in I_N}\\alpha_i,"
                  + " \\; d_1=\\max_{i\\notin I_N, j\\in I_N}\\|x_i-x_j\\|_2,"
                  + " \\; d_2=\\max_{j\\in I_N}\\|x_j\\|_2",
              "the distances of the other tokens' contributions from the context vector of the"
                  + " top-N tokens add up to at most what the sets' diameter and norm allow")
          .provenIn("proofs.html#theorem-1-fixed")
          .evaluatedBy(Theorem1::fixed);

  private Theorem1() {}

  private static Evaluation fixed(EmbeddedRow row, Arithmetic arithmetic) {
    Selection top = Selection.top(row, arithmetic);
    Real rest = top.massOfOthers();
    Real factor = top.mass().times(top.others()).minus(rest);
    Real bound = rest.times(top.largestDistance()).plus(factor.times(top.largestNorm()));
    return Evaluation.atMost(top.cumulativeDistance(), bound);
  }
}
