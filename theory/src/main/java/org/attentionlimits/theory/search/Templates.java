package org.attentionlimits.theory.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.search.space.Space;

/**
 * Instances of given shapes: a shape alone cannot be made into one, so they are drawn from the
 * space, and made larger or smaller step by step.
 *
 * @param <I> the type of instance
 */
final class Templates<I extends Instance<I>> {

  private static final int LANDMARKS = 10_000;
  private static final int DRAWS = 2000;

  /** Most numbers of all instances made on walks: each step ends nearer, but may begin far. */
  private static final int MOST_NUMBERS = 2_000_000;

  private final Space<I> space;
  private final Map<List<Integer>, I> known = new HashMap<>();
  private final AtomicLong left = new AtomicLong(MOST_NUMBERS);

  Templates(Space<I> space) {
    this.space = space;
  }

  /** An instance of the shape, if one was reached. */
  Optional<I> of(List<Integer> shape) {
    if (known.isEmpty()) {
      SplittableRandom random = new SplittableRandom(0);
      Stream<I> drawn = Stream.generate(() -> space.draw(random)).limit(DRAWS);
      Stream.concat(
              space.landmarks().limit(LANDMARKS),
              space.isExhaustedByLandmarks() ? Stream.empty() : drawn)
          .forEach(i -> known.putIfAbsent(shape(i), i));
    }
    if (!known.containsKey(shape)) {
      walkTo(shape);
    }
    return Optional.ofNullable(known.get(shape));
  }

  /** From the nearest of the known shapes, each step to a nearer one. */
  private void walkTo(List<Integer> shape) {
    Optional<I> at = nearest(known.values().stream(), shape);
    while (at.isPresent()) {
      I from = at.get();
      known.putIfAbsent(shape(from), from);
      long far = distance(from, shape);
      at = nearer(from.larger(), shape, far).or(() -> nearer(from.smaller(), shape, far));
    }
  }

  /**
   * The first of some steps that is nearer. The larger and the smaller ones are not put together,
   * since a stream of streams makes all instances of one kind of step to give the first.
   */
  private Optional<I> nearer(Stream<I> steps, List<Integer> shape, long far) {
    return steps
        .takeWhile(next -> left.addAndGet(-1 - next.numbers().length) >= 0)
        .filter(next -> distance(next, shape) < far)
        .findFirst();
  }

  private Optional<I> nearest(Stream<I> instances, List<Integer> shape) {
    return instances.min((a, b) -> Long.compare(distance(a, shape), distance(b, shape)));
  }

  private static List<Integer> shape(Instance<?> instance) {
    return Arrays.stream(instance.shape()).boxed().toList();
  }

  /** Sum of differences; of shapes of different length, that of the length outweighs all. */
  private static long distance(Instance<?> instance, List<Integer> shape) {
    int[] other = instance.shape();
    int common = Math.min(other.length, shape.size());
    long distance = 1000L * Math.abs(other.length - shape.size());
    for (int i = 0; i < common; i++) {
      distance += Math.abs((long) other[i] - shape.get(i));
    }
    return distance;
  }
}
