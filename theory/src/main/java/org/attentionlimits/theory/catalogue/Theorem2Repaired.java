package org.attentionlimits.theory.catalogue;

import java.util.List;
import java.util.Locale;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.chance.Estimate;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.SampledComparison;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.geometry.Moments;
import org.attentionlimits.theory.geometry.Separability;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;

/**
 * The upper bound of Theorem 2 with the mean distance μ_i where the paper has its bound ξ_i, and
 * with the range that the distance has. Lengths are in units of M.
 *
 * <p>A mean that is enclosed makes the right side an interval: the claim is violated only beyond
 * its upper end.
 */
enum Theorem2Repaired {

  /** {@code (μ_i−ρ)₊²/A_i²}, by Hoeffding's lemma on [0, A_i]. */
  HOEFFDING(4) {
    @Override
    Real scale(Moments moments) {
      return moments.longest().square();
    }
  },

  /** {@code (μ_i−ρ)₊²/Σ_j a_j²}, by McDiarmid's inequality. */
  MC_DIARMID(1) {
    @Override
    Real scale(Moments moments) {
      return moments.meanSquare();
    }
  };

  private static final String ID = "theorem-2-upper-repaired";

  private static final String LATEX =
      "\\frac{\\mathbb{E}\\,N_s}{N} \\le \\frac{1}{N}\\sum_{i\\in I_N}"
          + "\\exp\\Bigl(-\\frac{%s}{%s}\\Bigr), \\quad \\mu_i=\\mathbb{E}\\,\\|s-y_i\\|_2,"
          + " \\; \\{a_j\\}=\\{\\alpha_j: j\\in I_N, j\\ne i\\}";

  private static final String WORDS =
      "for independent embeddings the expected share of selected tokens in the ball is at most the"
          + " mean of %s, μ the mean distance of a selected token's contribution from the context vector and a"
          + " the weights of the other selected tokens; N_s counts the selected tokens whose"
          + " contribution is within r of the context vector, and a count that is zero unless all"
          + " tokens that are not selected are outside is no larger. Given distances of at least δ, the"
          + " chance of a closer pair is to be added";

  private static final String DOMAIN =
      "embeddings independent and uniform on the sphere of radius M, whatever δ: given distances of"
          + " at least δ, the share changes by no more than the chance of a closer pair";

  private static final String SPECIAL =
      "N = 1: the token is at distance zero, and both sides are one. N = 2: the distance is fixed,"
          + " and the share is one only where the bound is. N = 3: μ is computed by a series. From N"
          + " = 4 on it is enclosed by the second and fourth moments, and the share is sampled.";

  static final Claim<SphericalRow> HOEFFDING_CLAIM =
      HOEFFDING.claim(
          ID,
          "Hoeffding's lemma",
          String.format(Locale.ROOT, LATEX, "2(\\mu_i-r)_+^2", "M^2\\bigl(\\sum_j a_j\\bigr)^2"),
          String.format(Locale.ROOT, WORDS, "exp(-2(μ-r)²/(MΣa)²), with max(μ-r, 0) for μ-r"));

  static final Claim<SphericalRow> MC_DIARMID_CLAIM =
      MC_DIARMID.claim(
          ID + "-mcdiarmid",
          "McDiarmid's inequality",
          String.format(Locale.ROOT, LATEX, "(\\mu_i-r)_+^2", "2M^2\\sum_j a_j^2"),
          String.format(Locale.ROOT, WORDS, "exp(-(μ-r)²/(2M²Σa²)), with max(μ-r, 0) for μ-r"));

  private final int halves;

  Theorem2Repaired(int halves) {
    this.halves = halves;
  }

  /** What the square of the deviation is divided by. */
  abstract Real scale(Moments moments);

  private Claim<SphericalRow> claim(String id, String by, String latex, String words) {
    return Claim.about(SphericalRow.TYPE)
        .named(id)
        .from(Provenance.OURS, "Theorem 2, upper bound about the mean distance by " + by)
        .as(
            Standing.CORRECTED,
            "theorem-2-upper-positive-separated",
            "theorem-2-upper-positive",
            "theorem-2-upper",
            "theorem-2-upper-separated")
        .saying(latex, words)
        .where(DOMAIN, row -> true)
        .specially(SPECIAL)
        .provenIn("proofs.html#" + id)
        .evaluatedBy(this::evaluate);
  }

  private Evaluation evaluate(SphericalRow row, Arithmetic arithmetic) {
    Separability separability = new Separability(row, arithmetic);
    List<Moments> moments = separability.moments();
    Real sum = Moments.sum(moments, m -> bound(m, separability.ball()));
    Estimate share = separability.shareWithin();
    return SampledComparison.atMost(share, sum.dividedBy(arithmetic.of(row.selected())))
        .withLeastRatio();
  }

  /** One where the ball certainly reaches as far as the mean. */
  private Real bound(Moments moments, Real ball) {
    Arithmetic arithmetic = ball.arithmetic();
    if (moments.count() == 0 || moments.meanSquare().sqrt().certainlyAtMost(ball)) {
      return arithmetic.of(1);
    }
    Real excess = moments.mean().minus(ball).max(arithmetic.of(0));
    Real exponent = excess.square().dividedBy(scale(moments));
    return exponent.times(arithmetic.ratio(-halves, 2)).exp();
  }
}
