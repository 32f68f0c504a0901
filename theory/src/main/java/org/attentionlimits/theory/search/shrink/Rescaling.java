package org.attentionlimits.theory.search.shrink;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.search.measure.Blocks;

/**
 * Instances with several numbers divided by one of them, or by a half or a third of it, as 1.5 and
 * 1 that become 3 and 2: all, a block, a block and a positive number, as the logits and the
 * temperature, or all from one positive number to another, as lengths; then rounded.
 */
final class Rescaling {

  private static final int MOST_UNITS = 6;

  private Rescaling() {}

  static <I extends Instance<I>> Stream<I> of(I instance) {
    double[] numbers = instance.numbers();
    double[] units =
        Arrays.stream(numbers)
            .map(Math::abs)
            .filter(x -> x > 0)
            .distinct()
            .limit(MOST_UNITS)
            .flatMap(x -> DoubleStream.of(x, x / 2, x / 3))
            .filter(x -> x != 1)
            .distinct()
            .toArray();
    return families(Blocks.of(instance), numbers.length)
        .flatMap(family -> Arrays.stream(units).mapToObj(unit -> divided(numbers, family, unit)))
        .flatMap(divided -> Stream.concat(Stream.of(divided), Simplification.rounded(divided)))
        .flatMap(candidate -> instance.moved(candidate).stream());
  }

  /** Which numbers are divided together. */
  static Stream<IntPredicate> families(Blocks blocks, int count) {
    IntPredicate all = i -> true;
    Stream<IntPredicate> parts =
        IntStream.range(0, blocks.count())
            .boxed()
            .flatMap(
                block ->
                    Stream.concat(
                        Stream.<IntPredicate>of(i -> blocks.of(i) == block),
                        IntStream.range(0, count)
                            .filter(blocks::isPositive)
                            .mapToObj(p -> (IntPredicate) i -> i == p || blocks.of(i) == block)));
    return Stream.of(Stream.of(all), parts, spans(blocks, count)).flatMap(s -> s);
  }

  private static Stream<IntPredicate> spans(Blocks blocks, int count) {
    return IntStream.range(0, count)
        .filter(blocks::isPositive)
        .boxed()
        .flatMap(
            from ->
                IntStream.range(from + 1, count)
                    .filter(blocks::isPositive)
                    .mapToObj(to -> (IntPredicate) i -> from <= i && i <= to));
  }

  static double[] divided(double[] numbers, IntPredicate family, double unit) {
    return IntStream.range(0, numbers.length)
        .mapToDouble(i -> family.test(i) ? numbers[i] / unit : numbers[i])
        .toArray();
  }
}
