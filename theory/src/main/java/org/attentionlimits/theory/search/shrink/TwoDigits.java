package org.attentionlimits.theory.search.shrink;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Decimals;
import org.attentionlimits.theory.search.measure.Blocks;
import org.attentionlimits.theory.search.measure.Deadline;
import org.attentionlimits.theory.search.measure.Scored;

/**
 * Looks for a violation among the instances whose numbers have at most two significant digits: it
 * rounds, and then changes one number after another by one in its last digit for as long as the
 * ratio of left to right grows.
 *
 * @param <I> the type of instance
 */
public final class TwoDigits<I extends Instance<I>> {

  private static final int DIGITS = 2;
  private static final int EVALUATIONS = 3000;

  /** Units between two powers of ten, in which what is large rounds differently. */
  private static final double[] UNITS = {1.3, 1.7, 2.2, 3, 4, 5.5, 7.5};

  private final Claim<I> claim;
  private final Predicate<I> violates;
  private final Deadline clock;
  private int left = EVALUATIONS;

  public TwoDigits(Claim<I> claim, Predicate<I> violates, Deadline clock) {
    this.claim = claim;
    this.violates = violates;
    this.clock = clock;
  }

  /** Whether all numbers of an instance have at most two significant digits. */
  public static boolean suffice(Instance<?> instance) {
    return Arrays.stream(instance.numbers()).allMatch(x -> Decimals.significantDigits(x) <= DIGITS);
  }

  /** A violation near an instance, or near one that is equivalent to it but for the units. */
  public Optional<I> near(I instance) {
    return Stream.concat(Stream.of(instance), instance.equivalent())
        .flatMap(start -> Stream.concat(Stream.of(start), inOtherUnits(start)))
        .flatMap(start -> rounded(start).stream())
        .flatMap(start -> climb(start).stream())
        .findFirst();
  }

  private Stream<I> inOtherUnits(I instance) {
    double[] numbers = instance.numbers();
    return Rescaling.families(Blocks.of(instance), numbers.length)
        .flatMap(
            family ->
                Arrays.stream(UNITS)
                    .mapToObj(unit -> Rescaling.divided(numbers, family, unit))
                    .flatMap(divided -> instance.moved(divided).stream()));
  }

  private Optional<I> rounded(I instance) {
    double[] numbers =
        Arrays.stream(instance.numbers()).map(x -> Simplification.round(x, DIGITS)).toArray();
    return instance.moved(numbers);
  }

  private Optional<I> climb(I start) {
    I at = start;
    double ratio = ratio(at);
    Optional<Scored<I>> next = Optional.of(new Scored<>(at, ratio));
    while (next.isPresent() && left > 0) {
      at = next.get().instance();
      if (violates.test(at)) {
        return Optional.of(at);
      }
      double reached = next.get().ratio();
      next = best(at).filter(scored -> scored.ratio() > reached);
    }
    return Optional.empty();
  }

  private Optional<Scored<I>> best(I at) {
    return neighbours(at)
        .map(neighbour -> new Scored<>(neighbour, ratio(neighbour)))
        .max((a, b) -> Double.compare(a.ratio(), b.ratio()));
  }

  private Stream<I> neighbours(I at) {
    double[] numbers = at.numbers();
    return IntStream.range(0, numbers.length)
        .boxed()
        .flatMap(
            i ->
                beside(numbers[i])
                    .mapToObj(x -> Simplification.with(numbers, x, i))
                    .flatMap(changed -> at.moved(changed).stream()));
  }

  /** The next numbers of two digits above and below, and those of one digit. */
  private static DoubleStream beside(double x) {
    double unit = x == 0 ? 0.1 : StrictMath.pow(10, Math.floor(StrictMath.log10(Math.abs(x))) - 1);
    return DoubleStream.of(x + unit, x - unit, x + 10 * unit, x - 10 * unit, 0)
        .map(near -> Simplification.round(near, DIGITS))
        .filter(near -> near != x)
        .distinct();
  }

  /** Zero where it is not known. */
  private double ratio(I instance) {
    if (left <= 0 || clock.isUp() || !claim.admits(instance)) {
      return 0;
    }
    left--;
    double ratio = claim.evaluateAdmitted(instance, Arithmetic.BINARY64).ratio();
    return ratio > 0 ? ratio : 0;
  }
}
