package org.attentionlimits.empirical.statistics;

import org.attentionlimits.empirical.experiment.GradientSensitivity;

/**
 * What {@link GradientSensitivity} measured on a head, by temperature and step: numbers, sums and
 * sums of squares over queries.
 */
public final class SensitivityMeans {

  private static final int SIZE = 3;

  private final int temperatures;
  private final int steps;
  private final double[] values;

  public SensitivityMeans(int temperatures, int steps) {
    this(temperatures, steps, new double[SIZE * temperatures * (2 * steps + 2)]);
  }

  /** What {@link #values()} gave, retained. */
  public SensitivityMeans(int temperatures, int steps, double[] values) {
    this.temperatures = temperatures;
    this.steps = steps;
    this.values = values;
  }

  /** All as plain numbers; the array itself. */
  public double[] values() {
    return values;
  }

  /** In a random direction. */
  public Mean random(int temperature, int step) {
    return new Mean(values, SIZE * (temperature * steps + step));
  }

  /** In the worst direction. */
  public Mean worst(int temperature, int step) {
    return new Mean(values, SIZE * ((temperatures + temperature) * steps + step));
  }

  /** The spectral norm of the Jacobian. */
  public Mean norm(int temperature) {
    return new Mean(values, SIZE * (2 * temperatures * steps + temperature));
  }

  /** The root mean square over all directions, for steps towards zero. */
  public Mean rootMeanSquare(int temperature) {
    return new Mean(values, SIZE * (2 * temperatures * steps + temperatures + temperature));
  }

  /** A mean over queries, three of the numbers. */
  public static final class Mean {
    private final double[] values;
    private final int start;

    private Mean(double[] values, int start) {
      this.values = values;
      this.start = start;
    }

    public void add(double value) {
      values[start]++;
      values[start + 1] += value;
      values[start + 2] += value * value;
    }

    /** The mean; NaN of no numbers. */
    public double value() {
      return values[start + 1] / values[start];
    }

    /** How many numbers there are. */
    double count() {
      return values[start];
    }

    /** Variance with the divisor of one less; NaN for fewer than two numbers. */
    public double variance() {
      double count = count();
      double mean = value();
      return count >= 2
          ? Math.max(0, values[start + 2] - count * mean * mean) / (count - 1)
          : Double.NaN;
    }
  }
}
