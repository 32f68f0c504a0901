package org.attentionlimits.empirical.kernel;

import java.util.SplittableRandom;

/** Random unit vectors. */
public final class Directions {

  private Directions() {}

  /** A vector uniform on the unit sphere of {@code R^count}, count at least 1. */
  public static double[] random(SplittableRandom random, int count) {
    double[] vector = new double[count];
    double squares = 0;
    for (int i = 0; i < count; i++) {
      vector[i] = random.nextGaussian();
      squares += vector[i] * vector[i];
    }
    double norm = Math.sqrt(squares);
    for (int i = 0; i < count; i++) {
      vector[i] /= norm;
    }
    return vector;
  }
}
