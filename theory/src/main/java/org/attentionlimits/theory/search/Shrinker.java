package org.attentionlimits.theory.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;

/**
 * Makes a counterexample smaller for as long as it stays one: structural steps first, then simpler
 * numbers, one at a time, in pairs, and all at once. Greedy: the result is one from which no single
 * such step leads to a simpler counterexample.
 *
 * @param <I> the type of instance
 */
final class Shrinker<I extends Instance<I>> {

  private static final int MOST_DIGITS = 6;

  /** Numbers up to this are also tried one less in magnitude; larger ones are halved or rounded. */
  private static final double COUNTABLE = 10;

  private static final int MOST_STEPS = 1000;

  private final Predicate<I> violates;

  /**
   * A shrinker.
   *
   * @param violates whether an instance is a counterexample; false for inadmissible ones
   */
  Shrinker(Predicate<I> violates) {
    this.violates = violates;
  }

  /** The smallest counterexample reached from one. */
  I shrink(I counterexample) {
    I current = counterexample;
    Optional<I> next = simplerThan(current);
    for (int step = 0; next.isPresent() && step < MOST_STEPS; step++) {
      current = next.get();
      next = simplerThan(current);
    }
    return current;
  }

  private Optional<I> simplerThan(I current) {
    return Stream.<Stream<I>>of(
            Stream.of(current).flatMap(Instance::smaller),
            Stream.of(current).flatMap(Instance::equivalent),
            Stream.of(current).flatMap(this::simplerNumbers))
        .flatMap(s -> s)
        .filter(candidate -> Simplicity.ORDER.compare(candidate, current) < 0)
        .filter(violates)
        .findFirst();
  }

  private Stream<I> simplerNumbers(I instance) {
    double[] numbers = instance.numbers();
    int count = numbers.length;
    Stream<double[]> all =
        IntStream.rangeClosed(1, MOST_DIGITS)
            .mapToObj(digits -> DoubleStream.of(numbers).map(x -> round(x, digits)).toArray());
    Stream<double[]> single =
        IntStream.range(0, count)
            .boxed()
            .flatMap(i -> simpler(numbers[i]).mapToObj(x -> with(numbers, x, i)));
    Stream<double[]> pairs =
        IntStream.range(0, count)
            .boxed()
            .flatMap(
                i -> IntStream.range(i + 1, count).boxed().flatMap(j -> together(numbers, i, j)));
    return Stream.of(all, single, pairs)
        .flatMap(s -> s)
        .map(candidate -> build(instance, candidate))
        .filter(Objects::nonNull);
  }

  /** Two numbers set to the same simpler one, or to it and its opposite. */
  private static Stream<double[]> together(double[] numbers, int i, int j) {
    return simpler(numbers[i])
        .boxed()
        .flatMap(x -> Stream.of(with(numbers, x, i, j), with(with(numbers, x, i), -x, j)));
  }

  private static DoubleStream simpler(double x) {
    DoubleStream rounded =
        IntStream.rangeClosed(1, MOST_DIGITS).mapToDouble(digits -> round(x, digits));
    double less = Math.abs(x) <= COUNTABLE ? x - Math.signum(x) : Math.rint(x / 2);
    return DoubleStream.concat(
            DoubleStream.of(0, 1, -1, Math.rint(x), Math.rint(x / 2), less), rounded)
        .distinct();
  }

  private static double round(double x, int digits) {
    return BigDecimal.valueOf(x).round(new MathContext(digits)).doubleValue();
  }

  private static double[] with(double[] numbers, double x, int... places) {
    double[] changed = numbers.clone();
    for (int place : places) {
      changed[place] = x;
    }
    return changed;
  }

  private I build(I instance, double[] numbers) {
    if (Arrays.stream(numbers).anyMatch(x -> !Double.isFinite(x))) {
      return null;
    }
    try {
      return instance.withNumbers(numbers);
    } catch (IllegalArgumentException notAdmissible) {
      return null;
    }
  }
}
