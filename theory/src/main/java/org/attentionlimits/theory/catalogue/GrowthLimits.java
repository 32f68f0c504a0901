package org.attentionlimits.theory.catalogue;

import java.util.List;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.GrowingRow;
import org.attentionlimits.theory.attention.GrowingRow.Weighting;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Hypothesis;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.geometry.RandomSelection;
import org.attentionlimits.theory.geometry.Selection;
import org.attentionlimits.theory.normalize.ScalableSoftmax;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;

/** What distances and weights tend to as the number of tokens grows, along explicit families. */
final class GrowthLimits {

  /** The largest h of which the limit can be read off at the family's lengths. */
  private static final double MOST_HEIGHT = 1;

  private static final String SPECIAL =
      "The smallest member has four tokens. Uniform logits are all tied; ties go to the lower"
          + " index. Weights lie between e^-h/n and e^h/n";

  private static final String READABLE =
      SPECIAL
          + ": with h up to one, a spike is no more than e/n at every length looked at, so that its"
          + " passing effect is not taken for the limit.";

  private static final String FIXED =
      "families with a fixed number N of selected tokens and logits in [0, h], h at most one";

  private static final Hypothesis<GrowingRow> FIXED_NUMBER =
      new Hypothesis<>("a fixed number N of selected tokens", family -> !family.isProportional());

  private static final Hypothesis<GrowingRow> LOW =
      new Hypothesis<>("logits in [0, h], h at most one", family -> family.height() <= MOST_HEIGHT);

  /** {@code ε/E d̃ → 0} where {@code max α → 0}. */
  static final Claim<GrowingRow> JENSEN_GAP =
      Claim.about(GrowingRow.TYPE)
          .named("prose-jensen-gap")
          .from(Provenance.PROSE, "the remark on the remainder of Theorem 1")
          .as(Standing.STATED)
          .saying(
              "\\max_i \\alpha_i \\to 0 \\;\\Rightarrow\\; \\frac{\\varepsilon}{\\mathbb{E}\\,\\tilde"
                  + " d} \\to 0, \\quad \\varepsilon = \\mathbb{E}\\,\\tilde d - m",
              "along a family whose largest weight tends to zero, the remainder of Theorem 1 becomes"
                  + " negligible beside the expected distance")
          .where(
              FIXED + ", whose expected distance is above zero as far as double precision can tell",
              List.of(
                  FIXED_NUMBER,
                  LOW,
                  new Hypothesis<>(
                      "an expected distance above zero as far as double precision can tell",
                      family -> !isZero(family))))
          .judgedBy(Limit.RULE)
          .specially(READABLE)
          .refutedIn("proofs.html#prose-jensen-gap")
          .evaluatedBy(
              (family, arithmetic) ->
                  Limit.vanishes(family, arithmetic, row -> jensenGap(row, arithmetic)));

  /** {@code E d̃ → Σ_i ‖y_i‖} for fixed N. */
  static final Claim<GrowingRow> COROLLARY_2_I =
      Claim.about(GrowingRow.TYPE)
          .named("corollary-2-i")
          .from(Provenance.RECONSTRUCTED, "Corollary 2, first part")
          .as(Standing.STATED)
          .saying(
              "\\mathbb{E}\\,\\tilde d \\to \\sum_i \\|y_i\\|_2 \\quad \\text{for fixed } N,"
                  + " \\; n \\to \\infty",
              "with bounded logits and embeddings and a fixed number of selected tokens the expected"
                  + " distance tends to the sum of the norms of all contributions; judged by the"
                  + " relative difference")
          .where(FIXED, List.of(FIXED_NUMBER, LOW))
          .judgedBy(Limit.RULE)
          .specially(READABLE)
          .refutedIn("proofs.html#corollary-2-i")
          .evaluatedBy(
              (family, arithmetic) ->
                  Limit.vanishes(family, arithmetic, row -> distanceFromNorms(row, arithmetic)));

  /** {@code d̃/n ↛ 0} for fixed N. */
  static final Claim<GrowingRow> LINEAR_GROWTH =
      Claim.about(GrowingRow.TYPE)
          .named("prose-linear-growth")
          .from(
              Provenance.PROSE,
              "Section 3.1, the distance \"scales linearly with sequence length\", said of measured"
                  + " heads, read for bounded logits and embeddings")
          .asVariantOfMeasurement(
              "The paper says it of the heads that it measured, not of bounded logits. In the heads that"
                  + " this project measures, N e^ρ exceeds every length, ρ the range of a row's logits"
                  + " over T.")
          .saying(
              "\\frac{\\tilde d}{n} \\not\\to 0 \\quad \\text{for fixed } N, \\; n \\to \\infty",
              "with bounded logits and embeddings and a fixed number of selected tokens the cumulative"
                  + " distance grows in proportion to the number of tokens")
          .where("families with a fixed number N of selected tokens", List.of(FIXED_NUMBER))
          .specially(
              SPECIAL
                  + ". No distance exceeds M((1 - A) + N e^h), so that d/n tends to zero along every"
                  + " family; the rule sees it where e^h is small beside the lengths.")
          .judgedBy(Limit.RULE)
          .refutedIn("proofs.html#prose-linear-growth")
          .evaluatedBy(
              (family, arithmetic) ->
                  Limit.persists(family, arithmetic, row -> distancePerToken(row, arithmetic)));

