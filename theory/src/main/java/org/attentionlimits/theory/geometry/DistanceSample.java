package org.attentionlimits.theory.geometry;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.chance.Bounds;
import org.attentionlimits.theory.chance.EmpiricalBernstein;
import org.attentionlimits.theory.chance.Estimate;
import org.attentionlimits.theory.chance.Sampling;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * {@code E d̃} of {@link RandomSelection} from a sample. A random N-subset with a random token
 * outside it is a random ordered (N+1)-subset, and {@code E d̃ = (n−N) E‖s − y_j‖}: so that a draw
 * costs N additions however many tokens there are.
 */
final class DistanceSample {

  /** The rounding of a distance relative to the lengths that were added, for up to 10⁵ of them. */
  private static final double ROUNDING = 1e-10;

  /** Sums of squares between these have lost nothing to underflow or overflow. */
  private static final double SMALL_SQUARES = 1e-280;

  private static final double LARGE_SQUARES = 1e280;

  private final EmbeddedRow row;
  private final Arithmetic arithmetic;
  private final double[][] contributions;
  private final double slack;

  DistanceSample(EmbeddedRow row, Arithmetic arithmetic, Vec... contributions) {
    this.row = row;
    this.arithmetic = arithmetic;
    this.contributions = Arrays.stream(contributions).map(Vec::values).toArray(double[][]::new);
    this.slack =
        Arrays.stream(contributions).mapToDouble(DistanceSample::radius).max().orElseThrow();
  }

  /** Not below the norm of the elements' radii. */
  private static double radius(Vec vector) {
    return IntStream.range(0, vector.size()).mapToDouble(k -> vector.get(k).radius()).sum();
  }

  /** The interval; nothing is known if contributions are unbounded or distances may overflow. */
  Estimate expectedDistance() {
    int terms = row.selected() + 1;
    double longest = largestSum(terms);
    double margin = terms * slack + ROUNDING * longest;
    double others = row.tokens() - row.selected();
    if (!(others * (longest + margin) <= Double.MAX_VALUE)) {
      return Estimate.exact(unbounded());
    }
    Bounds mean = EmpiricalBernstein.interval(longest, Sampling.DOUBT, draws(longest));
    Bounds widened =
        new Bounds(
            Math.max(0, others * (mean.lower() - margin)) * (1 - ROUNDING),
            others * (mean.upper() + margin) * (1 + ROUNDING));
    return Estimate.sampled(widened, arithmetic);
  }

  private Real unbounded() {
    return arithmetic.of(1).dividedBy(arithmetic.of(-1).hull(arithmetic.of(1)));
  }

  /** The sum of the largest norms, rounded up: no distance is above it. */
  private double largestSum(int terms) {
    double sum =
        Arrays.stream(contributions)
            .mapToDouble(DistanceSample::norm)
            .sorted()
            .skip((long) contributions.length - terms)
            .sum();
    return sum * (1 + ROUNDING);
  }

  private static double norm(double[] vector) {
    double squares = 0;
    for (double x : vector) {
      squares += x * x;
    }
    return squares > SMALL_SQUARES && squares < LARGE_SQUARES
        ? Math.sqrt(squares)
        : scaledNorm(vector);
  }

  private static double scaledNorm(double[] vector) {
    double largest = Arrays.stream(vector).map(Math::abs).max().orElseThrow();
    double scale = largest > 0 && largest <= Double.MAX_VALUE ? largest : 1;
    return scale * Math.sqrt(Arrays.stream(vector).map(x -> (x / scale) * (x / scale)).sum());
  }

  private double[] draws(double longest) {
    SplittableRandom random = Sampling.random(row, arithmetic);
    int[] order = IntStream.range(0, row.tokens()).toArray();
    double[] draws = new double[Sampling.DRAWS];
    for (int k = 0; k < draws.length; k++) {
      shuffle(order, row.selected(), random);
      draws[k] = Math.min(longest, distance(order));
    }
    return draws;
  }

  /** Makes the first N + 1 a random ordered subset, whatever the order was. */
  static void shuffle(int[] order, int selected, SplittableRandom random) {
    for (int k = 0; k <= selected; k++) {
      int other = random.nextInt(k, order.length);
      int token = order[other];
      order[other] = order[k];
      order[k] = token;
    }
  }

  /** From the sum of the first N tokens' contributions to that of the next. */
  private double distance(int... order) {
    double[] difference = contributions[order[row.selected()]].clone();
    for (int k = 0; k < row.selected(); k++) {
      double[] contribution = contributions[order[k]];
      for (int i = 0; i < difference.length; i++) {
        difference[i] -= contribution[i];
      }
    }
    return norm(difference);
  }
}
