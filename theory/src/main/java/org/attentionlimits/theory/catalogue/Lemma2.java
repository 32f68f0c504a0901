package org.attentionlimits.theory.catalogue;

import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.jacobian.NormalizerJacobian;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Memo;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** Bounds of the spectral norm of any normaliser's Jacobian; both sides are multiplied by T. */
final class Lemma2 {

  /** Most tokens for which the full matrix is decomposed. */
  private static final int DENSE_TOKENS = 16;

  private static final Memo.Quantity<FunctionRow, Real> NORM =
      (row, arithmetic) -> jacobian(row, arithmetic).spectralNorm();

  /** {@code ‖J‖₂ ≤ (F'_max/(n F_min)) (1 + F_max/F_min)}, extremes over the row's own logits. */
  static final Claim<FunctionRow> RECONSTRUCTED =
      Claim.about(FunctionRow.TYPE)
          .named("lemma-2")
          .from(Provenance.RECONSTRUCTED, "Lemma 2, extremes over the row's own logits")
          .as(Standing.STATED)
          .saying(
              "\\|J\\|_2 \\le \\frac{F'_{\\max}}{n\\,F_{\\min}}"
                  + " \\Bigl(1+\\frac{F_{\\max}}{F_{\\min}}\\Bigr)",
              "the spectral norm of a normaliser's Jacobian is bounded by the extremes of F and of"
                  + " its slope on the row")
          .specially(
              "A single token, whose Jacobian is zero, satisfies it. A ratio of F's "
                  + "extremes beyond double precision is settled by the enclosures. QUADRATIC "
                  + "has slope zero at logit zero.")
          .provenIn("proofs.html#lemma-2")
          .where("at most 16 tokens", row -> row.tokens() <= DENSE_TOKENS)
          .evaluatedBy(
              (row, arithmetic) -> {
                Vec values = row.values(arithmetic);
                Vec slopes = row.slopes(arithmetic);
                Real ratio = values.max().dividedBy(values.min());
                Real bound =
                    slopes
                        .abs()
                        .max()
                        .dividedBy(values.min().times(row.tokens()))
                        .times(ratio.plus(1));
                return Evaluation.atMost(norm(row, arithmetic), bound);
              });

  /** {@code ‖J‖₂ ≤ (max_j|F'_j| + ‖α‖₂‖F'‖₂)/ΣF}. */
  static final Claim<FunctionRow> SHARP =
      Claim.about(FunctionRow.TYPE)
          .named("lemma-2-sharp")
          .from(Provenance.OURS, "sharper form of Lemma 2")
          .as(Standing.SHARPER, "lemma-2")
          .saying(
              "\\|J\\|_2 \\le \\frac{\\max_j|F'_j| + \\|\\alpha\\|_2\\|F'\\|_2}{\\sum_j F_j}",
              "the spectral norm of a normaliser's Jacobian is at most that of its diagonal part"
                  + " plus that of its rank-one part")
          .specially(
              "A single token: the left side is zero. Tied logits are covered like any "
                  + "others.")
          .provenIn("proofs.html#lemma-2-sharp")
          .where("at most 16 tokens", row -> row.tokens() <= DENSE_TOKENS)
          .evaluatedBy(Lemma2::sharp);

  private Lemma2() {}

  private static NormalizerJacobian jacobian(FunctionRow row, Arithmetic arithmetic) {
    return new NormalizerJacobian(row.values(arithmetic), row.slopes(arithmetic));
  }

  /** {@code T‖J‖₂}. */
  private static Real norm(FunctionRow row, Arithmetic arithmetic) {
    return row.known(NORM, arithmetic);
  }

  private static Evaluation sharp(FunctionRow row, Arithmetic arithmetic) {
    return Evaluation.atMost(norm(row, arithmetic), jacobian(row, arithmetic).triangleBound());
  }
}
