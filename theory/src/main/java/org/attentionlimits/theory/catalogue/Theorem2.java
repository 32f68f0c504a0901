package org.attentionlimits.theory.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.chance.Estimate;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.ClaimBuilder;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Hypothesis;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.SampledComparison;
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

  private static final String XI_IN_WORDS =
      "ξ² = M²Σa² + (M²-δ²/2)((Σa)²-Σa²), a the weights of the other selected tokens";

  private static final String LOWER_LATEX =
      "\\frac{\\mathbb{E}\\,N_s}{N} \\ge 1-\\frac{1}{rN}\\sum_{i\\in I_N}\\xi_i, \\quad " + XI;

  private static final String UPPER_LATEX =
      "\\frac{\\mathbb{E}\\,N_s}{N} \\le"
          + " \\frac{1}{N}\\sum_{i\\in I_N}\\exp\\Bigl(-\\frac{(\\xi_i-r)%s^2}{2M^2}\\Bigr), \\quad "
          + XI;

  private static final String BALL =
      "N_s counts the selected tokens whose contribution is within r of the context vector";

  private static final String SEPARATED =
      BALL + ", and is zero if the contribution of a token that is not selected is too";

  /** The reading of the upper bound that is counted as the paper's. */
  private static final String UPPER_STATED = "theorem-2-upper-positive-separated";

  private static final String WITHOUT_SEPARATION =
      "By the paper's words the count is zero unless every token that is not selected lies outside the ball.";

  private static final String WITHOUT_PART =
      "Hoeffding's inequality speaks of deviations of one sign: beyond the mean the bound is one.";

  /** The largest chance of a closer pair at which a separation is admitted. */
  private static final double RARE = 0.01;

  private static final String DOMAIN = domain("");

  /** On a sphere of two points no separation is possible. */
  private static final String STATED_DOMAIN = domain(" in at least two dimensions");

  private static final Hypothesis<SphericalRow> SPREADABLE =
      new Hypothesis<>("at least two dimensions", row -> row.dimension() > 1);

  private static final Hypothesis<SphericalRow> MOSTLY_SEPARATED =
      new Hypothesis<>(
          "a chance of at most 0.01 that independent embeddings have a pair closer than δ, by the"
              + " bound C(n,2) exp(-d c²/2), c = 1-δ²/(2M²) > 0",
          Theorem2::isMostlySeparated);

  private static final String SUPREMUM =
      "√e ≈ 1.649, not attained: no bound is below e^(-1/2) since ξ-r is at most M, and N equal"
          + " weights with r² a little above (N-1)M²/N² give a ratio that tends to √e as d, and then N,"
          + " grows";

  /** What is counted: its enclosure without a sample, and where that does not decide, with one. */
  private record Count(
      Function<Separability, Real> enclosed, Function<Separability, Estimate> estimated) {

    static final Count BALL = new Count(Separability::enclosedShare, Separability::shareWithin);
    static final Count SEPARATED =
        new Count(Separability::enclosedSeparatedShare, Separability::separatedShare);
  }

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
          .where(STATED_DOMAIN, List.of(SPREADABLE, MOSTLY_SEPARATED))
          .specially(
              "N = n is theorem-2-lower. A ball that holds every token has a count of zero: there"
                  + " it fails, whatever the separation: three equal logits, N = 2, d = 16, M = 1, δ ="
                  + " 0.5, r = 1 have a share of zero and a bound of at least 0.666.")
          .evaluatedBy(Theorem2::lowerSeparated);

  /** {@code E[N_s]/N ≤ (1/N) Σ_i exp(−(ξ_i − r)²/(2M²))}. */
  static final Claim<SphericalRow> UPPER =
      upper("theorem-2-upper", "the count within the ball", BALL, false)
          .asVariantOf(UPPER_STATED, WITHOUT_SEPARATION + " " + WITHOUT_PART)
          .specially(
              "A ball larger than ξ makes the bound fall again while the share is one: there it"
                  + " fails, even for a single token.")
          .evaluatedBy((row, arithmetic) -> upper(row, arithmetic, Count.BALL, Real::square));

  /** The same for the count that is zero unless all others are outside. */
  static final Claim<SphericalRow> UPPER_SEPARATED =
      upper("theorem-2-upper-separated", "the separated count", SEPARATED, false)
          .asVariantOf(UPPER_STATED, WITHOUT_PART)
          .specially("N = n is theorem-2-upper, and fails alike.")
          .evaluatedBy((row, arithmetic) -> upper(row, arithmetic, Count.SEPARATED, Real::square));

  /** {@code E[N_s]/N ≤ (1/N) Σ_i exp(−(ξ_i − r)₊²/(2M²))}. */
  static final Claim<SphericalRow> UPPER_POSITIVE =
      upper("theorem-2-upper-positive", "the count within the ball, positive part", BALL, true)
          .asVariantOf(UPPER_STATED, WITHOUT_SEPARATION)
          .specially(
              "N = 1 and N = 2 satisfy it, the distances being fixed. In higher dimensions the"
                  + " distance is close to its root mean square, well below ξ, and there it fails.")
          .withSupremum(SUPREMUM)
          .evaluatedBy(
              (row, arithmetic) -> upper(row, arithmetic, Count.BALL, Theorem2::positiveSquare));

  /** The same for the count that is zero unless all others are outside. */
  static final Claim<SphericalRow> UPPER_POSITIVE_SEPARATED =
      upper(UPPER_STATED, "the separated count, positive part", SEPARATED, true)
          .as(Standing.STATED)
          .where(STATED_DOMAIN, List.of(SPREADABLE, MOSTLY_SEPARATED))
          .specially(
              "N = n is theorem-2-upper-positive, and fails alike. A token that is left over saves"
                  + " nothing: 65 tokens, of which 64 of equal weights are selected and one has a"
                  + " weight near zero, d = 2^20, M = δ = 1, r = 0.1245 have a ratio of 1.11.")
          .withSupremum(SUPREMUM)
          .evaluatedBy(
              (row, arithmetic) ->
                  upper(row, arithmetic, Count.SEPARATED, Theorem2::positiveSquare));

  private Theorem2() {}

  static ClaimBuilder<SphericalRow> lower(String id, String reading, String count) {
    return about(id, "lower bound, read for " + reading)
        .saying(
            LOWER_LATEX,
            "one minus the expected value of N_s/N is at most the mean of ξ/r, "
                + XI_IN_WORDS
                + "; "
                + count);
  }

  static ClaimBuilder<SphericalRow> upper(
      String id, String reading, String count, boolean positive) {
    return about(id, "upper bound, read for " + reading)
        .saying(
            String.format(Locale.ROOT, UPPER_LATEX, positive ? "_+" : ""),
            "the expected value of N_s/N is at most the mean of exp(-(ξ-r)²/(2M²))"
                + (positive ? ", with max(ξ-r, 0) for ξ-r, " : ", ")
                + XI_IN_WORDS
                + "; "
                + count);
  }

  private static ClaimBuilder<SphericalRow> about(String id, String reading) {
    return Claim.about(SphericalRow.TYPE)
        .named(id)
        .from(Provenance.RECONSTRUCTED, "Theorem 2, " + reading)
        .where(DOMAIN, List.of(MOSTLY_SEPARATED));
  }

  private static String domain(String dimensions) {
    return "embeddings independent and uniform on the sphere of radius M"
        + dimensions
        + ", given that all pairs are at least δ apart; δ is zero, where both assumptions of the"
        + " theorem hold as printed, or one at which C(n,2) exp(-d c²/2) is at most 0.01, c ="
        + " 1-δ²/(2M²) > 0, which bounds the chance that independent embeddings have a closer pair."
        + " The share is enclosed under either law, with the condition and without it";
  }

  private static boolean isMostlySeparated(SphericalRow row) {
    return Separability.closePairs(row, Arithmetic.BINARY64).value() <= RARE;
  }

  /** {@code 1 − E[N_s]/N ≤ (1/(ρN)) Σ_i ξ_i}. */
  private static Evaluation lower(
      SphericalRow row, Arithmetic arithmetic, Function<Separability, Estimate> outside) {
    Separability separability = new Separability(row, arithmetic);
    Real sum = Moments.sum(separability.moments(), Moments::separatedBound);
    Real bound = sum.dividedBy(separability.ball().times(arithmetic.of(row.selected())));
    return SampledComparison.atMost(
        underEitherLaw(separability, outside.apply(separability)), bound);
  }

  /** The same, first without a sample, which shows that a ball holds another token. */
  private static Evaluation lowerSeparated(SphericalRow row, Arithmetic arithmetic) {
    Evaluation certain =
        lower(row, arithmetic, s -> Estimate.exact(s.enclosedSeparatedShare()).complement());
    return certain.outcome() == Outcome.VIOLATED
        ? certain.withLeastRatio()
        : lower(row, arithmetic, s -> s.separatedShare().complement());
  }

  /** {@code E[N_s]/N ≤ (1/N) Σ_i exp(−square(ξ_i − ρ)/2)}. */
  private static Evaluation upper(
      SphericalRow row, Arithmetic arithmetic, Count count, UnaryOperator<Real> square) {
    Separability separability = new Separability(row, arithmetic);
    Real sum =
        Moments.sum(
            separability.moments(),
            moments -> {
              Real excess = moments.separatedBound().minus(separability.ball());
              return square.apply(excess).dividedBy(arithmetic.of(-2)).exp();
            });
    Real bound = sum.dividedBy(arithmetic.of(row.selected()));
    Real share = separability.underEitherLaw(count.enclosed().apply(separability));
    Evaluation certain = Evaluation.atMost(share, bound).withLeastRatio();
    return certain.outcome() == Outcome.UNDECIDED
        ? SampledComparison.atMost(
            underEitherLaw(separability, count.estimated().apply(separability)), bound)
        : certain;
  }

  private static Estimate underEitherLaw(Separability separability, Estimate share) {
    return new Estimate(separability.underEitherLaw(share.value()), share.doubt());
  }

  private static Real positiveSquare(Real excess) {
    return excess.max(excess.arithmetic().of(0)).square();
  }
}
