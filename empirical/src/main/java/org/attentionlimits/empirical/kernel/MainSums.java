package org.attentionlimits.empirical.kernel;

import static org.attentionlimits.empirical.kernel.EmbeddingProducts.CANCELLATION;

import java.util.Arrays;

/**
 * The main sum of the expected cumulative distance, {@code m = ((n−N)/n) Σ_i ‖μ_i − y_i‖₂}, {@code
 * μ_i = (N/(n−1)) Σ_{j≠i} y_j}, of a row for any N. With the total {@code t = Σ_j y_j} and {@code a
 * = N/(n−1)}, {@code μ_i − y_i = a t − (1+a) y_i}: one projection of the total for all N, and O(n)
 * for each.
 */
public final class MainSums {

  private final EmbeddingProducts embeddings;
  private final double[] total;
  private final double[] projections;
  private final double[] lengths;
  private WeightedRow row;
  private double norm;

  public MainSums(EmbeddingProducts embeddings) {
    this.embeddings = embeddings;
    this.total = new double[embeddings.dimension()];
    this.projections = new double[embeddings.length()];
    this.lengths = new double[embeddings.length()];
  }

  /** Begins with a row, which must not change while it is asked about. */
  public void start(WeightedRow next) {
    row = next;
    Arrays.fill(total, 0);
    double[] weights = row.weights();
    int tokens = row.tokens();
    for (int i = 0; i < tokens; i++) {
      EmbeddingProducts.add(weights[i], embeddings.vector(i), total, total.length);
    }
    norm = Math.sqrt(EmbeddingProducts.dot(total, total));
    embeddings.project(total, projections, tokens);
    double[] norms = embeddings.norms();
    for (int i = 0; i < tokens; i++) {
      projections[i] *= weights[i];
      lengths[i] = weights[i] * norms[i];
    }
  }

  /** The main sum for N, from 1 to n − 1. */
  public double of(int selected) {
    int tokens = row.tokens();
    double share = selected / (tokens - 1.0);
    double first = share * norm;
    double sum = 0;
    for (int i = 0; i < tokens; i++) {
      double second = (1 + share) * lengths[i];
      double square = first * first - 2 * share * (1 + share) * projections[i] + second * second;
      double scale = first + second;
      sum += Math.sqrt(square >= CANCELLATION * scale * scale ? square : directly(i, share));
    }
    return sum * (tokens - selected) / tokens;
  }

  private double directly(int token, double share) {
    double[] x = embeddings.vector(token);
    double factor = (1 + share) * row.weights()[token];
    double sum = 0;
    for (int c = 0; c < x.length; c++) {
      double difference = share * total[c] - factor * x[c];
      sum += difference * difference;
    }
    return sum;
  }
}
