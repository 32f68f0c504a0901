package org.attentionlimits.theory.catalogue;

import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;

/** Bounds of softmax's change over a finite step, and how it depends on the step's length. */
final class FiniteDifference {

  private static final long TENTH = 10;

  /** {@code ‖softmax((ℓ+εv)/T) − softmax(ℓ/T)‖/ε ≤ min{1/(2T), √2/ε}}, ‖v‖ = 1. */
  static final Claim<PerturbedRow> CLAIM =
      Claim.about(PerturbedRow.TYPE)
          .named("finite-difference")
          .from(Provenance.OURS, "what Algorithm 5 measures")
          .as(Standing.SHARPER, "corollary-3")
          .saying(
              "\\frac{\\|\\mathrm{softmax}((\\ell+\\varepsilon v)/T)-"
                  + "\\mathrm{softmax}(\\ell/T)\\|_2}{\\varepsilon}"
                  + " \\le \\min\\Bigl\\{\\frac{1}{2T},\\frac{\\sqrt2}{\\varepsilon}\\Bigr\\},"
                  + " \\quad \\|v\\|_2 = 1",
              "over a step of length ε the weights change by at most ε/(2T), and never by more than"
                  + " √2")
          .specially(
              "A single token never changes: zero at most the bound. Steps below the "
                  + "rounding unit of the logits are settled by the enclosures.")
          .provenIn("proofs.html#finite-difference")
          .evaluatedBy(FiniteDifference::evaluate);

  /** {@code g(T, ε) ≤ g(T, ε/10)}. */
  static final Claim<PerturbedRow> SMALLER_STEP =
      Claim.about(PerturbedRow.TYPE)
          .named("prose-smaller-step")
          .from(
              Provenance.PROSE,
              "\"smaller ε yields larger gradients\", said of measured heads, read for every row")
          .asVariantOfMeasurement(
              "The paper says it of the finite differences that it averages over the heads of a"
                  + " model, not of every row and direction.")
          .saying(
              "g(T,\\varepsilon) \\le g(T,\\varepsilon/10),"
                  + " \\quad g(T,\\varepsilon) ="
                  + " \\frac{\\|\\mathrm{softmax}((\\ell+\\varepsilon v)/T)-"
                  + "\\mathrm{softmax}(\\ell/T)\\|_2}{\\varepsilon}, \\; \\|v\\|_2 = 1",
              "for every row and direction, a step ten times smaller gives a finite difference at"
                  + " least as large")
          .specially(
              "A single token never changes: both sides are zero. A step that is short beside the"
                  + " temperature gives the derivative whatever its length. A step that reaches a"
                  + " near-tie from far away gives more than a shorter one that does not.")
          .withSupremum("unbounded: a shorter step can end arbitrarily far from a near-tie, in T")
          .evaluatedBy(FiniteDifference::smallerStep);

  private FiniteDifference() {}

  private static Evaluation smallerStep(PerturbedRow row, Arithmetic arithmetic) {
    Real step = arithmetic.input(row.step());
    return Evaluation.atMost(slope(row, step), slope(row, step.dividedBy(arithmetic.of(TENTH))));
  }

  /** {@code g(T, ε)}. */
  private static Real slope(PerturbedRow row, Real step) {
    return row.weightsAfter(step).distance(row.row().weights(step.arithmetic())).dividedBy(step);
  }

  private static Evaluation evaluate(PerturbedRow row, Arithmetic arithmetic) {
    Real step = arithmetic.input(row.step());
    Real slope = arithmetic.of(1).dividedBy(arithmetic.input(row.row().temperature()).times(2));
    Real diameter = arithmetic.of(2).sqrt().dividedBy(step);
    return Evaluation.atMost(slope(row, step), slope.min(diameter));
  }
}
