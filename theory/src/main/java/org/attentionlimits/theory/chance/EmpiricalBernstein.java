package org.attentionlimits.theory.chance;

import java.util.Arrays;

/**
 * Confidence intervals of the mean of a bounded variable, from a sample of it.
 *
 * <p>For m independent draws from [0, b] with mean x̄ and unbiased sample variance v, the mean lies
 * within {@code √(2v ln(4/doubt)/m) + 7b ln(4/doubt)/(3(m−1))} of x̄ but for a chance of at most
 * {@code doubt} (A. Maurer, M. Pontil, Empirical Bernstein bounds and sample variance penalization,
 * COLT 2009, arXiv:0907.3740, theorem 4, on either side).
 */
public final class EmpiricalBernstein {

  /**
   * What the rounding of the sums may amount to, relative to b: a sum of up to 10⁶ non-negative
   * terms is off by no more than 1.2e-10 of itself.
   */
  private static final double ROUNDING = 1e-9;

  private static final int MOST_DRAWS = 1_000_000;

  private EmpiricalBernstein() {}

  /**
   * The interval, cut off at 0 and b.
   *
   * @param bound b, finite and not negative
   * @param doubt the chance that the interval misses, between 0 and 1
   * @param draws from [0, b], at least two and at most a million
   * @throws IllegalArgumentException on any other argument
   */
  public static Bounds interval(double bound, double doubt, double... draws) {
    requireSample(bound, doubt, draws);
    if (bound == 0) {
      return new Bounds(0, 0);
    }
    int m = draws.length;
    double[] shares = Arrays.stream(draws).map(x -> x / bound).toArray();
    double mean = Arrays.stream(shares).sum() / m;
    double variance = Arrays.stream(shares).map(x -> (x - mean) * (x - mean)).sum() / (m - 1);
    double reach = reach(1, doubt, m, variance) * (1 + ROUNDING) + ROUNDING;
    return new Bounds(
        Math.max(0, Math.nextDown(bound * (mean - reach))),
        Math.min(bound, Math.nextUp(bound * (mean + reach))));
  }

  /**
   * Half the width of the interval, {@code √(2v ln(4/doubt)/m) + 7b ln(4/doubt)/(3(m−1))}. The
   * draws need not be of one law: of independent ones, the interval holds the mean of their means
   * (the paper's theorem 11).
   *
   * @param bound b
   * @param doubt the chance that the interval misses
   * @param draws m, at least two
   * @param variance v, the sample's, with the divisor m − 1
   */
  public static double reach(double bound, double doubt, long draws, double variance) {
    double log = StrictMath.log(4 / doubt);
    return Math.sqrt(2 * variance * log / draws) + 7 * bound * log / (3 * (draws - 1.0));
  }

  private static void requireSample(double bound, double doubt, double... draws) {
    if (!(bound >= 0 && bound <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("bound must be finite and not negative: " + bound);
    }
    if (!(doubt > 0 && doubt < 1)) {
      throw new IllegalArgumentException("doubt must be between 0 and 1: " + doubt);
    }
    if (draws.length < 2 || draws.length > MOST_DRAWS) {
      throw new IllegalArgumentException(
          "draws must be from 2 to " + MOST_DRAWS + ": " + draws.length);
    }
    for (double draw : draws) {
      if (!(draw >= 0 && draw <= bound)) {
        throw new IllegalArgumentException("draw must be from 0 to " + bound + ": " + draw);
      }
    }
  }
}
