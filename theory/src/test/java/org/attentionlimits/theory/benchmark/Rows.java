package org.attentionlimits.theory.benchmark;

import java.util.SplittableRandom;

/** Rows of logits to measure on. */
final class Rows {

  private Rows() {}

  /** Normal logits of unit variance, the same every time. */
  static double[] logits(int tokens) {
    SplittableRandom random = new SplittableRandom(1);
    return random.doubles(tokens).map(u -> random.nextGaussian()).toArray();
  }
}
