package org.attentionlimits.theory.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class DescendingProperties {

  /** Few values, so that many are equal; half of the zeros are negative. */
  @Property
  void theOrderIsTheStableOne(
      @ForAll @Size(max = 40) List<@DoubleRange(min = -3, max = 3) Double> drawn) {
    double[] keys = drawn.stream().mapToDouble(Math::rint).toArray();
    int[] stable =
        IntStream.range(0, keys.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -keys[i]))
            .mapToInt(i -> i)
            .toArray();

    assertThat(Descending.order(keys)).containsExactly(stable);
  }
}
