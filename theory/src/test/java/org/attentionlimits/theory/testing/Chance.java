package org.attentionlimits.theory.testing;

import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * What random tries show of a share, but for a chance of 10⁻⁹. Tests that hold what they saw
 * against this fail by bad luck once in a billion runs.
 */
public final class Chance {

  /** The chance that a test fails by bad luck. */
  private static final double ERROR = 1e-9;

  private Chance() {}

  /**
   * The fewest of some tries that have a feature: the quantile of 10⁻⁹ of the binomial distribution
   * with this share. Zero if that many tries may well have none.
   *
   * @param tries at least 0
   * @param share of all draws that have the feature, from 0 to 1
   */
  public static int fewest(int tries, double share) {
    return new BinomialDistribution(null, tries, share).inverseCumulativeProbability(ERROR);
  }

  /** The most of some tries that have a feature; see {@link #fewest}. */
  public static int most(int tries, double share) {
    return tries - fewest(tries, 1 - share);
  }

  /**
   * The least {@code t} with {@code (1 − share)^t ≤ 10⁻⁹}: after as many tries, one has the
   * feature.
   *
   * @param share of all draws that have the feature, above 0 and below 1
   */
  public static int triesToSee(double share) {
    return (int) Math.ceil(Math.log(ERROR) / Math.log1p(-share));
  }
}
