package org.attentionlimits.theory.random;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Random numbers that both ways to draw have in common. */
public class Draws {

  private final RandomGenerator random;

  /** Draws by a generator, which is asked anew for each. */
  public Draws(RandomGenerator random) {
    this.random = random;
  }

  /** The generator. */
  public final RandomGenerator random() {
    return random;
  }

  /** A number whose logarithm is uniform between those of the ends. */
  public final double logUniform(double from, double to) {
    return StrictMath.exp(random.nextDouble(StrictMath.log(from), StrictMath.log(to)));
  }

  /** True in one of so many draws. */
  final boolean oneIn(int count) {
    return random.nextInt(count) == 0;
  }

  /** From 1 to the given number. */
  final int upTo(int most) {
    return 1 + random.nextInt(most);
  }

  /** One of some values. */
  final <E> E of(E[] values) {
    return values[random.nextInt(values.length)];
  }

  /** A standard normal number. */
  final double normal() {
    return random.nextGaussian();
  }

  /** One or minus one. */
  final double sign() {
    return random.nextBoolean() ? 1 : -1;
  }

  /** So many times one value. */
  public static double[] filled(int count, double value) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return values;
  }
}
