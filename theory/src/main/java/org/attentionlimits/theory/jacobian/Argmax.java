package org.attentionlimits.theory.jacobian;

import java.util.stream.IntStream;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** The place of the largest weight, and what is left without it. */
final class Argmax {

  private Argmax() {}

  /** Index of the weight of largest midpoint, the lowest of equal ones. */
  static int of(Vec weights) {
    double[] values = weights.values();
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      boolean tied = values[i] == values[best];
      if (values[i] > values[best] || (tied && isAbove(weights.get(i), weights.get(best)))) {
        best = i;
      }
    }
    return best;
  }

  /** Tells midpoints apart that round to the same double. */
  private static boolean isAbove(Real x, Real y) {
    return x.midpoint().certainlyAbove(y.midpoint());
  }

  /** Index of the largest value but at one index, the lowest of equal ones. */
  static int of(double[] values, int except) {
    int best = except == 0 ? 1 : 0;
    for (int i = 0; i < values.length; i++) {
      if (i != except && values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }

  /** All elements but one. */
  static Vec others(Vec weights, int index) {
    return weights.select(IntStream.range(0, weights.size()).filter(i -> i != index).toArray());
  }
}
