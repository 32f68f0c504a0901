package org.attentionlimits.empirical.model;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Parameters of an untrained GPT-2: matrices N(0, 0.02²), gains one, biases zero. Each is drawn
 * when it is asked for, from a generator of its own, so that a large model needs no memory.
 */
final class RandomWeights implements Weights {

  private static final double DEVIATION = 0.02;

  private final Gpt2Config config;
  private final long seed;

  RandomWeights(Gpt2Config config, long seed) {
    this.config = config;
    this.seed = seed;
  }

  @Override
  public String source() {
    return "random weights of seed " + seed;
  }

  @Override
  public float[] values(String name) {
    long[] shape =
        Gpt2Layout.shapes(config).get(name).stream().mapToLong(Long::longValue).toArray();
    long elements = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    float[] values = new float[Math.toIntExact(elements)];
    if (shape.length == 2) {
      SplittableRandom random = new SplittableRandom(31 * seed + name.hashCode());
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (DEVIATION * random.nextGaussian());
      }
    } else if (name.endsWith(".weight")) {
      Arrays.fill(values, 1f);
    }
    return values;
  }

  @Override
  public void close() {}
}
