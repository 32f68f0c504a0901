package org.attentionlimits.theory.catalogue.neighbour;

import java.util.Arrays;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.attention.TopN;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.geometry.Selection;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** What attention loses when some tokens are left out, with and without renormalisation. */
final class Truncation {

  private static final String SOME_LEFT_OUT = "at least one token that is not selected";

  /** {@code TV(α, α_I/A) = 1 − A}. */
  static final Claim<SelectedRow> TOTAL_VARIATION =
      Claim.about(SelectedRow.TYPE)
          .named("truncation")
          .from(Provenance.LITERATURE, "arXiv:2512.07647, the error of truncated attention")
          .as(Standing.IDENTITY)
          .saying(
              "\\frac12\\sum_i |\\alpha_i - \\hat\\alpha_i| = 1 - A,"
                  + " \\quad \\hat\\alpha_i = \\frac{\\alpha_i}{A} \\text{ for } i \\in I,"
                  + " \\; \\hat\\alpha_i = 0 \\text{ for } i \\notin I,"
                  + " \\; A = \\sum_{i\\in I}\\alpha_i",
              "weights restricted to a set of tokens and renormalised are as far from the weights, in"
                  + " total variation, as the weight of the tokens left out")
          .specially(
              "A set of all tokens is left out: both sides are zero. Where the tokens left out weigh less"
                  + " than 60 digits can tell from zero, the claim is not decided.")
          .withSupremum("1: both sides are equal")
          .provenIn("proofs.html#truncation")
          .where(SOME_LEFT_OUT, Truncation::leavesSomeOut)
          .evaluatedBy(Truncation::totalVariation);

  /** {@code ‖Σ_{i∉S} α_i v_i‖ ≤ Σ_{i∉S} ‖α_i v_i‖ ≤ B(1−A)}. */
  static final Claim<SelectedRow> DELETION =
      Claim.about(SelectedRow.TYPE)
          .named("deletion-error")
          .from(Provenance.LITERATURE, "arXiv:2609.37879, Proposition 2")
          .as(Standing.NEIGHBOUR)
          .saying(
              "\\Bigl\\|\\sum_{i\\notin S}\\alpha_i v_i\\Bigr\\|_2 \\le"
                  + " \\sum_{i\\notin S}\\|\\alpha_i v_i\\|_2 \\le B(1-A),"
                  + " \\quad B = \\max_i \\|v_i\\|_2, \\; A = \\sum_{i\\in S}\\alpha_i",
              "tokens that are deleted without renormalisation change the output by at most the sum of"
                  + " their contributions' lengths, and by at most their weight times the longest value")
          .specially("A set of all tokens is left out: every side is zero.")
          .withSupremum("1 in both, attained by equal values")
          .provenIn("proofs.html#deletion-error")
          .where(SOME_LEFT_OUT, Truncation::leavesSomeOut)
          .evaluatedBy(Truncation::deletion);

  /** {@code ‖o − z_S/A‖ = (1−A)‖μ_T − μ_S‖}. */
  static final Claim<SelectedRow> RENORMALISATION =
      Claim.about(SelectedRow.TYPE)
          .named("renormalisation-error")
          .from(Provenance.LITERATURE, "arXiv:2609.37879, equation (17), its length")
          .as(Standing.IDENTITY)
          .saying(
              "\\Bigl\\|o - \\frac{1}{A}\\sum_{i\\in S}\\alpha_i v_i\\Bigr\\|_2 ="
                  + " (1-A)\\,\\|\\mu_T - \\mu_S\\|_2,"
                  + " \\quad \\mu_S = \\frac{1}{A}\\sum_{i\\in S}\\alpha_i v_i,"
                  + " \\; \\mu_T = \\frac{1}{1-A}\\sum_{i\\notin S}\\alpha_i v_i,"
                  + " \\; o = \\sum_i \\alpha_i v_i",
              "tokens that are deleted with renormalisation change the output by their weight times the"
                  + " distance between the mean values of the deleted and of the kept tokens")
          .specially(
              "A set of all tokens is left out: there is no mean of the others. Means that are equal make"
                  + " both sides zero, which enclosures cannot tell from nearly zero.")
          .withSupremum("1: both sides are equal")
          .provenIn("proofs.html#renormalisation-error")
          .where(SOME_LEFT_OUT, Truncation::leavesSomeOut)
          .evaluatedBy(Truncation::renormalisation);

  private Truncation() {}

  private static boolean leavesSomeOut(SelectedRow row) {
    return row.selected().length < row.tokens();
  }

  private static int[] others(SelectedRow row) {
    return TopN.others(row.tokens(), row.selected());
  }

  private static Selection of(SelectedRow row, Arithmetic arithmetic, int... set) {
    return new Selection(row.row().weights(arithmetic), row.embeddings(arithmetic), set);
  }

  private static Evaluation totalVariation(SelectedRow row, Arithmetic arithmetic) {
    Vec weights = row.row().weights(arithmetic);
    Vec kept = weights.select(row.selected());
    Real dropped = weights.select(others(row)).sum();
    Real moved = kept.dividedBy(kept.sum()).minus(kept).abs().sum();
    return Evaluation.equal(moved.plus(dropped).dividedBy(2), dropped);
  }

  private static Evaluation deletion(SelectedRow row, Arithmetic arithmetic) {
    int[] others = others(row);
    Selection deleted = of(row, arithmetic, others);
    Vec norms =
        arithmetic.vector(
            Arrays.stream(row.embeddings(arithmetic)).map(Vec::norm).toArray(Real[]::new));
    Real lengths = row.row().weights(arithmetic).select(others).dot(norms.select(others));
    return Evaluation.atMost(deleted.context().norm(), lengths)
        .and(Evaluation.atMost(lengths, norms.max().times(deleted.mass())));
  }

  private static Evaluation renormalisation(SelectedRow row, Arithmetic arithmetic) {
    Selection kept = of(row, arithmetic, row.selected());
    Selection deleted = of(row, arithmetic, others(row));
    Vec output = kept.context().plus(deleted.context());
    Vec mean = kept.context().dividedBy(kept.mass());
    Vec meanOfDeleted = deleted.context().dividedBy(deleted.mass());
    return Evaluation.equal(
        output.distance(mean), deleted.mass().times(meanOfDeleted.distance(mean)));
  }
}
