package org.attentionlimits.theory.geometry;

import java.util.Arrays;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.TopN;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * What a set I of selected tokens makes of an attention row: the context vector, the cumulative
 * distance of the other tokens from it, and the extents that bound that distance. Dimensions: n
 * tokens, N = |I|, d the embeddings' dimension.
 */
public final class Selection {

  private final Arithmetic arithmetic;
  private final Vec weights;
  private final Vec[] embeddings;
  private final Vec[] contributions;
  private final int[] selected;
  private final int[] others;
  private final Vec context;

  /**
   * A selection.
   *
   * @param weights α, [n]
   * @param embeddings x, [n] of [d]
   * @param selected I, distinct indices from 0 to n − 1, at least one
   */
  public Selection(Vec weights, Vec[] embeddings, int... selected) {
    this.arithmetic = weights.arithmetic();
    this.weights = weights;
    this.embeddings = embeddings.clone();
    this.contributions = Contributions.of(weights, embeddings);
    this.selected = selected.clone();
    this.others = TopN.others(weights.size(), selected);
    this.context = Contributions.sum(contributions, selected);
  }

  /** The top-N set of a row. */
  public static Selection top(EmbeddedRow row, Arithmetic arithmetic) {
    return new Selection(row.row().weights(arithmetic), row.embeddings(arithmetic), row.top());
  }

  /** Weight of the selected tokens, {@code A = Σ_{i∈I} α_i}. */
  public Real mass() {
    return weights.select(selected).sum();
  }

  /** Weight of the other tokens, {@code 1 − A}, summed without cancellation. */
  public Real massOfOthers() {
    return weights.select(others).sum();
  }

  /** {@code Σ_{i∉I} |A − α_i|}. */
  public Real deviationsFromMass() {
    return weights.select(others).minus(mass()).abs().sum();
  }

  /** Number n − N of other tokens. */
  public int others() {
    return others.length;
  }

  /** The context vector {@code s = Σ_{i∈I} α_i x_i}, [d]. */
  public Vec context() {
    return context;
  }

  /** The cumulative distance {@code d̃ = Σ_{i∉I} ‖s − y_i‖₂}. */
  public Real cumulativeDistance() {
    return Contributions.cumulativeDistance(contributions, selected);
  }

  /** {@code d₁ = max_{i∉I, j∈I} ‖x_i − x_j‖₂}; zero if every token is selected. */
  public Real largestDistance() {
    Real largest = arithmetic.of(0);
    for (int other : others) {
      for (int token : selected) {
        largest = largest.max(embeddings[other].distance(embeddings[token]));
      }
    }
    return largest;
  }

  /** {@code d₂ = max_{j∈I} ‖x_j‖₂}. */
  public Real largestNorm() {
    Real largest = arithmetic.of(0);
    for (int token : selected) {
      largest = largest.max(embeddings[token].norm());
    }
    return largest;
  }

  /**
   * Distance from the context vector to the nearest contribution of another token, {@code r =
   * min_{j∉I} ‖s − y_j‖₂}.
   *
   * @throws ArithmeticException if every token is selected
   */
  public Real ballRadius() {
    return distances(others).min();
  }

  /**
   * Number N_s of selected tokens strictly within the ball, {@code #{i∈I : ‖s − y_i‖₂ < r}}: from
   * those that certainly are to those that may be.
   *
   * @throws ArithmeticException if every token is selected
   */
  public Real inside() {
    return inside(selected);
  }

  /**
   * The same count over some of the selected tokens only.
   *
   * @param tokens from I
   * @throws ArithmeticException if every token is selected
   */
  public Real inside(int... tokens) {
    Real radius = ballRadius();
    Real zero = arithmetic.of(0);
    int certain = 0;
    int possible = 0;
    for (int token : tokens) {
      Real excess = distances(token).get(0).minus(radius);
      if (!zero.certainlyAbove(excess) && !zero.certainlyAtMost(excess)) {
        excess = excessOfSquares(token);
      }
      certain += zero.certainlyAbove(excess) ? 1 : 0;
      possible += zero.certainlyAtMost(excess) ? 0 : 1;
    }
    return arithmetic.of(certain).hull(arithmetic.of(possible));
  }

  /**
   * {@code max_{j∉I} ‖s − y_i‖² − ‖s − y_j‖² = max_{j∉I} (y_i − y_j)·(y_i + y_j − 2s)}, which tells
   * contributions apart that are tiny beside the context vector.
   */
  private Real excessOfSquares(int token) {
    Vec y = contributions[token];
    return arithmetic
        .vector(
            Arrays.stream(others)
                .mapToObj(
                    j ->
                        y.minus(contributions[j])
                            .dot(y.minus(context).plus(contributions[j].minus(context))))
                .toArray(Real[]::new))
        .max();
  }

  /** {@code ‖s − y_i‖₂} of tokens i. */
  private Vec distances(int... tokens) {
    return arithmetic.vector(
        Arrays.stream(tokens)
            .mapToObj(i -> context.distance(contributions[i]))
            .toArray(Real[]::new));
  }
}
