package org.attentionlimits.theory.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.random.Space;
import org.attentionlimits.theory.search.measure.Scored;

/**
 * Spends the budget of an attack: known extremes and random instances first, then climbs, each from
 * one of the best instances, or from one token, dimension or selected token more or less, or from
 * the best of a few new ones; between them {@link LongRows} has its share.
 *
 * @param <I> the type of instance
 */
final class Portfolio<I extends Instance<I>> {

  private static final double SHARE_OF_LANDMARKS = 0.2;
  private static final double SHARE_OF_DRAWS = 0.05;
  private static final double SHARE_OF_RESTARTS = 0.2;
  private static final double SHARE_OF_HOPS = 0.4;
  private static final int DRAWS_OF_A_RESTART = 20;
  private static final int NEIGHBOURS = 8;
  private static final int LEAST_OF_A_CLIMB = 20;
  private static final int MOST_DOUBLINGS = 4;

  private final Attack<I> attack;
  private final SplittableRandom random;
  private final Ascent<I> ascent;

  Portfolio(Attack<I> attack, SplittableRandom random) {
    this.attack = attack;
    this.random = random;
    this.ascent = new Ascent<>(attack::score, attack::miss, () -> attack.isOver(1), random);
  }

  /**
   * Runs until the budget is spent.
   *
   * @param known instances of an earlier search, tried first
   */
  void run(Space<I> space, List<I> known) {
    boolean all = space.isExhaustedByLandmarks();
    known.stream().takeWhile(i -> !attack.isOver(1)).forEach(attack::score);
    space
        .landmarks()
        .takeWhile(i -> !attack.isOver(all ? 1 : SHARE_OF_LANDMARKS))
        .forEach(attack::score);
    if (!all) {
      search(space, new LongRows<>(attack, space.recipes(), random.split()));
    }
  }

  private void search(Space<I> space, LongRows<I> longRows) {
    longRows.landmarks(SHARE_OF_LANDMARKS);
    while (!attack.isOver(SHARE_OF_DRAWS)) {
      attack.score(space.draw(random));
    }
    while (!attack.isOver(1)) {
      if (longRows.isDue()) {
        longRows.round();
      } else {
        start(space).ifPresent(this::climb);
      }
    }
  }

  /** Spends the budget on climbs from one instance or what they reach, of its shape. */
  void climbFrom(I instance) {
    Scored<I> start = attack.score(instance);
    while (start.ratio() >= 0 && !attack.isOver(1)) {
      climb(random.nextBoolean() ? start : attack.elites().pick(random));
    }
  }

  private Optional<Scored<I>> start(Space<I> space) {
    if (attack.elites().all().isEmpty() || random.nextDouble() < SHARE_OF_RESTARTS) {
      return restart(space);
    }
    Scored<I> elite = attack.elites().pick(random);
    return random.nextDouble() < SHARE_OF_HOPS ? hop(elite) : Optional.of(elite);
  }

  private Optional<Scored<I>> restart(Space<I> space) {
    return Scored.start(
        IntStream.range(0, DRAWS_OF_A_RESTART)
            .takeWhile(i -> !attack.isOver(1))
            .mapToObj(i -> attack.score(space.draw(random))));
  }

  /** From neighbour to better neighbour of other shapes; at least one step if there is one. */
  private Optional<Scored<I>> hop(Scored<I> elite) {
    Optional<Scored<I>> reached = Optional.empty();
    Optional<Scored<I>> next = bestNeighbour(elite.instance());
    while (next.isPresent()) {
      Scored<I> at = next.get();
      reached = next;
      next = bestNeighbour(at.instance()).filter(n -> n.ratio() > at.ratio() * (1 + Scored.SAME));
    }
    return reached;
  }

  /** The best of some instances of the next shapes. */
  private Optional<Scored<I>> bestNeighbour(I instance) {
    boolean up = random.nextInt(3) > 0;
    List<I> neighbours =
        (up ? instance.larger() : instance.smaller())
            .collect(Collectors.toCollection(ArrayList::new));
    Optional<Scored<I>> best =
        Scored.start(
            IntStream.range(0, NEIGHBOURS)
                .takeWhile(i -> !neighbours.isEmpty())
                .mapToObj(i -> neighbours.remove(random.nextInt(neighbours.size())))
                .map(attack::score));
    if (best.isEmpty()) {
      attack.miss();
    }
    return best;
  }

  private void climb(Scored<I> start) {
    ascent.from(start, this::evaluations);
  }

  private int evaluations(int coordinates) {
    int most = coordinates << random.nextInt(MOST_DOUBLINGS);
    return (int) Math.min(LEAST_OF_A_CLIMB + most, attack.left());
  }
}
