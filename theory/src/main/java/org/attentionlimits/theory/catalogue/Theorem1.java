package org.attentionlimits.theory.catalogue;

import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.SampledComparison;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.geometry.RandomSelection;
import org.attentionlimits.theory.geometry.Selection;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;

/** Bounds of the cumulative distance of the tokens that are not selected. */
final class Theorem1 {

  /** Most tokens for which an expectation is taken; beyond, a sample would tell little. */
  private static final int MOST_TOKENS = 64;

  /** {@code d̃ ≤ (1−A)d₁ + ((n−N)A − (1−A))d₂} for the top-N set. */
  static final Claim<EmbeddedRow> FIXED =
      Claim.about(EmbeddedRow.TYPE)
          .named("theorem-1-fixed")
          .from(Provenance.RECONSTRUCTED, "Theorem 1, fixed set, read for the top-N set")
          .as(Standing.STATED)
          .saying(
              "\\sum_{i\\notin I_N}\\|s-\\alpha_i x_i\\|_2 \\le (1-A)\\,d_1 +"
                  + " \\bigl((n-N)A-(1-A)\\bigr)\\,d_2,"
                  + " \\quad A=\\sum_{i\\in I_N}\\alpha_i,"
                  + " \\; d_1=\\max_{i\\notin I_N, j\\in I_N}\\|x_i-x_j\\|_2,"
                  + " \\; d_2=\\max_{j\\in I_N}\\|x_j\\|_2",
              "the distances of the other tokens' contributions from the context vector of the"
                  + " top-N tokens add up to at most what the sets' diameter and norm allow")
          .specially(
              "N = n leaves no other token: both sides are zero. Ties go to the lower index. Identical"
                  + " embeddings attain the bound.")
          .provenIn("proofs.html#theorem-1-fixed")
          .evaluatedBy(Theorem1::fixed);

  /** The same formula for an arbitrary fixed set, whose weight may be less than another's. */
  static final Claim<SelectedRow> FIXED_SET =
      Claim.about(SelectedRow.TYPE)
          .named("theorem-1-fixed-set")
          .from(Provenance.RECONSTRUCTED, "Theorem 1, fixed set, read for any set")
          .asVariantOf("theorem-1-fixed", "The heading of the statement says \"Fixed top-N set\".")
          .saying(
              "\\sum_{i\\notin I}\\|s-\\alpha_i x_i\\|_2 \\le (1-A)\\,d_1 +"
                  + " \\bigl((n-N)A-(1-A)\\bigr)\\,d_2",
              "the bound of theorem-1-fixed, for any set of N tokens instead of the top-N set")
          .specially(
              "N = n makes both sides zero. Where every other token weighs less than the set, it is"
                  + " theorem-1-fixed-any and holds; where one weighs more, A - α is negative there,"
                  + " and it can fail.")
          .evaluatedBy(
              (row, arithmetic) -> {
                Selection set = selection(row, arithmetic);
                return within(set, printedFactor(set));
              });

  /** {@code d̃ ≤ (1−A)d₁ + Σ_{i∉I}|A − α_i| d₂} for any set. */
  static final Claim<SelectedRow> FIXED_ANY =
      Claim.about(SelectedRow.TYPE)
          .named("theorem-1-fixed-any")
          .from(Provenance.OURS, "Theorem 1, fixed set, form for any set")
          .as(Standing.SHARPER, "theorem-1-fixed", "theorem-1-fixed-set")
          .saying(
              "\\sum_{i\\notin I}\\|s-\\alpha_i x_i\\|_2 \\le (1-A)\\,d_1 +"
                  + " \\sum_{i\\notin I}|A-\\alpha_i|\\,d_2",
              "the bound of theorem-1-fixed holds for any set of tokens once the second factor is"
                  + " the sum of |A - α| over the other tokens")
          .specially(
              "N = n makes both sides zero. Weights of the set that underflow in double "
                  + "precision are settled by the enclosures.")
          .provenIn("proofs.html#theorem-1-fixed-any")
          .evaluatedBy(
              (row, arithmetic) -> {
                Selection set = selection(row, arithmetic);
                return within(set, set.deviationsFromMass());
              });

