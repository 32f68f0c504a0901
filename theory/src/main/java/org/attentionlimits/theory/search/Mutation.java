package org.attentionlimits.theory.search;

import java.util.Optional;
import java.util.SplittableRandom;
import org.attentionlimits.theory.attention.Movable;
import org.attentionlimits.theory.random.Draws;

/** Random small changes of an instance's numbers, over all orders of magnitude. */
final class Mutation {

  private static final double SMALLEST_STEP = 1e-9;
  private static final double LARGEST_STEP = 3;

  private final SplittableRandom random;
  private final Draws draws;

  Mutation(SplittableRandom random) {
    this.random = random;
    this.draws = new Draws(random);
  }

  /**
   * An instance of the same shape near the given one; empty if the change is not admissible, or if
   * there is no number to change.
   */
  <I extends Movable<I>> Optional<I> step(I instance) {
    double[] numbers = instance.numbers();
    if (numbers.length == 0) {
      return Optional.empty();
    }
    int changes = 1 + random.nextInt(Math.min(3, numbers.length));
    for (int c = 0; c < changes; c++) {
      int i = random.nextInt(numbers.length);
      numbers[i] = changed(numbers, i);
    }
    return instance.moved(numbers);
  }

  private double changed(double[] numbers, int i) {
    double step = draws.logUniform(SMALLEST_STEP, LARGEST_STEP) * random.nextGaussian();
    return switch (random.nextInt(8)) {
      case 0 -> numbers[random.nextInt(numbers.length)];
      case 1 -> -numbers[i];
      case 2, 3, 4 -> numbers[i] * (1 + step);
      default -> numbers[i] + step;
    };
  }
}
