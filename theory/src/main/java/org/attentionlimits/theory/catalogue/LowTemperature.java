package org.attentionlimits.theory.catalogue;

import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.jacobian.SoftmaxJacobian;
import org.attentionlimits.theory.normalize.Softmax;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** What becomes of softmax's Jacobian as the temperature falls. */
final class LowTemperature {

  /** By how much the temperature of a row is lowered. */
  private static final long LOWERED = 8;

  /** {@code 1/(2T) ≤ ‖J(0, 0)‖₂} at every temperature. */
  static final Claim<LogitRow> LARGEST =
      Claim.about(LogitRow.TYPE)
          .named("prose-low-temperature")
          .from(
              Provenance.PROSE,
              "Discussion, \"the Jacobian explodes when the temperature is driven low\", read for the"
                  + " largest norm over rows")
          .as(Standing.STATED)
          .saying(
              "\\frac{1}{2T} \\le \\max_{\\ell}\\|J(\\ell,T)\\|_2"
                  + " \\quad \\text{for every } T > 0,"
                  + " \\text{ as } \\ell = (0,0) \\text{ attains}",
              "at every temperature some row has a Jacobian of norm at least 1/(2T), which grows"
                  + " without bound as T falls; two tied logits are that row")
          .where("any temperature; the row's own logits do not matter", row -> true)
          .specially(
              "The bound is attained at every temperature. No row has a larger norm"
                  + " (corollary-3-sharp).")
          .needing("rows of every temperature")
          .provenIn("proofs.html#prose-low-temperature")
          .evaluatedBy(
              (row, arithmetic) ->
                  Evaluation.atMost(
                      arithmetic.ratio(1, 2).dividedBy(arithmetic.input(row.temperature())),
                      tied(row.temperature(), arithmetic)));

  /** {@code ‖J(ℓ, T)‖₂ ≤ ‖J(ℓ, T/8)‖₂}, both times T/8. */
  static final Claim<LogitRow> SINGLE_ROW =
      Claim.about(LogitRow.TYPE)
          .named("low-temperature-single-row")
          .from(
              Provenance.PROSE,
              "Discussion, \"the Jacobian explodes when the temperature is driven low\", read for"
                  + " each row by itself")
          .asVariantOf(
              "prose-low-temperature",
              "The sentence speaks of normalisation, not of each row; a bound on the Jacobian, as in"
                  + " Corollary 3, speaks of the row where it is largest.")
          .saying(
              "\\|J(\\ell,T)\\|_2 \\to \\infty \\text{ as } T \\to 0"
                  + " \\quad \\text{for every fixed } \\ell \\in \\mathbb{R}^n, \\; n \\ge 2",
              "for each row of two tokens or more the norm of the Jacobian grows without bound as the"
                  + " temperature falls")
          .judgedBy(
              "read off at T and T/8: a norm is said not to grow if it is smaller at T/8; both sides are"
                  + " norms times T/8")
          .where("two tokens or more", row -> row.tokens() > 1)
          .specially(
              "With tied largest logits the norm is α₍₁₎/T, which grows, and the rule never says"
                  + " otherwise. Without a tie the norm tends to zero; the rule sees it once T/8 is"
                  + " small beside the gap of the two largest logits.")
          .withSupremum("unbounded: the norm at T/8 is as near to zero as the gap is large")
          .refutedIn("proofs.html#low-temperature-single-row")
          .needing("the row at a lower temperature")
          .evaluatedBy(LowTemperature::singleRow);

  private LowTemperature() {}

  /** {@code ‖J(0, 0)‖₂}. */
  private static Real tied(double temperature, Arithmetic arithmetic) {
    Vec weights = new Softmax(temperature).weights(arithmetic.inputs(0, 0));
    return new SoftmaxJacobian(weights, temperature).spectralNorm();
  }

  private static Evaluation singleRow(LogitRow row, Arithmetic arithmetic) {
    Vec logits = row.logits(arithmetic);
    Real lowered = arithmetic.of(LOWERED);
    Vec gaps = logits.minus(logits.max());
    return Evaluation.atMost(
        norm(row.temperature(), gaps).dividedBy(lowered),
        norm(row.temperature(), gaps.times(lowered)));
  }

  /** {@code T‖J‖₂}. */
  private static Real norm(double temperature, Vec logits) {
    return new SoftmaxJacobian(new Softmax(temperature).weights(logits), 1).spectralNorm();
  }
}
