package org.attentionlimits.theory.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.chance.Bounds;
import org.attentionlimits.theory.chance.ClopperPearson;
import org.attentionlimits.theory.chance.Estimate;
import org.attentionlimits.theory.chance.Sampling;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * Probabilities of {@link Separability}, from a sample of independent trials. Lengths within {@code
 * margin} of the boundary count as on either side.
 */
final class SeparabilitySample {

  /** The rounding of a walk's lengths, at most 4e-8 as {@link SphericalWalk} says, relative. */
  private static final double ROUNDING = 1e-7;

  private static final ClopperPearson INTERVALS =
      new ClopperPearson(Sampling.DRAWS, Sampling.DOUBT);

  private final SphericalRow row;
  private final Arithmetic arithmetic;
  private final double[] selected;
  private final double[] others;
  private final double ball;
  private final double margin;

  /** Weights and the ball's radius in units of M; the row seeds the sample. */
  SeparabilitySample(SphericalRow row, Vec selected, Vec others, Real ball) {
    this.row = row;
    this.arithmetic = ball.arithmetic();
    this.selected = selected.values();
    this.others = others.values();
    this.ball = ball.value();
    double size = Arrays.stream(this.selected).sum() + Arrays.stream(this.others).sum();
    this.margin = ROUNDING * (size + this.ball) + radii(selected) + radii(others) + ball.radius();
  }

  /** How far from the boundary a length must be to count on its side. */
  double margin() {
    return margin;
  }

  private static double radii(Vec weights) {
    return IntStream.range(0, weights.size()).mapToDouble(i -> weights.get(i).radius()).sum();
  }

  private SphericalWalk walk() {
    return new SphericalWalk(row.dimension(), Sampling.random(row, arithmetic));
  }

  /** Without a margin, the weights being unbounded, nothing was learnt. */
  private Estimate estimate(int least, int most) {
    return margin <= Double.MAX_VALUE
        ? Estimate.sampled(INTERVALS.interval(least, most), arithmetic)
        : Estimate.exact(new Bounds(0, 1).enclosed(arithmetic));
  }

  /** Mean over some tokens i of {@code P(‖s − y_i‖ ≤ r)}: i is drawn too. */
  Estimate within(int... tokens) {
    SphericalWalk walk = walk();
    int least = 0;
    int most = 0;
    for (int draw = 0; draw < Sampling.DRAWS; draw++) {
      double length = without(tokens[walk.random().nextInt(tokens.length)], walk);
      least += length <= ball - margin ? 1 : 0;
      most += length > ball + margin ? 0 : 1;
    }
    return estimate(least, most);
  }

  /** {@code ‖s − y_i‖}. */
  private double without(int token, SphericalWalk walk) {
    double length = 0;
    for (int j = 0; j < selected.length; j++) {
      length = j == token ? length : walk.step(length, selected[j]);
    }
    return length;
  }

  /** The same, with every token that is not selected outside the ball. */
  Estimate withinAlone(int... tokens) {
    SphericalWalk walk = walk();
    int least = 0;
    int most = 0;
    for (int draw = 0; draw < Sampling.DRAWS; draw++) {
      int token = tokens[walk.random().nextInt(tokens.length)];
      double length = without(token, walk);
      if (!(length > ball + margin)) {
        double nearest = nearestOther(walk.step(length, selected[token]), walk);
        least += length <= ball - margin && nearest > ball + margin ? 1 : 0;
        most += nearest > ball - margin ? 1 : 0;
      }
    }
    return estimate(least, most);
  }

  /** The least {@code ‖s − y_j‖}, given {@code ‖s‖}; any within the ball will do. */
  private double nearestOther(double context, SphericalWalk walk) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int j = 0; j < others.length && nearest > ball - margin; j++) {
      nearest = Math.min(nearest, walk.step(context, others[j]));
    }
    return nearest;
  }

  /** {@code P(‖s − y_i‖ ≤ r)} of each of some tokens, every one at the full number of trials. */
  List<Estimate> withinEach(int... tokens) {
    SphericalWalk walk = walk();
    int[] least = new int[tokens.length];
    int[] most = new int[tokens.length];
    for (int draw = 0; draw < Sampling.DRAWS; draw++) {
      double[] before = partial(walk, false);
      double[] after = partial(walk, true);
      for (int k = 0; k < tokens.length; k++) {
        double length = walk.step(before[tokens[k]], after[tokens[k]]);
        least[k] += length <= ball - margin ? 1 : 0;
        most[k] += length > ball + margin ? 0 : 1;
      }
    }
    List<Estimate> estimates = new ArrayList<>();
    for (int k = 0; k < tokens.length; k++) {
      estimates.add(estimate(least[k], most[k]));
    }
    return estimates;
  }

  /** Lengths of the sums of the vectors before each token, or after it. */
  private double[] partial(SphericalWalk walk, boolean after) {
    int n = selected.length;
    double[] lengths = new double[n];
    double length = 0;
    for (int k = 0; k < n - 1; k++) {
      length = walk.step(length, selected[after ? n - 1 - k : k]);
      lengths[after ? n - 2 - k : k + 1] = length;
    }
    return lengths;
  }
}
