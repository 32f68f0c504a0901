package org.attentionlimits.theory.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.chance.Estimate;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.ClaimBuilder;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Sampled;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.geometry.Moments;
import org.attentionlimits.theory.geometry.Separability;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;

/**
 * Bounds of the expected share of selected tokens within a ball of radius r around the context
 * vector. Lengths are in units of M: {@code ρ = r/M}, and ξ is that of M = 1.
 */
final class Theorem2 {

  private static final String XI =
      "\\xi_i^2=M^2\\sum_j a_j^2+\\Bigl(M^2-\\frac{\\delta^2}{2}\\Bigr)\\sum_{j\\ne k}a_j a_k,"
          + " \\; \\{a_j\\}=\\{\\alpha_j: j\\in I_N, j\\ne i\\}";

  private static final String LOWER_LATEX =
      "\\frac{\\mathbb{E}\\,N_s}{N} \\ge 1-\\frac{1}{rN}\\sum_{i\\in I_N}\\xi_i, \\quad " + XI;

  private static final String UPPER_LATEX =
      "\\frac{\\mathbb{E}\\,N_s}{N} \\le"
          + " \\frac{1}{N}\\sum_{i\\in I_N}\\exp\\Bigl(-\\frac{(\\xi_i-r)%s^2}{2M^2}\\Bigr), \\quad "
          + XI;

  private static final String BALL =
      "N_s counts the selected tokens whose contribution is within r of the context vector";

  private static final String SEPARATED = BALL + ", and is zero if another token's is too";

  /** The reading of the upper bound that is counted as the paper's. */
  private static final String UPPER_STATED = "theorem-2-upper-positive-separated";

  private static final String WITHOUT_SEPARATION =
      "The printed count is zero unless every token that is not selected lies outside the ball.";

  private static final String WITHOUT_PART =
      "Hoeffding's inequality speaks of deviations of one sign: beyond the mean the bound is one.";

  private static final String DOMAIN =
      "embeddings independent and uniform on the sphere of radius M, and δ from 0 to √2 M: for δ ="
          + " 0 both assumptions of the theorem hold as printed, and up to √2 M the ξ_i stay above"
          + " the root of the second moment";

  /** {@code E[N_s]/N ≥ 1 − (1/(rN)) Σ_i ξ_i}. */
  static final Claim<SphericalRow> LOWER =
      lower("theorem-2-lower", "the count within the ball", BALL)
          .asVariantOf("theorem-2-lower-separated", WITHOUT_SEPARATION)
          .specially(
              "N = 1: the token is at distance zero, and both sides are zero. N = 2: the distances"
                  + " are fixed. N = 3: one inner product decides. From N = 4 on the share is"
                  + " sampled, unless the triangle inequality decides.")
          .provenIn("proofs.html#theorem-2-lower")
          .evaluatedBy((row, arithmetic) -> lower(row, arithmetic, Separability::shareBeyond));

  /** The same for the count that is zero unless all others are outside. */
  static final Claim<SphericalRow> LOWER_SEPARATED =
      lower("theorem-2-lower-separated", "the separated count", SEPARATED)
          .as(Standing.STATED)
          .specially(
              "N = n is theorem-2-lower. A ball that holds every token has a count of zero: there"
                  + " it fails.")
          .evaluatedBy(
              (row, arithmetic) ->
                  lower(row, arithmetic, count -> count.separatedShare().complement()));

  /** {@code E[N_s]/N ≤ (1/N) Σ_i exp(−(ξ_i − r)²/(2M²))}. */
  static final Claim<SphericalRow> UPPER =
      upper("theorem-2-upper", "the count within the ball", BALL, false)
          .asVariantOf(UPPER_STATED, WITHOUT_SEPARATION + " " + WITHOUT_PART)
          .specially(
              "A ball larger than ξ makes the bound fall again while the share is one: there it"
                  + " fails, even for a single token.")
          .evaluatedBy(
              (row, arithmetic) -> upper(row, arithmetic, Separability::shareWithin, Real::square));

  /** The same for the count that is zero unless all others are outside. */
  static final Claim<SphericalRow> UPPER_SEPARATED =
      upper("theorem-2-upper-separated", "the separated count", SEPARATED, false)
          .asVariantOf(UPPER_STATED, WITHOUT_PART)
          .specially("N = n is theorem-2-upper, and fails alike.")
          .evaluatedBy(
              (row, arithmetic) ->
                  upper(row, arithmetic, Separability::separatedShare, Real::square));

