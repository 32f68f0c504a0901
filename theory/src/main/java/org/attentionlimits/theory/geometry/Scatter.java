package org.attentionlimits.theory.geometry;

import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * {@code Σ_{j≠i} ‖y_j − ȳ_i‖²} for every i, ȳ_i being the mean of the others, in O(nd) and without
 * cancellation: the vectors before i and those after it are merged by {@code S = S_l + S_r + (n_l
 * n_r/(n_l + n_r)) ‖ȳ_l − ȳ_r‖²}.
 *
 * <p>Source: T. F. Chan, G. H. Golub, R. J. LeVeque, Algorithms for Computing the Sample Variance,
 * The American Statistician 37 (1983), doi:10.1080/00031305.1983.10483115.
 */
final class Scatter {

  /** Some of the vectors: how many, their sum, and their squared distances from their mean. */
  private record Part(int count, Vec sum, Real squares) {

    private Part plus(Vec vector) {
      return new Part(
          count + 1,
          sum.plus(vector),
          squaresWith(new Part(1, vector, squares.arithmetic().of(0))));
    }

    private Vec mean() {
      return sum.dividedBy(sum.arithmetic().of(count));
    }

    private Real squaresWith(Part other) {
      if (count == 0 || other.count == 0) {
        return count == 0 ? other.squares : squares;
      }
      Real between = mean().distance(other.mean()).square();
      return squares
          .plus(other.squares)
          .plus(between.times((long) count * other.count).dividedBy(count + other.count));
    }
  }

  /** The first k vectors, and the last n − k, k from 0 to n. */
  private final Part[] first;

  private final Part[] last;

  /** The vectors, n ≥ 1, all of one size. */
  Scatter(Vec... vectors) {
    int n = vectors.length;
    Part none = none(vectors[0]);
    first = new Part[n + 1];
    last = new Part[n + 1];
    first[0] = none;
    last[n] = none;
    for (int k = 0; k < n; k++) {
      first[k + 1] = first[k].plus(vectors[k]);
      last[n - k - 1] = last[n - k].plus(vectors[n - k - 1]);
    }
  }

  private static Part none(Vec vector) {
    Vec zero = vector.arithmetic().inputs(new double[vector.size()]);
    return new Part(0, zero, vector.arithmetic().of(0));
  }

  /** {@code Σ_{j≠i} ‖y_j − ȳ_i‖²}. */
  Real without(int i) {
    return first[i].squaresWith(last[i + 1]);
  }
}
