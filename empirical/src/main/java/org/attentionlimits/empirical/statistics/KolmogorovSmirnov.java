package org.attentionlimits.empirical.statistics;

import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/**
 * The two-sample Kolmogorov–Smirnov test. The p-value is the chance {@code P(D ≥ d)} that samples
 * of one continuous law differ by the statistic d or more: exact where the product of their sizes
 * is below 10 000, else that of the limiting law. Ties make it conservative.
 *
 * @param statistic {@code d = sup |F − G|} of the empirical distribution functions
 * @param probability {@code P(D ≥ d)}
 */
public record KolmogorovSmirnov(double statistic, double probability) {

  private static final long MOST_EXACT = 10_000;
  private static final int LEAST = 2;
  private static final KolmogorovSmirnovTest TEST = new KolmogorovSmirnovTest();

  /** Compares two samples; NaN of fewer than two numbers. */
  public static KolmogorovSmirnov of(double[] one, double... other) {
    int n = one.length;
    int m = other.length;
    if (n < LEAST || m < LEAST) {
      return new KolmogorovSmirnov(Double.NaN, Double.NaN);
    }
    double statistic = TEST.kolmogorovSmirnovStatistic(one, other);
    return new KolmogorovSmirnov(
        statistic,
        (long) n * m < MOST_EXACT
            ? TEST.exactP(statistic, n, m, false)
            : TEST.approximateP(statistic, n, m));
  }
}