  /** {@code E[N_s]/N ≤ (1/N) Σ_i exp(−(ξ_i − r)₊²/(2M²))}. */
  static final Claim<SphericalRow> UPPER_POSITIVE =
      upper("theorem-2-upper-positive", "the count within the ball, positive part", BALL, true)
          .asVariantOf(UPPER_STATED, WITHOUT_SEPARATION)
          .specially(
              "N = 1 and N = 2 satisfy it, the distances being fixed. In higher dimensions the"
                  + " distance is close to its root mean square, well below ξ, and there it fails.")
          .evaluatedBy(
              (row, arithmetic) ->
                  upper(row, arithmetic, Separability::shareWithin, Theorem2::positiveSquare));

  /** The same for the count that is zero unless all others are outside. */
  static final Claim<SphericalRow> UPPER_POSITIVE_SEPARATED =
      upper(UPPER_STATED, "the separated count, positive part", SEPARATED, true)
          .as(Standing.STATED)
          .specially("N = n is theorem-2-upper-positive, and fails alike.")
          .evaluatedBy(
              (row, arithmetic) ->
                  upper(row, arithmetic, Separability::separatedShare, Theorem2::positiveSquare));

  private Theorem2() {}

  static ClaimBuilder<SphericalRow> lower(String id, String reading, String count) {
    return about(id, "lower bound, read for " + reading)
        .saying(
            LOWER_LATEX,
            "the expected share of selected tokens in the ball is at least one minus the mean of"
                + " ξ/r; "
                + count);
  }

  static ClaimBuilder<SphericalRow> upper(
      String id, String reading, String count, boolean positive) {
    return about(id, "upper bound, read for " + reading)
        .saying(
            String.format(Locale.ROOT, UPPER_LATEX, positive ? "_+" : ""),
            "the expected share of selected tokens in the ball is at most the mean of"
                + " exp(-(ξ-r)²/(2M²))"
                + (positive ? ", ξ-r cut off at zero; " : "; ")
                + count);
  }

  private static ClaimBuilder<SphericalRow> about(String id, String reading) {
    return Claim.about(SphericalRow.class)
        .named(id)
        .from(Provenance.RECONSTRUCTED, "Theorem 2, " + reading)
        .where(DOMAIN, Theorem2::isWithinReach);
  }

  /** Whether {@code δ² ≤ 2M²}, for the numbers as they are and as they print. */
  private static boolean isWithinReach(SphericalRow row) {
    return isWithinReach(row, BigDecimal::new) && isWithinReach(row, BigDecimal::valueOf);
  }

  private static boolean isWithinReach(SphericalRow row, DoubleFunction<BigDecimal> reader) {
    BigDecimal separation = reader.apply(row.separation());
    BigDecimal radius = reader.apply(row.radius());
    return separation.pow(2).compareTo(radius.pow(2).multiply(BigDecimal.valueOf(2))) <= 0;
  }

  /** {@code 1 − E[N_s]/N ≤ (1/(ρN)) Σ_i ξ_i}. */
  private static Evaluation lower(
      SphericalRow row, Arithmetic arithmetic, Function<Separability, Estimate> outside) {
    Separability separability = new Separability(row, arithmetic);
    Real sum = arithmetic.of(0);
    for (Moments moments : Moments.of(row, arithmetic)) {
      sum = sum.plus(moments.separatedBound());
    }
    return Sampled.atMost(
        outside.apply(separability), sum.dividedBy(separability.ball().times(row.selected())));
  }

  /** {@code E[N_s]/N ≤ (1/N) Σ_i exp(−square(ξ_i − ρ)/2)}. */
  private static Evaluation upper(
      SphericalRow row,
      Arithmetic arithmetic,
      Function<Separability, Estimate> count,
      UnaryOperator<Real> square) {
    Separability separability = new Separability(row, arithmetic);
    List<Moments> moments = Moments.of(row, arithmetic);
    Real sum = arithmetic.of(0);
    for (Moments m : moments) {
      Real excess = m.separatedBound().minus(separability.ball());
      sum = sum.plus(square.apply(excess).dividedBy(-2).exp());
    }
    return Sampled.atMost(count.apply(separability), sum.dividedBy(row.selected()));
  }

  private static Real positiveSquare(Real excess) {
    return excess.max(excess.arithmetic().of(0)).square();
  }
}
