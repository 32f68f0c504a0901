package org.attentionlimits.theory.jqwik;

import java.util.Arrays;
import java.util.stream.LongStream;
import net.jqwik.api.ShrinkingDistance;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.search.measure.Simplicity;

/** The order of {@link Simplicity} as jqwik wants it. */
final class Simpler {

  /** Drops the last bits of a magnitude, so that distances of several parameters can be added. */
  private static final int DROPPED_BITS = 8;

  private Simpler() {}

  /** How far an instance is from the simplest one. */
  static ShrinkingDistance distance(Instance<?> instance) {
    double[] cost = Simplicity.cost(instance.numbers());
    long size = Double.doubleToLongBits(cost[2]) >>> DROPPED_BITS;
    return ShrinkingDistance.of(
        LongStream.concat(
                Arrays.stream(instance.shape()).asLongStream(),
                LongStream.of((long) cost[0], (long) cost[1], size))
            .toArray());
  }
}
