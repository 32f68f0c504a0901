package org.attentionlimits.empirical.experiment.suite;

import java.nio.DoubleBuffer;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What {@link JacobianNorms} measures on rows: sums over them, and a maximum.
 *
 * @param rows how many
 * @param norm sum of the spectral norms
 * @param largest the largest norm; 0 of no rows
 * @param entropy sum of the entropies, in nats
 * @param relativeEntropy sum of the entropies over {@code ln n}; a row of one token counts zero
 * @param above for each bound, the number of rows whose norm is certainly above it
 */
record NormSums(
    int rows,
    double norm,
    double largest,
    double entropy,
    double relativeEntropy,
    List<Integer> above) {

  /** Of no rows. */
  static NormSums none(int bounds) {
    return new NormSums(0, 0, 0, 0, 0, IntStream.range(0, bounds).map(i -> 0).boxed().toList());
  }

  /** The sums whose {@link #numbers()} come next in a buffer. */
  static NormSums read(int bounds, DoubleBuffer numbers) {
    return new NormSums(
        (int) numbers.get(),
        numbers.get(),
        numbers.get(),
        numbers.get(),
        numbers.get(),
        IntStream.range(0, bounds).map(i -> (int) numbers.get()).boxed().toList());
  }

  /** All, in the order of the components. */
  double[] numbers() {
    return columns(DoubleStream.of(rows, norm, largest, entropy, relativeEntropy));
  }

  /** The same as means over rows, but for the numbers of rows and the largest norm. */
  double[] means() {
    return columns(
        DoubleStream.of(rows, norm / rows, largest, entropy / rows, relativeEntropy / rows));
  }

  private double[] columns(DoubleStream first) {
    return DoubleStream.concat(first, above.stream().mapToDouble(Integer::intValue)).toArray();
  }

  /** Those of these rows and of others together. */
  NormSums plus(NormSums other) {
    return new NormSums(
        rows + other.rows,
        norm + other.norm,
        Math.max(largest, other.largest),
        entropy + other.entropy,
        relativeEntropy + other.relativeEntropy,
        IntStream.range(0, above.size()).mapToObj(i -> above.get(i) + other.above.get(i)).toList());
  }
}
