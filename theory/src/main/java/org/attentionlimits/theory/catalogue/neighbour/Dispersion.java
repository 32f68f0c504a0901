package org.attentionlimits.theory.catalogue.neighbour;

import java.util.Arrays;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.TopN;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** How much weight a few tokens can have, and how far the largest logit is from the mean one. */
final class Dispersion {

  /**
   * {@code A ≤ N e^ρ/(N e^ρ + n − N)} for every N below n, as {@code A/N · e^{−ρ} ≤ (1−A)/(n−N)}.
   */
  static final Claim<LogitRow> TOP_N =
      Claim.about(LogitRow.TYPE)
          .named("dispersion-top-n")
          .from(Provenance.LITERATURE, "arXiv:2410.01104, Lemma 2.1 for N = 1; here for every N")
          .as(Standing.NEIGHBOUR)
          .saying(
              "\\sum_{i \\in I_N} \\alpha_i \\le \\frac{N e^{\\rho}}{N e^{\\rho} + n - N},"
                  + " \\quad \\rho = \\frac{\\max_i \\ell_i - \\min_i \\ell_i}{T}, \\; 1 \\le N < n",
              "the weight of the N largest tokens is at most the weight they have if N logits are at"
                  + " the upper end of the range and all others at the lower end, for every N")
          .specially(
              "N = n has the weight 1 on both sides and is left out, and with it a single token. Tied"
                  + " logits attain it. The sides are those of the same statement about means: the mean"
                  + " weight of the N largest times exp(-ρ) is at most the mean weight of the others. Of"
                  + " all N, the one is evaluated whose quotient of the means is largest.")
          .withSupremum(
              "1, attained by N logits at one end of the range and all others at the other")
          .provenIn("proofs.html#dispersion-top-n")
          .where(Scaled.TWO_TOKENS, row -> row.tokens() >= 2)
          .evaluatedBy(Dispersion::topN);

  /** {@code y e^y ≤ (n−1)/e}, {@code y = (max ℓ − Σ_i α_i ℓ_i)/T}. */
  static final Claim<LogitRow> EXPECTED_LOGIT =
      Claim.about(LogitRow.TYPE)
          .named("expected-logit")
          .from(Provenance.OURS, "the mean logit beside the largest one")
          .as(Standing.SHARPER)
          .saying(
              "y e^{y} \\le \\frac{n-1}{e}, \\quad"
                  + " y = \\frac{\\max_i \\ell_i - \\sum_i \\alpha_i \\ell_i}{T},"
                  + " \\quad \\text{that is } y \\le W_0\\Bigl(\\frac{n-1}{e}\\Bigr)",
              "the mean of the logits under the weights is below the largest logit by at most T times"
                  + " Lambert's function of (n-1)/e")
          .specially(
              "A single token: both sides are zero. The sides are those of the form without Lambert's"
                  + " function W.")
          .withSupremum(
              "1, attained by one logit that is T(1+w) above all others, which are tied,"
                  + " w = W((n-1)/e)")
          .provenIn("proofs.html#expected-logit")
          .evaluatedBy(
              (row, arithmetic) -> {
                Vec z = Scaled.logits(row, arithmetic);
                Vec depths = z.negated().plus(z.max());
                Vec weights = row.weights(arithmetic);
                Real mean = weights.dot(depths).dividedBy(weights.sum());
                Real largest = arithmetic.of(-1).exp().times(row.tokens() - 1L);
                return Evaluation.atMost(mean.times(mean.exp()), largest);
              });

  private Dispersion() {}

  private static Evaluation topN(LogitRow row, Arithmetic arithmetic) {
    Vec weights = row.weights(arithmetic);
    int selected = steepest(weights.values());
    int[] top = row.top(selected);
    Real mean = weights.select(top).sum().dividedBy(selected);
    int[] others = TopN.others(row.tokens(), top);
    Real meanOfOthers = weights.select(others).sum().dividedBy(others.length);
    Real least = Scaled.range(row, arithmetic).negated().exp();
    return Evaluation.atMost(mean.times(least), meanOfOthers);
  }

  /** The N of the largest quotient of both means, by the middles of their enclosures. */
  private static int steepest(double[] weights) {
    Arrays.sort(weights);
    int n = weights.length;
    double total = Arrays.stream(weights).sum();
    int steepest = 1;
    double mass = 0;
    double highest = 0;
    for (int selected = 1; selected < n; selected++) {
      mass += weights[n - selected];
      double quotient = mass / selected * (n - selected) / (total - mass);
      if (quotient > highest) {
        highest = quotient;
        steepest = selected;
      }
    }
    return steepest;
  }
}
