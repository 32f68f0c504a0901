package org.attentionlimits.theory.geometry;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.attention.TopN;
import org.attentionlimits.theory.chance.Bounds;
import org.attentionlimits.theory.chance.ClopperPearson;
import org.attentionlimits.theory.chance.Estimate;
import org.attentionlimits.theory.chance.Sampling;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Vec;

/**
 * The null model of separability: the share {@code N_s/N} of the top-N tokens that are nearer to
 * the context vector than every other token, for given weights and embeddings that are independent
 * and uniform on a sphere in {@code R^d}. {@code N_s = #{i∈I : ‖s − y_i‖ < r}} with {@code y_i =
 * α_i x_i}, {@code s = Σ_{i∈I} y_i} and {@code r = min_{j∉I} ‖s − y_j‖}. The radius of the sphere
 * plays no role. A draw takes O(N² + n) operations, whatever d.
 *
 * <ul>
 *   <li>N = 1: {@code s = y_1}, and the token is inside unless another contribution is the same.
 *   <li>Weights of zero: the token's contribution is zero, at the distance {@code ‖s‖}.
 * </ul>
 *
 * <p>Each vector is drawn by its components along the earlier ones, orthonormalised: given the
 * components before, the next is the root of what is left of the squared length times an inner
 * product of two uniform unit vectors in as many dimensions as are left. Given s, the distances of
 * the tokens that are not selected are independent.
 */
public final class NullModel {

  /** The rounding of a length for each selected vector, relative to the weights' sum. */
  private static final double ROUNDING = 1e-7;

  private static final ClopperPearson INTERVALS =
      new ClopperPearson(Sampling.DRAWS, Sampling.DOUBT);

  private final int dimension;
  private final double[] selected;
  private final double[] others;

  /**
   * The null model of a row.
   *
   * @param dimension d, at least 1
   * @param count N, from 1 to n − 1
   * @param weights α, [n], finite and not negative; ties go to the lower index
   * @throws IllegalArgumentException on any other argument
   */
  public NullModel(int dimension, int count, double... weights) {
    if (dimension < 1) {
      throw new IllegalArgumentException("dimension must be at least 1: " + dimension);
    }
    if (!(count >= 1 && count < weights.length)) {
      throw new IllegalArgumentException(
          "number of selected tokens must be from 1 to " + (weights.length - 1) + ": " + count);
    }
    for (double weight : weights) {
      if (!(weight >= 0 && weight <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException("weights must be finite and not negative: " + weight);
      }
    }
    int[] top = TopN.of(weights, count);
    this.dimension = dimension;
    this.selected = Arrays.stream(top).mapToDouble(i -> weights[i]).toArray();
    this.others =
        Arrays.stream(TopN.others(weights.length, top)).mapToDouble(i -> weights[i]).toArray();
  }

  /**
   * The mean of {@code N_s/N} over independent draws; its standard error is at most {@code
   * 1/(2√draws)}.
   *
   * @param draws at least 1
   * @param seed of all of them
   * @throws IllegalArgumentException if there are no draws
   */
  public double meanShare(int draws, long seed) {
    if (draws < 1) {
      throw new IllegalArgumentException("draws must be at least 1: " + draws);
    }
    Trial trial = new Trial(new SplittableRandom(seed));
    long inside = 0;
    for (int draw = 0; draw < draws; draw++) {
      trial.next();
      inside += IntStream.range(0, selected.length).filter(i -> trial.excess(i) < 0).count();
    }
    return (double) inside / ((long) draws * selected.length);
  }

  /**
   * {@code E N_s/N} of a row, from a sample of {@link Sampling#DRAWS} trials: the token is drawn
   * too, so that a trial succeeds with that chance. The row's radii and separation play no part.
   * Lengths that rounding may have ordered count as either. In double precision, in which a search
   * looks at thousands of rows, nothing is drawn, and the share is between zero and one.
   *
   * @throws IllegalArgumentException if every token is selected
   */
  public static Estimate share(SphericalRow row, Arithmetic arithmetic) {
    Vec weights = row.row().weights(arithmetic);
    NullModel model = new NullModel(row.dimension(), row.selected(), weights.values());
    double radii =
        IntStream.range(0, weights.size()).mapToDouble(i -> weights.get(i).radius()).sum();
    double margin = ROUNDING * row.selected() * model.size() + 2 * radii;
    return arithmetic.digits() > Arithmetic.BINARY64.digits()
        ? Estimate.sampled(model.share(Sampling.random(row, arithmetic), margin), arithmetic)
        : Estimate.exact(new Bounds(0, 1).enclosed(arithmetic));
  }

  private double size() {
    return Arrays.stream(selected).sum() + Arrays.stream(others).sum();
  }

  private Bounds share(SplittableRandom random, double margin) {
    Trial trial = new Trial(random);
    int least = 0;
    int most = 0;
    for (int k = 0; k < Sampling.DRAWS; k++) {
      trial.next();
      double excess = trial.excess(random.nextInt(selected.length));
      least += excess < -margin ? 1 : 0;
      most += excess > margin ? 0 : 1;
    }
    return INTERVALS.interval(least, most);
  }

  /** Embeddings drawn anew by {@link #next()}. */
  final class Trial {

    private final SphericalWalk[] walks;
    private final double[][] contributions;
    private final double[] context;
    private double ball;

    private Trial(SplittableRandom random) {
      int span = Math.min(selected.length, dimension);
      this.walks =
          IntStream.range(0, span)
              .mapToObj(k -> new SphericalWalk(dimension - k, random))
              .toArray(SphericalWalk[]::new);
      this.contributions = new double[selected.length][span];
      this.context = new double[span];
    }

    /** Draws all embeddings. */
    void next() {
      Arrays.fill(context, 0);
      for (int i = 0; i < contributions.length; i++) {
        draw(i);
        for (int k = 0; k < context.length; k++) {
          context[k] += contributions[i][k];
        }
      }
      double length = Math.sqrt(Arrays.stream(context).map(x -> x * x).sum());
      ball = Double.POSITIVE_INFINITY;
      for (double other : others) {
        ball = Math.min(ball, distance(length, other));
      }
    }

    /** The components along the vectors before, and along what is left of the vector itself. */
    private void draw(int i) {
      double left = selected[i];
      int before = Math.min(i, walks.length);
      for (int k = 0; k < before; k++) {
        double t = walks[k].cosine();
        contributions[i][k] = left * t;
        left *= Math.sqrt((1 - t) * (1 + t));
      }
      if (i < walks.length) {
        contributions[i][i] = left;
      }
    }

    /** {@code ‖s − y_j‖} of a token that is not selected, given {@code ‖s‖}. */
    private double distance(double length, double weight) {
      double t = walks[0].cosine();
      double along = length - weight * t;
      return Math.sqrt(along * along + weight * weight * (1 - t) * (1 + t));
    }

    /** {@code ‖s − y_i‖ − r} of a selected token, numbered from the largest weight on. */
    double excess(int token) {
      double square = 0;
      for (int k = 0; k < context.length; k++) {
        double difference = context[k] - contributions[token][k];
        square += difference * difference;
      }
      return Math.sqrt(square) - ball;
    }
  }
}
