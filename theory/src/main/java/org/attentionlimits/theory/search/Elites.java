package org.attentionlimits.theory.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.attentionlimits.theory.attention.Movable;
import org.attentionlimits.theory.search.measure.Scored;
import org.attentionlimits.theory.search.measure.Scored.Level;

/**
 * The best instances seen, kept apart by what they are good for: those at which the bound is
 * attained must not crowd out those on their way up elsewhere, nor one shape all others.
 *
 * @param <I> the type of instance
 */
final class Elites<I extends Movable<I>> {

  private static final Map<Level, Integer> MOST =
      Map.of(Level.BELOW, 16, Level.ATTAINED, 8, Level.ABOVE, 8, Level.SAMPLED, 4);

  private static final int MOST_OF_A_SHAPE = 3;

  /** Ratios of one shape that differ by less, relatively, are taken for the same summit. */
  private static final double SUMMIT = 1e-6;

  private final Map<Level, List<Scored<I>>> levels = new EnumMap<>(Level.class);

  Elites() {
    for (Level level : Level.values()) {
      levels.put(level, new ArrayList<>());
    }
  }

  /** All of them. */
  List<Scored<I>> all() {
    return levels.values().stream().flatMap(List::stream).toList();
  }

  /** Whether an instance of this ratio may be worth keeping. */
  boolean wouldKeep(double ratio) {
    return wouldKeep(new Scored<>(null, ratio));
  }

  private boolean wouldKeep(Scored<I> scored) {
    List<Scored<I>> list = levels.get(scored.level());
    return list.size() < MOST.get(scored.level())
        || scored.ratio() > list.get(list.size() - 1).ratio();
  }

  /** Keeps an instance if it is among the best of its level and shape. */
  void offer(Scored<I> scored) {
    if (!wouldKeep(scored)) {
      return;
    }
    List<Scored<I>> list = levels.get(scored.level());
    if (makesRoom(list, scored)) {
      int place = list.size();
      while (place > 0 && list.get(place - 1).ratio() < scored.ratio()) {
        place--;
      }
      list.add(place, scored);
      if (list.size() > MOST.get(scored.level())) {
        list.remove(list.size() - 1);
      }
    }
  }

  /** Removes what the newcomer replaces; false if it does not deserve a place. */
  private boolean makesRoom(List<Scored<I>> list, Scored<I> scored) {
    int[] shape = scored.instance().shape();
    int ofShape = 0;
    int worst = -1;
    for (int i = 0; i < list.size(); i++) {
      Scored<I> other = list.get(i);
      if (Arrays.equals(other.instance().shape(), shape)) {
        if (Math.abs(other.ratio() - scored.ratio()) <= SUMMIT * scored.ratio()) {
          return replaces(list, i, scored);
        }
        ofShape++;
        worst = i;
      }
    }
    return ofShape < MOST_OF_A_SHAPE || replaces(list, worst, scored);
  }

  private static <I> boolean replaces(List<Scored<I>> list, int place, Scored<I> scored) {
    if (scored.ratio() <= list.get(place).ratio()) {
      return false;
    }
    list.remove(place);
    return true;
  }

  /**
   * One of them, of a random level that has any, the better the more often; a sampled one, which
   * takes long and tells little, if there are no others.
   */
  Scored<I> pick(SplittableRandom random) {
    List<List<Scored<I>>> filled =
        levels.entrySet().stream()
            .filter(e -> e.getKey() != Level.SAMPLED)
            .map(Map.Entry::getValue)
            .filter(list -> !list.isEmpty())
            .toList();
    if (filled.isEmpty()) {
      filled = List.of(levels.get(Level.SAMPLED));
    }
    List<Scored<I>> list =
        random.nextBoolean() ? filled.get(0) : filled.get(random.nextInt(filled.size()));
    return list.get((int) (list.size() * random.nextDouble() * random.nextDouble()));
  }
}
