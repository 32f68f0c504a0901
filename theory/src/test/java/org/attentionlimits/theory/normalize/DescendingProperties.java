package org.attentionlimits.theory.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

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

  /** Places on a grid, so that enclosures touch, are equal, are nested or overlap in chains. */
  @Property
  void theKthElementEnclosesTheKthLargestNumber(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 8) Integer> ends,
      @ForAll Random random) {
    for (Arithmetic arithmetic : List.of(Arithmetic.BINARY64, Arithmetic.exact(30))) {
      double[] lower = ends.stream().mapToDouble(end -> end).toArray();
      double[] upper = DoubleStream.of(lower).map(end -> end + random.nextInt(4)).toArray();
      double[] truth =
          IntStream.range(0, lower.length)
              .mapToDouble(i -> lower[i] + random.nextDouble() * (upper[i] - lower[i]))
              .sorted()
              .toArray();
      Vec sorted = Descending.of(enclosures(arithmetic, lower, upper)).sorted();

      for (int k = 0; k < truth.length; k++) {
        BigDecimal kth = new BigDecimal(truth[truth.length - 1 - k]);
        assertThat(sorted.get(k).lower()).isLessThanOrEqualTo(kth);
        assertThat(sorted.get(k).upper()).isGreaterThanOrEqualTo(kth);
      }
    }
  }

  private static Vec enclosures(Arithmetic arithmetic, double[] lower, double[] upper) {
    return arithmetic.vector(
        IntStream.range(0, lower.length)
            .mapToObj(i -> arithmetic.input(lower[i]).hull(arithmetic.input(upper[i])))
            .toArray(Real[]::new));
  }

  @Example
  void disjointEnclosuresStayAsTheyAre() {
    Vec values = enclosures(Arithmetic.BINARY64, new double[] {1, 5, 3}, new double[] {2, 6, 4});

    assertThat(Descending.of(values).sorted().values()).containsExactly(5.5, 3.5, 1.5);
    assertThat(Descending.of(values).sorted().get(0).radius()).isEqualTo(0.5);
  }

  /** A millionth of a billionth apart: no double tells them apart. */
  @Example
  void decimalsWhoseDoublesAreEqualStayApart() {
    Arithmetic decimals = Arithmetic.exact(40);
    Real one = decimals.of(1);
    Real more = one.plus(decimals.ratio(1, 1L << 60).dividedBy(1L << 30));
    Vec sorted = Descending.of(decimals.vector(one, more, one)).sorted();

    assertThat(sorted.get(0).minus(more).abs().upper()).isLessThan(new BigDecimal("1e-40"));
    assertThat(sorted.get(1).minus(one).abs().upper()).isLessThan(new BigDecimal("1e-40"));
    assertThat(sorted.get(2).minus(one).abs().upper()).isLessThan(new BigDecimal("1e-40"));
  }

  /** A million comparisons do; all pairs of them would be 10¹². */
  @Example
  void manyEqualEnclosuresAreSortedInOnePass() {
    double[] lower = new double[1_000_000];
    double[] upper = new double[lower.length];
    Arrays.fill(upper, 1);
    Vec values = enclosures(Arithmetic.BINARY64, lower, upper);

    assertThat(Descending.of(values).sorted().get(0).radius()).isEqualTo(0.5);
  }
}
