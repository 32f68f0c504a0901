package org.attentionlimits.theory.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;

/**
 * Instances of given shapes: a shape alone cannot be made into one, so they are drawn from the
 * space, and made larger or smaller step by step.
 *
 * @param <I> the type of instance
 */
final class Templates<I extends Instance<I>> {

  private static final int DRAWS = 2000;

  /** Most numbers of all instances on a walk: each step ends nearer, but may begin very far. */
  private static final int MOST_NUMBERS = 1_000_000;

  private final Space<I> space;
  private final Map<List<Integer>, I> known = new HashMap<>();

  Templates(Space<I> space) {
    this.space = space;
  }

  /** An instance of the shape, if one was reached. */
  Optional<I> of(List<Integer> shape) {
    if (known.isEmpty()) {
      SplittableRandom random = new SplittableRandom(0);
      Stream<I> drawn = Stream.generate(() -> space.draw(random)).limit(DRAWS);
      Stream.concat(space.landmarks(), space.isExhaustedByLandmarks() ? Stream.empty() : drawn)
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
    long numbers = 0;
    while (at.isPresent() && numbers <= MOST_NUMBERS) {
      I from = at.get();
      numbers += 1 + from.numbers().length;
      known.putIfAbsent(shape(from), from);
      at =
          Stream.concat(from.larger(), from.smaller())
              .filter(next -> distance(next, shape) < distance(from, shape))
              .findFirst();
    }
  }

  private Optional<I> nearest(Stream<I> instances, List<Integer> shape) {
    return instances.min((a, b) -> Integer.compare(distance(a, shape), distance(b, shape)));
  }

  private static List<Integer> shape(Instance<?> instance) {
    return Arrays.stream(instance.shape()).boxed().toList();
  }

  /** Sum of differences; of shapes of different length, that of the length outweighs all. */
  private static int distance(Instance<?> instance, List<Integer> shape) {
    int[] other = instance.shape();
    int common = Math.min(other.length, shape.size());
    int distance = 1000 * Math.abs(other.length - shape.size());
    for (int i = 0; i < common; i++) {
      distance += Math.abs(other[i] - shape.get(i));
    }
    return distance;
  }
}
