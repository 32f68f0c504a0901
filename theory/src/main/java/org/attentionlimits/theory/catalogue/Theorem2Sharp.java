package org.attentionlimits.theory.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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
 * Bounds of the chance that one selected token lies within a ball of radius r around the context
 * vector, by the mean m₂ and the variance v of its squared distance. Lengths are in units of M.
 */
enum Theorem2Sharp {

  /** {@code P(‖s−y_i‖ > r) ≤ v/(v + (r² − m₂)²)} for {@code r² > m₂}. */
  LOWER {
    @Override
    Real excess(Real square, Moments moments) {
      return square.minus(moments.meanSquare());
    }
  },

  /** {@code P(‖s−y_i‖ ≤ r) ≤ v/(v + (m₂ − r²)²)} for {@code r² < m₂}. */
  UPPER {
    @Override
    Real excess(Real square, Moments moments) {
      return moments.meanSquare().minus(square);
    }
  };

  private static final String MOMENTS =
      ", \\quad m_2=M^2\\sum_j a_j^2, \\; v=\\frac{4M^4}{d}\\sum_{j<k}a_j^2a_k^2,"
          + " \\; \\{a_j\\}=\\{\\alpha_j: j\\in I_N, j\\ne i\\}";

  private static final String LAW =
      "embeddings independent and uniform on the sphere of radius M, whatever δ, and %s for some selected token,"
          + " by more than rounding in double precision; the worst of those tokens counts";

  /** Cantelli's inequality for every selected token. */
  static final Claim<SphericalRow> LOWER_CLAIM =
      Claim.about(SphericalRow.TYPE)
          .named("theorem-2-lower-sharp")
          .from(Provenance.OURS, "Theorem 2, lower bound by Cantelli's inequality")
          .as(Standing.SHARPER, "theorem-2-lower")
          .saying(
              "\\mathbb{P}(\\|s-y_i\\|_2\\le r) \\ge 1-\\frac{v}{v+(r^2-m_2)^2}"
                  + " \\; \\text{for } r^2>m_2"
                  + MOMENTS,
              "for independent embeddings the contribution of a selected token is outside the ball of"
                  + " radius r around the context vector with a chance of at most v/(v + (r² - m)²),"
                  + " m and v the mean and the variance of its squared distance from it, if r² is above"
                  + " m. Given distances of at least δ, the chance of a closer pair is to be added")
          .where(String.format(Locale.ROOT, LAW, "r² > m₂"), LOWER::admits)
          .specially(
              "N = 1 and N = 2: the distance is fixed and both sides are zero. In one dimension"
                  + " N = 3 attains it as the ball grows to hold both outcomes.")
          .provenIn("proofs.html#theorem-2-lower-sharp")
          .evaluatedBy(LOWER::worst);

  /** Cantelli's inequality on the other side for every selected token. */
  static final Claim<SphericalRow> UPPER_CLAIM =
      Claim.about(SphericalRow.TYPE)
          .named("theorem-2-upper-sharp")
          .from(Provenance.OURS, "Theorem 2, upper bound by Cantelli's inequality")
          .as(
              Standing.CORRECTED,
              "theorem-2-upper-positive-separated",
              "theorem-2-upper-positive",
              "theorem-2-upper",
              "theorem-2-upper-separated")
          .saying(
              "\\mathbb{P}(\\|s-y_i\\|_2\\le r) \\le"
                  + " \\frac{v}{v+(m_2-r^2)^2}"
                  + " \\; \\text{for } r^2<m_2"
                  + MOMENTS,
              "for independent embeddings the contribution of a selected token is in the ball of radius r"
                  + " around the context vector with a chance of at most v/(v + (m -"
                  + " r²)²), m and v the mean and the variance of its squared distance from it, if r² is"
                  + " below m. Given distances of at least δ, the chance of a closer pair is to be added")
          .where(String.format(Locale.ROOT, LAW, "r² < m₂"), UPPER::admits)
          .specially(
              "N = 1: the distance is zero, and the claim says nothing. N = 2: it is fixed and"
                  + " outside. In one dimension N = 3 attains it as r goes down to the difference"
                  + " of the two lengths.")
          .provenIn("proofs.html#theorem-2-upper-sharp")
          .evaluatedBy(UPPER::worst);

  /** {@code r² − m₂} or its opposite: the claim speaks where it is positive. */
  abstract Real excess(Real square, Moments moments);

  private boolean admits(SphericalRow row) {
    Real square = new Separability(row, Arithmetic.BINARY64).ball().square();
    return Moments.of(row, Arithmetic.BINARY64).stream()
        .anyMatch(moments -> isPositive(excess(square, moments)));
  }

  private static boolean isPositive(Real x) {
    return x.certainlyAbove(x.arithmetic().of(0));
  }

  private static boolean isNotPositive(Real x) {
    return x.certainlyAtMost(x.arithmetic().of(0));
  }

  /** The worst of the tokens for which the excess is not certainly negative or zero. */
  private Evaluation worst(SphericalRow row, Arithmetic arithmetic) {
    Separability separability = new Separability(row, arithmetic);
    Real square = separability.ball().square();
    List<Moments> moments = separability.moments();
    int[] tokens =
        IntStream.range(0, row.selected())
            .filter(i -> !isNotPositive(excess(square, moments.get(i))))
            .toArray();
    List<Estimate> chances = separability.chances(this == UPPER, tokens);
    Evaluation worst = Evaluation.atMost(arithmetic.of(0), arithmetic.of(1));
    for (int k = 0; k < tokens.length; k++) {
      Evaluation one = evaluate(chances.get(k), square, moments.get(tokens[k]));
      worst = k == 0 ? one : worst.and(one);
    }
    return worst;
  }

  /** Where the excess is not certainly positive, nothing more is claimed than a chance of one. */
  private Evaluation evaluate(Estimate chance, Real square, Moments moments) {
    Real excess = excess(square, moments);
    Real one = square.arithmetic().of(1);
    Real bound =
        isPositive(excess) ? moments.cantelli(excess) : square.arithmetic().of(0).hull(one);
    return SampledComparison.atMost(chance, bound);
  }
}
