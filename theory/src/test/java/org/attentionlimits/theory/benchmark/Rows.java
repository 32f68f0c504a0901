package org.attentionlimits.theory.benchmark;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Rows of logits to measure on, and the obvious ways to compute of them. */
final class Rows {

  private static final int MOST_ITERATIONS = 10_000;
  private static final double TOLERANCE = 1e-12;

  private Rows() {}

  /** Normal logits of unit variance, the same every time. */
  static double[] logits(int tokens) {
    SplittableRandom random = new SplittableRandom(1);
    return random.doubles(tokens).map(u -> random.nextGaussian()).toArray();
  }

  /** Softmax at T = 1 by its definition, relative to the largest logit. */
  static double[] softmax(double[] logits, double[] weights) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      weights[i] = Math.exp(logits[i] - largest);
      sum += weights[i];
    }
    for (int i = 0; i < logits.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  /** The Jacobian's norm at T = 1 by power iteration, until the estimate settles. */
  static double powerIteration(double... weights) {
    double[] v = new double[weights.length];
    Arrays.setAll(v, i -> i % 2 == 0 ? 1 : -0.5);
    double estimate = 0;
    for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      double next = step(weights, v);
      if (Math.abs(next - estimate) <= TOLERANCE * next) {
        return next;
      }
      estimate = next;
    }
    return estimate;
  }

  /** Replaces v by Jv/‖Jv‖; ‖Jv‖. */
  private static double step(double[] weights, double[] v) {
    double dot = 0;
    for (int i = 0; i < v.length; i++) {
      dot += weights[i] * v[i];
    }
    double squares = 0;
    for (int i = 0; i < v.length; i++) {
      v[i] = weights[i] * (v[i] - dot);
      squares += v[i] * v[i];
    }
    double norm = Math.sqrt(squares);
    for (int i = 0; i < v.length; i++) {
      v[i] /= norm;
    }
    return norm;
  }
}
