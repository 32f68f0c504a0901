package org.attentionlimits.empirical.model;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Parameters of an untrained GPT-2: matrices of mean 0 and deviation 0.02, gains one, biases zero.
 * Each is drawn when it is asked for, from a generator of its own, so that a large model needs no
 * memory.
 *
 * <p>An element is the sum of four uniform 16-bit draws, centred and scaled: nearly normal, within
 * 3.47 deviations. The draws are the parts of one output of SplitMix64 (Steele, Lea and Flood,
 * 2014, doi:10.1145/2660193.2660195), seeded with 31·seed plus the hash code of the parameter's
 * name; so any language can repeat them bit for bit.
 */
final class RandomWeights implements Weights {

  private static final double DEVIATION = 0.02;

  private static final long MEAN_OF_SUM = 131_070;

  private static final double SCALE = DEVIATION / Math.sqrt((65536.0 * 65536.0 - 1) / 3);

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
        values[i] = (float) ((sumOfFour(random.nextLong()) - MEAN_OF_SUM) * SCALE);
      }
    } else if (name.endsWith(".weight")) {
      Arrays.fill(values, 1f);
    }
    return values;
  }

  private static long sumOfFour(long bits) {
    return (bits & 0xffff)
        + (bits >>> 16 & 0xffff)
        + (bits >>> 32 & 0xffff)
        + (bits >>> 48 & 0xffff);
  }

  @Override
  public void close() {}
}