  /** {@code E d̃ ≥ m} for a uniformly random N-subset. */
  static final Claim<EmbeddedRow> RANDOM =
      Claim.about(EmbeddedRow.TYPE)
          .named("theorem-1-random")
          .from(Provenance.RECONSTRUCTED, "Theorem 1, random set: the remainder is not negative")
          .as(Standing.STATED)
          .saying(
              "\\frac{n-N}{n}\\sum_i\\|\\mu_i-y_i\\|_2 \\le \\mathbb{E}\\,\\tilde d,"
                  + " \\quad y_i=\\alpha_i x_i, \\; \\mu_i=\\frac{N}{n-1}\\sum_{j\\ne i}y_j",
              "for a random set of N tokens the expected cumulative distance is at least the main"
                  + " sum; it is a mean over all subsets, or sampled where they are too many")
          .specially(
              "N = n: both sides are zero. n = 1 is N = n. Identical contributions attain it.")
          .where("at most 64 tokens", row -> row.tokens() <= MOST_TOKENS)
          .provenIn("proofs.html#theorem-1-random")
          .evaluatedBy(
              (row, arithmetic) -> {
                RandomSelection random = new RandomSelection(row, arithmetic);
                return SampledComparison.atMost(random.mainSum(), random.expectedDistance());
              });

  /** {@code E d̃ ≤ ((n−N)/n) Σ_i √(‖μ_i − y_i‖² + V_i)}. */
  static final Claim<EmbeddedRow> RANDOM_UPPER =
      Claim.about(EmbeddedRow.TYPE)
          .named("theorem-1-random-upper")
          .from(Provenance.OURS, "Theorem 1, random set: an upper bound")
          .as(Standing.SHARPER, "theorem-1-random")
          .saying(
              "\\mathbb{E}\\,\\tilde d \\le \\frac{n-N}{n}\\sum_i\\sqrt{\\|\\mu_i-y_i\\|_2^2+V_i},"
                  + " \\quad V_i=\\frac{N(n-1-N)}{(n-1)(n-2)}\\sum_{j\\ne i}\\|y_j-\\bar y_i\\|_2^2",
              "for a random set of N tokens the expected cumulative distance is at most the main sum"
                  + " with the variance of the context vector added under each root; it is a mean"
                  + " over all subsets, or sampled where they are too many")
          .specially("N = n: both sides are zero. n = 2: V is zero, and both sides are equal.")
          .where("at most 64 tokens", row -> row.tokens() <= MOST_TOKENS)
          .provenIn("proofs.html#theorem-1-random-upper")
          .evaluatedBy(
              (row, arithmetic) -> {
                RandomSelection random = new RandomSelection(row, arithmetic);
                return SampledComparison.atMost(random.expectedDistance(), random.upperSum());
              });

  /** {@code d̃ = 0} for N = n. */
  static final Claim<EmbeddedRow> ALL =
      Claim.about(EmbeddedRow.TYPE)
          .named("corollary-2-ii")
          .from(Provenance.RECONSTRUCTED, "Corollary 2, second part")
          .as(Standing.STATED)
          .saying(
              "\\tilde d = 0 \\quad \\text{for } N = n",
              "if all tokens are selected, no distance is left")
          .specially("An empty sum: exactly zero whatever the logits and embeddings.")
          .provenIn("proofs.html#corollary-2-ii")
          .where("N = n", row -> row.selected() == row.tokens())
          .evaluatedBy(
              (row, arithmetic) ->
                  Evaluation.atMost(
                      Selection.top(row, arithmetic).cumulativeDistance(), arithmetic.of(0)));

  private Theorem1() {}

  private static Selection selection(SelectedRow row, Arithmetic arithmetic) {
    return new Selection(row.row().weights(arithmetic), row.embeddings(arithmetic), row.selected());
  }

  private static Evaluation fixed(EmbeddedRow row, Arithmetic arithmetic) {
    Selection top = Selection.top(row, arithmetic);
    return within(top, printedFactor(top));
  }

  /** {@code (n−N)A − (1−A)}. */
  private static Real printedFactor(Selection set) {
    return set.mass().times(set.others()).minus(set.massOfOthers());
  }

  /** {@code d̃ ≤ (1−A)d₁ + factor·d₂}. */
  private static Evaluation within(Selection set, Real factor) {
    Real bound =
        set.massOfOthers().times(set.largestDistance()).plus(factor.times(set.largestNorm()));
    return Evaluation.atMost(set.cumulativeDistance(), bound);
  }
}
