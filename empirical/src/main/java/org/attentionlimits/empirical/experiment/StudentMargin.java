package org.attentionlimits.empirical.experiment;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;
import org.attentionlimits.empirical.experiment.SensitivityMeans.Mean;

/**
 * Half the widths of intervals around means that miss the true one with one chance, by Student's t.
 */
final class StudentMargin {

  private final double chance;
  private final Map<Double, Double> quantiles = new HashMap<>();

  /**
   * Of intervals that miss with a chance.
   *
   * @param chance in (0, 1)
   */
  StudentMargin(double chance) {
    this.chance = chance;
  }

  /** Half the width; +∞ for fewer than two numbers. */
  double of(Mean mean) {
    return mean.count() >= 2
        ? quantiles.computeIfAbsent(mean.count(), this::quantile) * mean.standardError()
        : Double.POSITIVE_INFINITY;
  }

  private double quantile(double count) {
    return new TDistribution(null, count - 1).inverseCumulativeProbability(1 - chance / 2);
  }
}
