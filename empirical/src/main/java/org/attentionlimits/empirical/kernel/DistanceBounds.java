package org.attentionlimits.empirical.kernel;

import static org.attentionlimits.empirical.kernel.EmbeddingProducts.CANCELLATION;

import java.util.Arrays;

/**
 * The bound of the cumulative distance of the top-N set, {@code (1−A)d₁ + ((n−N)A − (1−A))d₂} of
 * the claim {@code theorem-1-fixed}, of a row as N grows. A token more is O(n): for each token the
 * farthest selected one is kept.
 */
public final class DistanceBounds {

  private final EmbeddingProducts embeddings;
  private final double[] squaredNorms;
  private final double[] farthest;
  private WeightedRow row;
  private int selected;
  private double largestNorm;

  public DistanceBounds(EmbeddingProducts embeddings) {
    this.embeddings = embeddings;
    this.farthest = new double[embeddings.length()];
    this.squaredNorms = new double[embeddings.length()];
    for (int i = 0; i < squaredNorms.length; i++) {
      squaredNorms[i] = embeddings.squaredNorm(i);
    }
  }

  /** Begins with a row and no token selected; the row must not change while it is swept. */
  public void start(WeightedRow next) {
    row = next;
    selected = 0;
    largestNorm = 0;
    Arrays.fill(farthest, 0, row.tokens(), 0);
  }

  /** Selects the top N, at least as many as before. */
  public void select(int count) {
    for (; selected < count; selected++) {
      int token = row.order()[selected];
      largestNorm = Math.max(largestNorm, embeddings.norms()[token]);
      double[] products = embeddings.products(token);
      double square = squaredNorms[token];
      int tokens = row.tokens();
      for (int i = 0; i < tokens; i++) {
        farthest[i] = Math.max(farthest[i], squaredNorms[i] + square - 2 * products[i]);
      }
    }
  }

  /** The bound for the tokens selected. */
  public double bound() {
    return row.massOfRest(selected) * largestDistance() + sumOfDifferences() * largestNorm;
  }

  /** {@code (n−N)A − (1−A) = Σ_{i∉I_N} (A − α_i)}, whose terms are not negative. */
  private double sumOfDifferences() {
    double mass = row.massOfTop(selected);
    double sum = 0;
    for (int k = selected; k < row.tokens(); k++) {
      sum += mass - row.weights()[row.order()[k]];
    }
    return sum;
  }

  /** {@code d₁}, the largest distance of another token from a selected one. */
  private double largestDistance() {
    double largest = 0;
    for (int k = selected; k < row.tokens(); k++) {
      largest = Math.max(largest, farthest[row.order()[k]]);
    }
    double scale = 2 * embeddings.largestNorm(row.tokens());
    return Math.sqrt(largest >= CANCELLATION * scale * scale ? largest : directly());
  }

  private double directly() {
    double largest = 0;
    for (int k = 0; k < selected; k++) {
      for (int other = selected; other < row.tokens(); other++) {
        largest = Math.max(largest, embeddings.directly(row.order()[k], row.order()[other]));
      }
    }
    return largest;
  }
}
