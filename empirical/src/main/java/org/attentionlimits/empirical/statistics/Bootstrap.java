package org.attentionlimits.empirical.statistics;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * A statistic of a sample and its 95 % percentile bootstrap interval (Efron, 1979,
 * doi:10.1214/aos/1176344552): of 1000 samples drawn with replacement, the quantiles 0.025 and
 * 0.975 of the statistic. Of fewer than two numbers there is no interval: its ends are NaN.
 *
 * @param value of the sample itself
 * @param lower end of the interval
 * @param upper end of the interval
 */
public record Bootstrap(double value, double lower, double upper) {

  private static final int SAMPLES = 1000;
  private static final int LEAST = 2;
  private static final long SEED = 20250817;
  private static final double LOWER = 2.5;
  private static final double UPPER = 97.5;

  /** The mean without an interval; NaN of no numbers. */
  public static double plainMean(double... sample) {
    return StatUtils.mean(sample);
  }

  /** The mean; NaN of no numbers. */
  public static Bootstrap mean(double... sample) {
    return of(StatUtils::mean, sample);
  }

  /** The median; NaN of no numbers. */
  public static Bootstrap median(double... sample) {
    return of(numbers -> quantile(numbers, 50), sample);
  }

  private static Bootstrap of(ToDoubleFunction<double[]> statistic, double... sample) {
    if (sample.length < LEAST) {
      double value = sample.length == 0 ? Double.NaN : sample[0];
      return new Bootstrap(value, Double.NaN, Double.NaN);
    }
    SplittableRandom random = new SplittableRandom(SEED);
    double[] statistics = new double[SAMPLES];
    double[] drawn = new double[sample.length];
    for (int i = 0; i < SAMPLES; i++) {
      for (int k = 0; k < drawn.length; k++) {
        drawn[k] = sample[random.nextInt(sample.length)];
      }
      statistics[i] = statistic.applyAsDouble(drawn);
    }
    return new Bootstrap(
        statistic.applyAsDouble(sample), quantile(statistics, LOWER), quantile(statistics, UPPER));
  }

  /** The quantile of p percent, linear between order statistics (Hyndman and Fan's type 7). */
  public static double quantile(double[] numbers, double percent) {
    Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
    return percent == 0 ? StatUtils.min(numbers) : percentile.evaluate(numbers, percent);
  }
}
