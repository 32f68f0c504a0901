package org.attentionlimits.theory.search;

import java.util.Optional;
import java.util.SplittableRandom;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.search.measure.Runs;

/**
 * Coordinates of the instances of one shape that know no units. A positive number, as a
 * temperature, is given by its logarithm. The numbers of a run, as the logits, are given in units
 * of their largest, and one more coordinate is the logarithm of that unit. A unit may be tied to
 * the positive number beside the run, so that logits keep their ratio to the temperature.
 *
 * @param <I> the type of instance
 */
final class Chart<I extends Instance<I>> {

  private final I origin;
  private final double[] numbers;
  private final Runs runs;
  private final double[] units;
  private final int[] tiedTo;

  /** Coordinates around an instance; which units are tied is drawn. */
  Chart(I origin, SplittableRandom random) {
    this.origin = origin;
    this.numbers = origin.numbers();
    this.runs = Runs.of(origin);
    this.units = new double[runs.count()];
    this.tiedTo = new int[runs.count()];
    for (int run = 0; run < units.length; run++) {
      int positive = runs.positiveBeside(run);
      double largest = runs.largest(run);
      units[run] = largest > 0 ? largest : positive < 0 ? 1 : numbers[positive];
      tiedTo[run] = random.nextBoolean() ? positive : -1;
    }
  }

  /** Number of coordinates. */
  int dimension() {
    return numbers.length + units.length;
  }

  /** Coordinates of the instance that the chart is around. */
  double[] start() {
    double[] start = new double[dimension()];
    for (int i = 0; i < numbers.length; i++) {
      start[i] = runs.isPositive(i) ? 0 : numbers[i] / units[runs.of(i)];
    }
    return start;
  }

  /** The instance at a point; empty if there is none. */
  Optional<I> at(double... point) {
    double[] changed = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      int run = runs.of(i);
      changed[i] = run < 0 ? numbers[i] * StrictMath.exp(point[i]) : point[i] * unit(run, point);
    }
    return Runs.build(origin, changed);
  }

  private double unit(int run, double... point) {
    double tied = tiedTo[run] < 0 ? 0 : point[tiedTo[run]];
    return units[run] * StrictMath.exp(point[numbers.length + run] + tied);
  }
}
