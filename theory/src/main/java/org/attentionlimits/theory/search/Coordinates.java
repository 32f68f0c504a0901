package org.attentionlimits.theory.search;

import java.util.Optional;
import java.util.SplittableRandom;
import org.attentionlimits.theory.attention.Movable;
import org.attentionlimits.theory.search.measure.Blocks;

/**
 * Coordinates of the instances of one shape that do not depend on units. A positive number, as a
 * temperature, is given by its logarithm. The numbers of a block, as the logits, are given in units
 * of their largest, and one more coordinate is the logarithm of that unit. A unit may be tied to
 * the positive number beside the block, so that logits keep their ratio to the temperature.
 *
 * @param <I> the type of instance
 */
final class Coordinates<I extends Movable<I>> {

  private final I origin;
  private final double[] numbers;
  private final Blocks blocks;
  private final double[] units;
  private final int[] tiedTo;

  /** Coordinates around an instance; which units are tied is drawn. */
  Coordinates(I origin, SplittableRandom random) {
    this.origin = origin;
    this.numbers = origin.numbers();
    this.blocks = Blocks.of(origin);
    this.units = new double[blocks.count()];
    this.tiedTo = new int[blocks.count()];
    for (int block = 0; block < units.length; block++) {
      int positive = blocks.positiveBeside(block);
      double largest = blocks.largest(block);
      units[block] = largest > 0 ? largest : positive < 0 ? 1 : numbers[positive];
      tiedTo[block] = random.nextBoolean() ? positive : -1;
    }
  }

  /** Number of coordinates. */
  int dimension() {
    return numbers.length + units.length;
  }

  /** Coordinates of the instance that they are around. */
  double[] start() {
    double[] start = new double[dimension()];
    for (int i = 0; i < numbers.length; i++) {
      start[i] = blocks.isPositive(i) ? 0 : numbers[i] / units[blocks.of(i)];
    }
    return start;
  }

  /** The instance at a point; empty if there is none. */
  Optional<I> at(double... point) {
    double[] changed = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      int block = blocks.of(i);
      changed[i] =
          block < 0 ? numbers[i] * StrictMath.exp(point[i]) : point[i] * unit(block, point);
    }
    return origin.moved(changed);
  }

  private double unit(int block, double... point) {
    double tied = tiedTo[block] < 0 ? 0 : point[tiedTo[block]];
    return units[block] * StrictMath.exp(point[numbers.length + block] + tied);
  }
}
