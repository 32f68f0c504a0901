package org.attentionlimits.theory.geometry;

import java.util.List;
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

  private final Arithmetic arithmetic;
  private final Real squares;
  private final Real pairs;
  private final Real squaredPairs;
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
    this.arithmetic = separation.arithmetic();
    this.squares = weights.dot(weights);
    this.pairs = pairs(weights);
    this.squaredPairs = pairs(weights.times(weights));
    this.dimension = dimension;
    this.separation = separation;
  }

  /** Those of every selected token, largest weight first, [N]. */
  public static List<Moments> of(SphericalRow row, Arithmetic arithmetic) {
    Vec weights = row.selectedWeights(arithmetic);
    Real separation = arithmetic.input(row.separation()).dividedBy(arithmetic.input(row.radius()));
    return IntStream.range(0, row.selected())
        .mapToObj(i -> new Moments(without(weights, i), row.dimension(), separation))
        .toList();
  }

  /** The elements of a vector without one. */
  static Vec without(Vec weights, int index) {
    return weights.select(IntStream.range(0, weights.size()).filter(j -> j != index).toArray());
  }

  /** {@code Σ_{j<k} b_j b_k}. */
  private Real pairs(Vec b) {
    Real sum = arithmetic.of(0);
    Real before = arithmetic.of(0);
    for (int k = 0; k < b.size(); k++) {
      sum = sum.plus(before.times(b.get(k)));
      before = before.plus(b.get(k));
    }
    return sum;
  }

  /** The mean of the square, {@code m₂ = Σ_j a_j²}. */
  public Real meanSquare() {
    return squares;
  }

  /** The variance of the square, {@code (4/d) Σ_{j<k} a_j² a_k²}. */
  public Real varianceOfSquare() {
    return squaredPairs.times(4).dividedBy(dimension);
  }

  /**
   * The bound {@code ξ_i} of the distance where embeddings are at least δ apart: {@code ξ_i² = Σ_j
   * a_j² + (1 − (δ/M)²/2) Σ_{j≠k} a_j a_k}.
   *
   * @throws ArithmeticException if that is negative, as it can only be for δ above √2 M
   */
  public Real separatedBound() {
    Real product = arithmetic.of(2).minus(separation.square());
    return squares.plus(product.times(pairs)).sqrt();
  }
}
