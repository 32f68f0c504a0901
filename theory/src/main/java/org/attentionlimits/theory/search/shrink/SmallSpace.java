package org.attentionlimits.theory.search.shrink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.search.measure.Simplicity;

/**
 * The simplest instances of the shapes that an instance can be made smaller to: all whose numbers
 * are integers from −3 to 3, in the order of {@link Simplicity}, as far as a number of them.
 *
 * @param <I> the type of instance
 */
final class SmallSpace<I extends Instance<I>> {

  /** Instances tried of one shape, and of all. */
  private static final int MOST_OF_A_SHAPE = 1000;

  private static final int MOST_OF_ALL = 8000;
  private static final int MOST_SHAPES = 64;

  /** So many choices of numbers, which may make no instance, count as one tried. */
  private static final int NO_INSTANCES = 10;

  private static final double[] INTEGERS = {0, 1, 2, 3, -1, -2, -3};

  private final Predicate<I> violates;

  SmallSpace(Predicate<I> violates) {
    this.violates = violates;
  }

  /** The simplest that violates and is simpler than the instance; empty if there is none. */
  Optional<I> simplerThan(I instance) {
    int left = MOST_OF_ALL;
    for (I shape : shapes(instance)) {
      Scan scan = new Scan(shape, instance, Math.min(left, MOST_OF_A_SHAPE));
      scan.run();
      if (scan.best != null) {
        return Optional.of(scan.best);
      }
      left -= scan.tried;
    }
    return Optional.empty();
  }

  /** An instance of each shape that can be reached, the smallest first. */
  private List<I> shapes(I instance) {
    Map<List<Integer>, I> reached = new LinkedHashMap<>();
    List<I> open = new ArrayList<>(List.of(instance));
    for (int i = 0; i < open.size() && reached.size() < MOST_SHAPES; i++) {
      I next = open.get(i);
      if (reached.putIfAbsent(Arrays.stream(next.shape()).boxed().toList(), next) == null) {
        next.smaller().forEach(open::add);
      }
    }
    return reached.values().stream()
        .sorted((a, b) -> Arrays.compare(a.shape(), b.shape()))
        .toList();
  }

  /** Goes through the numbers of one shape in the order of what there is to print. */
  private final class Scan {
    private final I shape;
    private final int most;
    private final double[] numbers;
    private I than;
    private I best;
    private boolean passed;
    private boolean exhausted;
    private int tried;
    private int seen;

    private Scan(I shape, I than, int most) {
      this.shape = shape;
      this.than = than;
      this.most = most;
      this.numbers = new double[shape.numbers().length];
    }

    private void run() {
      for (int cost = 0; best == null && !passed && !exhausted && tried < most; cost++) {
        exhausted = true;
        place(0, cost);
      }
    }

    /** Sets the numbers from a place on to all that print as the cost. */
    private void place(int from, int cost) {
      if (from == numbers.length) {
        exhausted = false;
        consider();
        return;
      }
      for (double x : INTEGERS) {
        int rest = cost - Simplicity.printed(x);
        boolean last = from + 1 == numbers.length;
        if (tried < most && (last ? rest == 0 : rest >= 0)) {
          numbers[from] = x;
          place(from + 1, rest);
        }
      }
    }

    private void consider() {
      I candidate = shape.moved(numbers.clone()).orElse(null);
      tried += ++seen % NO_INSTANCES == 0 ? 1 : 0;
      if (candidate == null) {
        return;
      }
      tried++;
      if (Simplicity.ORDER.compare(candidate, than) >= 0) {
        passed |= Simplicity.text(numbers) > Simplicity.text(than.numbers());
      } else if (violates.test(candidate)) {
        best = candidate;
        than = candidate;
      }
    }
  }
}
