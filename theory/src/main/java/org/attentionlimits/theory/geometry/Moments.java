package org.attentionlimits.theory.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * Moments of the distance {@code ‖s − y_i‖ = ‖Σ_{j∈I, j≠i} a_j x_j‖} of a selected token's
 * contribution from the context vector, where the x_j are independent and uniform on the sphere of
 * radius M in {@code R^d}. Lengths are in units of M.
 */
public final class Moments {

  private final PowerSums sums;
  private final int dimension;
  private final Real separation;

  /**
   * The moments of a sum.
   *
   * @param weights a, the weights of the other selected tokens, [N − 1]
   * @param dimension d, at least 1
   * @param separation δ/M
   */
  public Moments(Vec weights, int dimension, Real separation) {
    this(PowerSums.of(weights), dimension, separation);
  }

  private Moments(PowerSums sums, int dimension, Real separation) {
    this.sums = sums;
    this.dimension = dimension;
    this.separation = separation;
  }

  /**
   * Those of every selected token, largest weight first, [N], in O(N). Tokens of equal logits share
   * one object.
   */
  public static List<Moments> of(SphericalRow row, Arithmetic arithmetic) {
    return of(row, row.weights(arithmetic).selected());
  }

  /** The same given the selected tokens' weights, largest first, [N]. */
  static List<Moments> of(SphericalRow row, Vec weights) {
    Real separation = separation(row, weights.arithmetic());
    double[] logits = row.row().logits();
    int[] top = row.row().top(row.selected());
    PowerSums[] rest = PowerSums.withoutEach(weights);
    List<Moments> moments = new ArrayList<>();
    for (int i = 0; i < top.length; i++) {
      moments.add(
          i > 0 && logits[top[i]] == logits[top[i - 1]]
              ? moments.get(i - 1)
              : new Moments(rest[i], row.dimension(), separation));
    }
    return moments;
  }

  /** Those of {@code ‖s − y_j‖} for a token that is not selected, given its weight; for δ = 0. */
  static Moments with(Vec selected, Real other, int dimension) {
    Real zero = other.arithmetic().of(0);
    return new Moments(PowerSums.of(selected).plus(other), dimension, zero);
  }

  private static Real separation(SphericalRow row, Arithmetic arithmetic) {
    return arithmetic.input(row.separation()).dividedBy(arithmetic.input(row.radius()));
  }

  /** The sum of a quantity over all of a row's moments; of those shared it is computed once. */
  public static Real sum(List<Moments> all, Function<Moments, Real> quantity) {
    Moments last = all.get(0);
    Real term = quantity.apply(last);
    Real sum = term;
    for (Moments moments : all.subList(1, all.size())) {
      if (moments != last) {
        last = moments;
        term = quantity.apply(moments);
      }
      sum = sum.plus(term);
    }
    return sum;
  }

  /** The elements of a vector without one. */
  static Vec without(Vec weights, int index) {
    return weights.select(IntStream.range(0, weights.size()).filter(j -> j != index).toArray());
  }

  /** How many vectors are added, N − 1. */
  public int count() {
    return sums.count();
  }

  /** {@code Σ_j a_j}, the largest value of the distance. */
  public Real longest() {
    return sums.sum();
  }

  /** The mean of the square, {@code m₂ = Σ_j a_j²}. */
  public Real meanSquare() {
    return sums.squares();
  }

  /** The variance of the square, {@code v = (4/d) Σ_{j<k} a_j² a_k²}. */
  public Real varianceOfSquare() {
    return sums.squaredPairs().times(sums.integer(4)).dividedBy(sums.integer(dimension));
  }

  /**
   * Cantelli's bound {@code v/(v + λ²)} of the chance that the square is above its mean by λ &gt;
   * 0, or below it by as much.
   */
  public Real cantelli(Real excess) {
    Real variance = varianceOfSquare();
    return variance.dividedBy(variance.plus(excess.square()));
  }

  /**
   * {@code P(‖Σ_j a_j x_j‖ ≤ r)}, from one end to the other of what Cantelli's inequality allows.
   */
  Real within(Real ball) {
    Real zero = sums.integer(0);
    Real one = sums.integer(1);
    Real excess = ball.square().minus(meanSquare());
    if (excess.certainlyAbove(zero)) {
      return one.minus(cantelli(excess)).hull(one);
    }
    return zero.certainlyAbove(excess) ? zero.hull(cantelli(excess)) : zero.hull(one);
  }

  /**
   * The mean {@code μ = E‖Σ_j a_j x_j‖}, enclosed.
   *
   * <ul>
   *   <li>No vector: 0. One: its length.
   *   <li>Two: {@code √m₂ E√(1 + et)}, {@code e = 2a₁a₂/m₂}, by its series.
   *   <li>More: between {@code m₂/√(m₂ + v/m₂)}, by Hölder's inequality with the fourth moment, and
   *       {@code √m₂}, by Jensen's.
   * </ul>
   */
  public Real mean() {
    return switch (count()) {
      case 0 -> sums.integer(0);
      case 1 -> longest();
      case 2 -> meanOfTwo();
      default -> {
        Real square = meanSquare();
        Real spread = square.plus(varianceOfSquare().dividedBy(square));
        yield square.dividedBy(spread.sqrt()).hull(square.sqrt());
      }
    };
  }

  private Real meanOfTwo() {
    Real ratio = sums.pairs().times(sums.integer(2)).dividedBy(meanSquare());
    Real factor = RootSeries.mean(ratio.square().min(sums.integer(1)), dimension);
    return meanSquare().sqrt().times(factor);
  }

  /**
   * The bound {@code ξ_i} of the distance where embeddings are at least δ apart: {@code ξ_i² = Σ_j
   * a_j² + (1 − (δ/M)²/2) Σ_{j≠k} a_j a_k}.
   *
   * @throws ArithmeticException if that is negative, as it can only be for δ above √2 M
   */
  public Real separatedBound() {
    Real product = sums.integer(2).minus(separation.square());
    return meanSquare().plus(product.times(sums.pairs())).sqrt();
  }
}
