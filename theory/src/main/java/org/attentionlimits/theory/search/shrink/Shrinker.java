package org.attentionlimits.theory.search.shrink;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.search.measure.Lengths;
import org.attentionlimits.theory.search.measure.Simplicity;

/**
 * Makes a counterexample smaller for as long as it stays one. Steps are taken greedily; then the
 * simplest instances are gone through, so that the result is the simplest among those of {@link
 * SmallSpace}, and one from which no single step leads to a simpler counterexample.
 *
 * @param <I> the type of instance
 */
public final class Shrinker<I extends Instance<I>> {

  private static final int MOST_STEPS = 1000;

  private final Predicate<I> violates;
  private final SmallSpace<I> simplest;

  /**
   * A shrinker.
   *
   * @param violates whether an instance is a counterexample; false for inadmissible ones
   */
  public Shrinker(Predicate<I> violates) {
    this.violates = violates;
    this.simplest = new SmallSpace<>(violates);
  }

  /** The smallest counterexample reached from one. */
  public I shrink(I counterexample) {
    I descended = descend(counterexample);
    if (Lengths.isLong(descended)) {
      return descended;
    }
    return simplest.simplerThan(descended).map(this::descend).orElse(descended);
  }

  /**
   * The smallest counterexample reached from one by single steps. After a step, those tried before
   * it come last, since they are likely to fail again.
   */
  public I descend(I counterexample) {
    I current = counterexample;
    int from = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      List<I> simpler = simplerThan(current);
      OptionalInt place = firstViolation(simpler, from);
      if (place.isEmpty()) {
        return current;
      }
      I next = simpler.get(place.getAsInt());
      from = Arrays.equals(next.shape(), current.shape()) ? place.getAsInt() : 0;
      current = next;
    }
    return current;
  }

  private OptionalInt firstViolation(List<I> instances, int from) {
    int count = instances.size();
    return IntStream.range(0, count)
        .map(i -> (from + i) % count)
        .filter(i -> violates.test(instances.get(i)))
        .findFirst();
  }

  private List<I> simplerThan(I current) {
    return Stream.of(0, 1, 2)
        .flatMap(kind -> candidates(current, kind))
        .filter(candidate -> Simplicity.ORDER.compare(candidate, current) < 0)
        .toList();
  }

  private Stream<I> candidates(I current, int kind) {
    return switch (kind) {
      case 0 -> current.equivalent();
      case 1 -> Simplification.of(current);
      default -> Lengths.isLong(current) ? Stream.empty() : Rescaling.of(current);
    };
  }
}
