package org.attentionlimits.theory.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.random.Space;

/** Many draws with a fixed seed, and what they are like together. */
public final class Samples {

  private static final int MANY = 12_000;

  private Samples() {}

  public static <I extends Instance<I>> List<I> of(Space<I> space) {
    return of(space::draw);
  }

  public static <T> List<T> of(Function<SplittableRandom, T> draw) {
    return of(MANY, draw);
  }

  public static <T> List<T> of(int count, Function<SplittableRandom, T> draw) {
    SplittableRandom random = new SplittableRandom(5);
    return Stream.generate(() -> draw.apply(random)).limit(count).toList();
  }

  public static <T> List<T> those(List<T> samples, Predicate<? super T> kind) {
    return samples.stream().filter(kind).toList();
  }

  /** That a share of the samples, given within five standard deviations, is of a kind. */
  public static <T> void assertShare(List<T> samples, double share, Predicate<? super T> kind) {
    double deviation = 5 * Math.sqrt(share * (1 - share) / samples.size());
    assertThat((double) those(samples, kind).size() / samples.size())
        .isCloseTo(share, within(deviation));
  }

  /** That every integer from the least to the most occurs and no other. */
  public static <T> void assertAllFrom(
      int least, int most, List<T> samples, ToIntFunction<? super T> value) {
    assertThat(samples.stream().mapToInt(value).distinct().sorted().toArray())
        .isEqualTo(IntStream.rangeClosed(least, most).toArray());
  }

  /** That the logarithms are uniform between those of the ends, by ranges and by tenths. */
  public static <T> void assertLogUniform(
      double from, double to, List<T> samples, ToDoubleFunction<? super T> value) {
    List<Double> all =
        samples.stream()
            .map(sample -> Math.log(value.applyAsDouble(sample) / from) / Math.log(to / from))
            .toList();
    assertThat(all).hasSizeGreaterThan(100).allMatch(x -> x > -1e-9 && x < 1 + 1e-9);
    assertShare(all, 0.1, x -> x < 0.1);
    assertShare(all, 0.5, x -> x < 0.5);
    assertShare(all, 0.1, x -> x > 0.9);
  }

  /** That the numbers are like normal ones of mean zero. */
  public static void assertNormal(double scale, List<Double> samples) {
    assertShare(samples, 0.5, x -> x > 0);
    assertShare(samples, 0.6827, x -> Math.abs(x) < scale);
    assertShare(samples, 0.0455, x -> Math.abs(x) > 2 * scale);
  }

  /** Whether the numbers are 0, s, 2 s, ... for a positive s, three at least. */
  public static boolean isLadder(double... numbers) {
    return numbers.length > 2
        && numbers[1] > 0
        && IntStream.range(0, numbers.length)
            .allMatch(i -> Math.abs(numbers[i] - i * numbers[1]) <= 1e-12 * i * numbers[1]);
  }
}
