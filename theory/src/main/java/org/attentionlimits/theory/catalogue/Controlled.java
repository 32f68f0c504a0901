package org.attentionlimits.theory.catalogue;

import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.jacobian.SelfAdjustedJacobian;
import org.attentionlimits.theory.normalize.SelfAdjustedSoftmax;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** Self-adjusted softmax in rows that saturate; both sides are multiplied by T. */
final class Controlled {

  /** Most tokens for which the full matrix is decomposed. */
  private static final int DENSE_TOKENS = 16;

  /** {@code max_i α_i/√n ≤ T‖J‖₂} for {@code y_i = z_i α_i}, {@code J = ∂y/∂ℓ}. */
  static final Claim<LogitRow> CLAIM =
      Claim.about(LogitRow.class)
          .named("controlled")
          .from(Provenance.PROSE, "Discussion, controlled gradients: self-adjusted softmax")
          .as(Standing.STATED)
          .saying(
              "\\frac{\\max_i\\alpha_i}{\\sqrt n} \\le T\\,\\|J\\|_2,"
                  + " \\quad J = \\frac{\\partial y}{\\partial\\ell},"
                  + " \\; y_i = \\frac{\\ell_i}{T}\\,\\alpha_i,"
                  + " \\; \\alpha = \\mathrm{softmax}(\\ell/T)",
              "the Jacobian of self-adjusted softmax does not vanish as a row saturates: T times its"
                  + " spectral norm is at least the largest weight over the root of n")
          .specially(
              "A single token attains it: y = ℓ/T. In a saturated row softmax's own T times the "
                  + "norm tends to zero, while this bound tends to 1/√n. A shift of the logits changes "
                  + "y, but not the bound.")
          .where("at most 16 tokens", row -> row.tokens() <= DENSE_TOKENS)
          .provenIn("proofs.html#controlled")
          .evaluatedBy(Controlled::evaluate);

  private Controlled() {}

  private static Evaluation evaluate(LogitRow row, Arithmetic arithmetic) {
    Vec scaled = new SelfAdjustedSoftmax(row.temperature()).scaled(arithmetic.inputs(row.logits()));
    Vec weights = row.weights(arithmetic);
    Real root = arithmetic.of(row.tokens()).sqrt();
    return Evaluation.atMost(
        weights.max().dividedBy(root), new SelfAdjustedJacobian(scaled, weights, 1).spectralNorm());
  }
}
