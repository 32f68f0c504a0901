package org.attentionlimits.theory.search.space;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.attentionlimits.theory.search.measure.Lengths;

/** Random numbers of the kinds that bounds are sensitive to. */
public final class Draws {

  private static final int MOST_TOKENS = Lengths.SHORT;
  private static final double LONG_ROWS = 0.1;

  /** Patterns of a row of numbers. */
  enum Pattern {
    /** Independent normal numbers. */
    NORMAL,
    /** All equal. */
    TIED,
    /** Each at one of two levels. */
    TWO_LEVEL,
    /** Equally spaced. */
    LADDER,
    /** One above all others, which are equal. */
    SPIKE,
    /** Equal up to a relative difference near the rounding unit. */
    NEAR_TIE
  }

  private final SplittableRandom random;

  public Draws(SplittableRandom random) {
    this.random = random;
  }

  public SplittableRandom random() {
    return random;
  }

  /** A number of tokens: mostly a few, sometimes tens. */
  public int tokens() {
    return 1 + (random.nextDouble() < LONG_ROWS ? random.nextInt(MOST_TOKENS) : random.nextInt(6));
  }

  /** A number whose logarithm is uniform between those of the ends. */
  public double logUniform(double from, double to) {
    return StrictMath.exp(random.nextDouble(StrictMath.log(from), StrictMath.log(to)));
  }

  /** A temperature: one in half of the draws, else from 1e-3 to 1e3. */
  public double temperature() {
    return random.nextBoolean() ? 1 : logUniform(1e-3, 1e3);
  }

  /** Standard normal numbers times a scale. */
  public double[] normal(int count, double scale) {
    return random.doubles(count).map(u -> scale * random.nextGaussian()).toArray();
  }

  /** Numbers in a random pattern, of a size given by the scale. */
  public double[] patterned(int count, double scale) {
    Pattern[] patterns = Pattern.values();
    return switch (patterns[random.nextInt(patterns.length)]) {
      case NORMAL -> normal(count, scale);
      case TIED -> filled(count, scale * random.nextGaussian());
      case TWO_LEVEL -> random.doubles(count).map(u -> u < 0.5 ? 0 : scale).toArray();
      case LADDER -> ladder(count, scale);
      case SPIKE -> spike(count, scale);
      case NEAR_TIE -> nearTie(count, scale);
    };
  }

  public static double[] filled(int count, double value) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return values;
  }

  private static double[] ladder(int count, double scale) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = i * scale / count;
    }
    return values;
  }

  private double[] spike(int count, double scale) {
    double[] values = new double[count];
    values[random.nextInt(count)] = random.nextBoolean() ? scale : -scale;
    return values;
  }

  private double[] nearTie(int count, double scale) {
    double center = scale * random.nextGaussian();
    double width = logUniform(1e-17, 1e-6);
    return random.doubles(count).map(u -> center * (1 + (u - 0.5) * width)).toArray();
  }
}
