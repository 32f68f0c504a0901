package org.attentionlimits.empirical.experiment;

/**
 * What {@link GradientSensitivity} measured on a head, by temperature and step: numbers, sums and
 * sums of squares over queries.
 */
final class SensitivityMeans {

  private static final int SIZE = 3;

  private final int temperatures;
  private final int steps;
  private final double[] values;

  SensitivityMeans(int temperatures, int steps) {
    this(temperatures, steps, new double[SIZE * temperatures * (2 * steps + 1)]);
  }

  /** What {@link #values()} gave, retained. */
  SensitivityMeans(int temperatures, int steps, double[] values) {
    this.temperatures = temperatures;
    this.steps = steps;
    this.values = values;
  }

  /** All as plain numbers; the array itself. */
  double[] values() {
    return values;
  }

  /** In a random direction. */
  Mean random(int temperature, int step) {
    return new Mean(values, SIZE * (temperature * steps + step));
  }

  /** In the worst direction. */
  Mean worst(int temperature, int step) {
    return new Mean(values, SIZE * ((temperatures + temperature) * steps + step));
  }

  /** The spectral norm of the Jacobian. */
  Mean norm(int temperature) {
    return new Mean(values, SIZE * (2 * temperatures * steps + temperature));
  }

  /** A mean over queries, three of the numbers. */
  static final class Mean {
    private final double[] values;
    private final int start;

    private Mean(double[] values, int start) {
      this.values = values;
      this.start = start;
    }

    void add(double value) {
      values[start]++;
      values[start + 1] += value;
      values[start + 2] += value * value;
    }

    /** The mean; NaN of no numbers. */
    double value() {
      return values[start + 1] / values[start];
    }

    /** How many numbers there are. */
    double count() {
      return values[start];
    }

    /**
     * Standard error of the mean, taking the spread between queries as that of what is sampled,
     * which is at least as large. +∞ for fewer than two numbers.
     */
    double standardError() {
      double count = count();
      if (!(count >= 2)) {
        return Double.POSITIVE_INFINITY;
      }
      double mean = value();
      return Math.sqrt(Math.max(0, values[start + 2] / count - mean * mean) / (count - 1));
    }
  }
}
