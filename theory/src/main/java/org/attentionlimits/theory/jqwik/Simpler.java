package org.attentionlimits.theory.jqwik;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ShrinkingDistance;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.real.Decimals;

/**
 * Which instance is simpler than which: the smaller shape first; then fewer numbers that are no
 * integers; less to print, zeros before ones before others; and smaller magnitudes.
 */
final class Simpler {

  private static final int MOST_DIGITS = 3;

  /** Drops the last bits of a magnitude, so that distances of several parameters can be added. */
  private static final int DROPPED_BITS = 8;

  private Simpler() {}

  /** How far an instance is from the simplest one. */
  static ShrinkingDistance distance(Instance<?> instance) {
    long fractions = 0;
    long text = 0;
    double magnitude = 0;
    for (double x : instance.numbers()) {
      fractions += x == Math.rint(x) ? 0 : 1;
      text += printed(x);
      magnitude += Math.abs(x) / 2;
    }
    long size = Double.doubleToLongBits(magnitude) >>> DROPPED_BITS;
    return ShrinkingDistance.of(
        Stream.of(
                Arrays.stream(instance.shape()).asLongStream().toArray(),
                new long[] {fractions, text, size})
            .flatMapToLong(Arrays::stream)
            .toArray());
  }

  private static int printed(double x) {
    if (x == 0) {
      return 0;
    }
    return x == 1 ? 1 : 1 + Decimals.print(x).length();
  }

  /** Candidates, the boldest first; some are not simpler. */
  static <I extends Instance<I>> Stream<I> than(I instance) {
    return Stream.of(0, 1)
        .flatMap(step -> step == 0 ? instance.smaller() : simplerNumbers(instance));
  }

  private static <I extends Instance<I>> Stream<I> simplerNumbers(I instance) {
    double[] numbers = instance.numbers();
    Stream<double[]> all =
        IntStream.rangeClosed(0, MOST_DIGITS)
            .mapToObj(digits -> DoubleStream.of(numbers).map(x -> round(x, digits)).toArray());
    return Stream.of(all, singles(numbers), alike(numbers), pairs(numbers))
        .flatMap(candidates -> candidates)
        .flatMap(candidate -> build(instance, candidate).stream());
  }

  private static Stream<double[]> singles(double[] numbers) {
    return IntStream.range(0, numbers.length)
        .boxed()
        .flatMap(i -> simpler(numbers[i]).mapToObj(x -> with(numbers, x, i)));
  }

  /** All numbers of one magnitude at once, as for tokens that must stay tied or opposite. */
  private static Stream<double[]> alike(double[] numbers) {
    return DoubleStream.of(numbers)
        .map(Math::abs)
        .distinct()
        .boxed()
        .flatMap(
            size -> simpler(size).filter(x -> x >= 0).mapToObj(x -> resized(numbers, size, x)));
  }

  private static double[] resized(double[] numbers, double from, double to) {
    return DoubleStream.of(numbers)
        .map(x -> Math.abs(x) == from ? Math.copySign(to, x) : x)
        .toArray();
  }

  /** Two numbers at once, the second set to what the first becomes. */
  private static Stream<double[]> pairs(double[] numbers) {
    return IntStream.range(0, numbers.length)
        .boxed()
        .flatMap(
            i ->
                IntStream.range(i + 1, numbers.length)
                    .boxed()
                    .flatMap(j -> simpler(numbers[i]).mapToObj(x -> with(numbers, x, i, j))));
  }

  private static DoubleStream simpler(double x) {
    DoubleStream rounded =
        IntStream.rangeClosed(1, MOST_DIGITS).mapToDouble(digits -> round(x, digits));
    return DoubleStream.concat(
            DoubleStream.of(0, 1, -1, rootOfMagnitude(x), Math.rint(x), Math.rint(x / 2)),
            DoubleStream.concat(rounded, DoubleStream.of(x - Math.signum(x))))
        .distinct();
  }

  /** The power of ten half as many decades from one, with the sign of x. */
  private static double rootOfMagnitude(double x) {
    double decades = Math.rint(Math.log10(Math.abs(x)) / 2);
    return x == 0 ? 0 : Math.copySign(Math.pow(10, decades), x);
  }

  /** To that many significant digits; to an integer for none. */
  private static double round(double x, int digits) {
    return digits == 0
        ? Math.rint(x)
        : BigDecimal.valueOf(x).round(new MathContext(digits)).doubleValue();
  }

  private static double[] with(double[] numbers, double x, int... places) {
    double[] changed = numbers.clone();
    for (int place : places) {
      changed[place] = x;
    }
    return changed;
  }

  private static <I extends Instance<I>> Optional<I> build(I instance, double[] numbers) {
    try {
      return Optional.of(instance.withNumbers(numbers));
    } catch (IllegalArgumentException notAdmissible) {
      return Optional.empty();
    }
  }
}
