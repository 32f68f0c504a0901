package org.attentionlimits.theory.search;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.attentionlimits.theory.attention.Movable;
import org.attentionlimits.theory.search.measure.Scored;

/**
 * Climbs from an instance by a method that is drawn: one of {@link Climb}, or a random walk.
 *
 * @param <I> the type of instance
 */
final class Ascent<I extends Movable<I>> {

  private static final double SMALLEST_STEP = 0.01;

  private final Function<I, Scored<I>> score;
  private final Runnable miss;
  private final BooleanSupplier isOver;
  private final SplittableRandom random;
  private final Mutation mutation;

  /**
   * An ascent.
   *
   * @param score called for every instance on the way
   * @param miss called for every step that leads to no instance
   * @param isOver ends a climb
   */
  Ascent(
      Function<I, Scored<I>> score,
      Runnable miss,
      BooleanSupplier isOver,
      SplittableRandom random) {
    this.score = score;
    this.miss = miss;
    this.isOver = isOver;
    this.random = random;
    this.mutation = new Mutation(random);
  }

  /**
   * Climbs.
   *
   * @param evaluations most evaluations, by the number of coordinates
   */
  void from(Scored<I> start, IntUnaryOperator evaluations) {
    Coordinates<I> coordinates = new Coordinates<>(start.instance(), random);
    int most = evaluations.applyAsInt(coordinates.dimension());
    Climb[] climbs = Climb.values();
    int method = random.nextInt(climbs.length + 1);
    if (method < climbs.length && climbs[method].suits(coordinates.dimension())) {
      double size = StrictMath.exp(random.nextDouble(StrictMath.log(SMALLEST_STEP), 0));
      climbs[method].from(coordinates, i -> score.apply(i).ratio(), size, most, random.nextLong());
    } else {
      walk(start, most);
    }
  }

  /** Random changes, each kept if it is not for the worse. */
  private void walk(Scored<I> start, int evaluations) {
    Scored<I> at = start;
    for (int i = 0; i < evaluations && !isOver.getAsBoolean(); i++) {
      Optional<I> step = mutation.step(at.instance());
      if (step.isEmpty()) {
        miss.run();
      } else {
        Scored<I> next = score.apply(step.get());
        at = next.ratio() >= at.ratio() ? next : at;
      }
    }
  }
}
