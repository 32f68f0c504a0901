package org.attentionlimits.theory.catalogue;

import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Memo;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * Bounds of the weights of any normaliser on logits in [−a, a]. Each is evaluated at the smallest
 * admissible a, {@code max_i |ℓ_i|}, where it says most.
 */
final class Lemma1 {

  private static final Memo.Quantity<FunctionRow, Extremes> EXTREMES = Extremes::new;

  /** {@code C₁/n ≤ α_i ≤ C₂/n} with {@code C₁ = F_min/F_max}, {@code C₂ = F_max/F_min}. */
  static final Claim<FunctionRow> PRINTED =
      Claim.about(FunctionRow.TYPE)
          .named("lemma-1")
          .changingWithShift()
          .from(Provenance.PRINTED, "Lemma 1, with constants that we made explicit")
          .as(Standing.STATED)
          .saying(
              "\\frac{F_{\\min}}{F_{\\max}\\,n} \\le \\alpha_i \\le \\frac{F_{\\max}}{F_{\\min}\\,n}"
                  + " \\quad \\text{for } |\\ell_i| \\le a",
              "if the logits are bounded, every weight is within a constant factor of 1/n, the"
                  + " factor being the ratio of the extremes of F")
          .specially(
              "A single token has weight 1 and the factor is at least 1; zero logits make both "
                  + "bounds 1/n. Where F overflows, the digits are extended.")
          .provenIn("proofs.html#lemma-1")
          .evaluatedBy(
              (row, arithmetic) -> {
                Extremes f = row.known(EXTREMES, arithmetic);
                Real ratio = f.greatest.dividedBy(f.least);
                Real n = arithmetic.of(row.tokens());
                return f.between(arithmetic.of(1).dividedBy(ratio.times(n)), ratio.dividedBy(n));
              });

  /** {@code F_min/(F_min+(n−1)F_max) ≤ α_i ≤ F_max/(F_max+(n−1)F_min)}. */
  static final Claim<FunctionRow> SHARP =
      Claim.about(FunctionRow.TYPE)
          .named("lemma-1-sharp")
          .changingWithShift()
          .from(Provenance.OURS, "sharper form of Lemma 1")
          .as(Standing.SHARPER, "lemma-1")
          .saying(
              "\\frac{F_{\\min}}{F_{\\min}+(n-1)F_{\\max}} \\le \\alpha_i \\le"
                  + " \\frac{F_{\\max}}{F_{\\max}+(n-1)F_{\\min}}",
              "every weight lies between those reached when one logit gives one extreme of F and"
                  + " all others give the other")
          .specially(
              "A single token has weight 1, which both bounds allow. With all logits tied "
                  + "at the end of [-a, a] F still ranges over the interval, so the bounds are "
                  + "slack.")
          .provenIn("proofs.html#lemma-1-sharp")
          .evaluatedBy(
              (row, arithmetic) -> {
                Extremes f = row.known(EXTREMES, arithmetic);
                Real others = arithmetic.of(row.tokens() - 1);
                return f.between(
                    f.least.dividedBy(f.least.plus(others.times(f.greatest))),
                    f.greatest.dividedBy(f.greatest.plus(others.times(f.least))));
              });

  private Lemma1() {}

  /** Extremes of F over [−a, a], beside those of the weights. */
  private static final class Extremes {
    private final Real leastWeight;
    private final Real largestWeight;
    private final Real least;
    private final Real greatest;

    private Extremes(FunctionRow row, Arithmetic arithmetic) {
      Real bound = row.scaled(arithmetic).abs().max();
      Vec weights = row.weights(arithmetic);
      this.leastWeight = weights.min();
      this.largestWeight = weights.max();
      this.least = row.function().least(bound.negated(), bound);
      this.greatest = row.function().greatest(bound.negated(), bound);
    }

    private Evaluation between(Real lower, Real upper) {
      return Evaluation.atMost(lower, leastWeight).and(Evaluation.atMost(largestWeight, upper));
    }
  }
}
