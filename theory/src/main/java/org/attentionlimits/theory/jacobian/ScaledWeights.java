package org.attentionlimits.theory.jacobian;

import java.util.Arrays;

/** Sums of {@link SecularRoot} over an array, from its first element to its last. */
final class ScaledWeights {

  private ScaledWeights() {}

  /**
   * The root.
   *
   * @param largest a, the largest weight
   * @param unit b, the second largest weight; zero if it is too small for a double
   * @param others w, the other weights in units of b, [n − 1], the largest being one
   */
  static SecularRoot root(double largest, double unit, double... others) {
    return new SecularRoot(
        largest,
        unit,
        Arrays.stream(others).sum(),
        (origin, offset, sums) -> add(others, origin, offset, sums));
  }

  private static void add(double[] others, double origin, double offset, double[] sums) {
    double sum = 0;
    double slope = 0;
    for (double w : others) {
      double ratio = w / (offset - (origin - w));
      sum += w * ratio;
      slope += ratio * ratio;
    }
    sums[0] = sum;
    sums[1] = slope;
  }
}
