package org.attentionlimits.theory.random;

import java.util.random.RandomGenerator;

/**
 * How the adversary draws, which begins climbs at its draws: rows of at most 32 tokens, in patterns
 * that bounds are sensitive to, of sizes within three decades of the temperature.
 */
public final class AdversarialDraws extends Draws {

  /** Most tokens of a row that is drawn. */
  public static final int MOST_TOKENS = 32;

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

  /** The adversary's draws by a generator. */
  public AdversarialDraws(RandomGenerator random) {
    super(random);
  }

  /** A number of tokens: mostly a few, sometimes tens. */
  public int tokens() {
    return 1
        + (random().nextDouble() < LONG_ROWS ? random().nextInt(MOST_TOKENS) : random().nextInt(6));
  }

  /** A temperature: one in half of the draws, else from 1e-3 to 1e3. */
  public double temperature() {
    return random().nextBoolean() ? 1 : logUniform(1e-3, 1e3);
  }

  /** Standard normal numbers times a scale. */
  public double[] normal(int count, double scale) {
    return random().doubles(count).map(u -> scale * random().nextGaussian()).toArray();
  }

  /** Numbers in a random pattern, of a size given by the scale. */
  public double[] patterned(int count, double scale) {
    Pattern[] patterns = Pattern.values();
    return switch (patterns[random().nextInt(patterns.length)]) {
      case NORMAL -> normal(count, scale);
      case TIED -> filled(count, scale * random().nextGaussian());
      case TWO_LEVEL -> random().doubles(count).map(u -> u < 0.5 ? 0 : scale).toArray();
      case LADDER -> ladder(count, scale);
      case SPIKE -> spike(count, scale);
      case NEAR_TIE -> nearTie(count, scale);
    };
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
    values[random().nextInt(count)] = random().nextBoolean() ? scale : -scale;
    return values;
  }

  private double[] nearTie(int count, double scale) {
    double center = scale * random().nextGaussian();
    double width = logUniform(1e-17, 1e-6);
    return random().doubles(count).map(u -> center * (1 + (u - 0.5) * width)).toArray();
  }
}
