package org.attentionlimits.empirical.statistics;

import org.attentionlimits.empirical.statistics.SensitivityMeans.Mean;
import org.attentionlimits.theory.chance.EmpiricalBernstein;

/**
 * Half the widths of intervals around means of bounded draws that miss the true mean with one
 * chance, whatever the law: a few rows may make up the mean, so that what Student's t makes of the
 * spread of a sample says nothing about rows that were not drawn.
 */
public final class BernsteinMargin {

  private final double chance;

  /**
   * Of intervals that miss with a chance.
   *
   * @param chance in (0, 1)
   */
  public BernsteinMargin(double chance) {
    this.chance = chance;
  }

  /**
   * Half the width; +∞ for fewer than two draws.
   *
   * @param bound of every draw
   */
  public double of(Mean mean, double bound) {
    return mean.count() >= 2
        ? EmpiricalBernstein.reach(bound, chance, (long) mean.count(), mean.variance())
        : Double.POSITIVE_INFINITY;
  }
}
