package org.attentionlimits.theory.catalogue;

import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;

/** Bounds of softmax's change over a finite step. */
final class FiniteDifference {

  /** {@code ‖softmax((ℓ+εv)/T) − softmax(ℓ/T)‖/ε ≤ min{1/(2T), √2/ε}}, ‖v‖ = 1. */
  static final Claim<PerturbedRow> CLAIM =
      Claim.about(PerturbedRow.class)
          .named("finite-difference")
          .from(Provenance.OURS, "what Algorithm 5 measures")
          .as(Standing.SHARPER, "corollary-3")
          .saying(
              "\\frac{\\|\\mathrm{softmax}((\\ell+\\varepsilon v)/T)-"
                  + "\\mathrm{softmax}(\\ell/T)\\|_2}{\\varepsilon}"
                  + " \\le \\min\\Bigl\\{\\frac{1}{2T},\\frac{\\sqrt2}{\\varepsilon}\\Bigr\\},"
                  + " \\quad \\|v\\|_2 = 1",
              "over a step of length ε the weights change by at most ε/(2T), and never by more than"
                  + " the root of 2")
          .specially(
              "A single token never changes: zero at most the bound. Steps below the "
                  + "rounding unit of the logits are settled by the enclosures.")
          .provenIn("proofs.html#finite-difference")
          .evaluatedBy(FiniteDifference::evaluate);

  private FiniteDifference() {}

  private static Evaluation evaluate(PerturbedRow row, Arithmetic arithmetic) {
    Real step = arithmetic.input(row.step());
    Real change = row.weightsAfter(arithmetic).distance(row.row().weights(arithmetic));
    Real slope = arithmetic.of(1).dividedBy(arithmetic.input(row.row().temperature()).times(2));
    Real diameter = arithmetic.of(2).sqrt().dividedBy(step);
    return Evaluation.atMost(change.dividedBy(step), slope.min(diameter));
  }
}