  /** {@code d̃ → 0} for {@code N = ⌈cn⌉}. */
  static final Claim<GrowingRow> DISTANCE_COLLAPSE =
      Claim.about(GrowingRow.TYPE)
          .named("prose-distance-collapse")
          .from(
              Provenance.PROSE,
              "Discussion, on N that grows in proportion to n: the distance \"collapses\"")
          .as(Standing.STATED)
          .saying(
              "\\tilde d \\to 0 \\quad \\text{for } N = \\lceil cn \\rceil, \\; 0 < c < 1, \\; n \\to"
                  + " \\infty",
              "if the number of selected tokens grows in proportion to all tokens, the cumulative"
                  + " distance of the others from the context vector tends to zero")
          .where("families that select a share of their tokens", GrowingRow::isProportional)
          .specially(
              SPECIAL
                  + ". Along no family does the distance vanish, but by the rule a share so near one"
                  + " that no token is left at these lengths passes.")
          .judgedBy(Limit.RULE)
          .refutedIn("proofs.html#prose-distance-collapse")
          .evaluatedBy(
              (family, arithmetic) ->
                  Limit.vanishes(
                      family,
                      arithmetic,
                      row -> Selection.top(row, arithmetic).cumulativeDistance()));

  /** Scalable-Softmax with scale one: {@code max α ↛ 0}. */
  static final Claim<GrowingRow> LENGTH_AWARE =
      Claim.about(GrowingRow.TYPE)
          .named("length-aware")
          .from(Provenance.PROSE, "Discussion, length-aware normalisation")
          .as(Standing.STATED)
          .saying(
              "\\max_i \\alpha_i \\not\\to 0, \\quad \\alpha_i = \\frac{n^{\\ell_i}}{\\sum_j"
                  + " n^{\\ell_j}}, \\; \\ell = (h, 0, \\dots, 0), \\; n \\to \\infty",
              "with Scalable-Softmax of scale s = 1 the weight of the one largest logit does not vanish as"
                  + " the row grows, whatever its height above the others")
          .where(
              "families with one logit above all others and a fixed number N of selected tokens",
              List.of(
                  new Hypothesis<>(
                      "one logit above all others",
                      family -> family.weighting() == Weighting.SPIKED && family.height() > 0),
                  FIXED_NUMBER))
          .specially(
              "The weight is n^h/(n^h + n - 1): it vanishes for h < 1, tends to one half at h = 1 and"
                  + " to one above. Embeddings and selected tokens do not matter.")
          .refutedIn("proofs.html#length-aware")
          .evaluatedBy(GrowthLimits::lengthAware);

  private GrowthLimits() {}

  private static Evaluation lengthAware(GrowingRow family, Arithmetic arithmetic) {
    return Limit.persists(
        family,
        arithmetic,
        row -> new ScalableSoftmax(1, 1).weights(row.row().logits(arithmetic)).max());
  }

  private static Real distancePerToken(EmbeddedRow row, Arithmetic arithmetic) {
    return Selection.top(row, arithmetic)
        .cumulativeDistance()
        .dividedBy(arithmetic.of(row.tokens()));
  }

  /** Whether E d̃ = 0: one token is selected and all contributions are the same. */
  private static boolean isZero(GrowingRow family) {
    EmbeddedRow row = family.row(GrowingRow.lengths()[0]);
    Arithmetic arithmetic = Arithmetic.BINARY64;
    return !new RandomSelection(row, arithmetic)
        .enumeratedDistance()
        .certainlyAbove(arithmetic.of(0));
  }

  /** {@code (E d̃ − m)/E d̃}, which is not negative. */
  private static Real jensenGap(EmbeddedRow row, Arithmetic arithmetic) {
    RandomSelection random = new RandomSelection(row, arithmetic);
    Real expected = random.enumeratedDistance();
    return expected.minus(random.mainSum()).dividedBy(expected).max(arithmetic.of(0));
  }

  /** {@code |E d̃ − Σ_i ‖y_i‖| / Σ_i ‖y_i‖}. */
  private static Real distanceFromNorms(EmbeddedRow row, Arithmetic arithmetic) {
    RandomSelection random = new RandomSelection(row, arithmetic);
    Real norms = random.sumOfNorms();
    return random.enumeratedDistance().minus(norms).abs().dividedBy(norms);
  }
}
