package org.attentionlimits.empirical.kernel;

import static org.attentionlimits.empirical.kernel.EmbeddingProducts.CANCELLATION;

import java.util.Arrays;

/**
 * The context vector {@code s = Σ_{i∈I_N} y_i}, {@code y_i = α_i x_i}, of a row as N grows, and the
 * distances of all contributions from it. A token more is O(n + d); all distances of one N are
 * O(n), by {@code ‖s − y_i‖² = ‖s‖² − 2α_i s·x_i + α_i²‖x_i‖²}, and where that cancels by their
 * definition.
 *
 * <p>The distances are within 1e-9 of the definition, relative to it; below 1e-150, whose squares
 * underflow, they may be zero.
 */
public final class ContextSweep {

  private final EmbeddingProducts embeddings;
  private final double[] context;
  private final double[] projections;
  private final double[] lengths;
  private final double[] squares;
  private WeightedRow row;
  private int selected;
  private double reach;

  public ContextSweep(EmbeddingProducts embeddings) {
    this.embeddings = embeddings;
    this.context = new double[embeddings.dimension()];
    this.projections = new double[embeddings.length()];
    this.lengths = new double[embeddings.length()];
    this.squares = new double[embeddings.length()];
  }

  /** Begins with a row and no token selected; the row must not change while it is swept. */
  public void start(WeightedRow next) {
    row = next;
    selected = 0;
    reach = 0;
    Arrays.fill(context, 0);
    Arrays.fill(projections, 0, row.tokens(), 0);
    double[] weights = row.weights();
    double[] norms = embeddings.norms();
    for (int i = 0; i < row.tokens(); i++) {
      lengths[i] = weights[i] * norms[i];
    }
  }

  /** Selects the top N, at least as many as before. */
  public void select(int count) {
    for (; selected < count; selected++) {
      int token = row.order()[selected];
      double weight = row.weights()[token];
      EmbeddingProducts.add(weight, embeddings.products(token), projections, row.tokens());
      EmbeddingProducts.add(weight, embeddings.vector(token), context, context.length);
      reach += lengths[token];
    }
  }

  /** {@code ‖s − y_i‖²} for every token, selected or not; the first n elements count. */
  public double[] squaredDistances() {
    double[] weights = row.weights();
    double norm = EmbeddingProducts.dot(context, context);
    int tokens = row.tokens();
    for (int i = 0; i < tokens; i++) {
      squares[i] = norm - 2 * weights[i] * projections[i] + lengths[i] * lengths[i];
    }
    for (int i = 0; i < tokens; i++) {
      double scale = reach + lengths[i];
      if (!(squares[i] >= CANCELLATION * scale * scale)) {
        squares[i] = directly(i);
      }
    }
    return squares;
  }

  private double directly(int token) {
    double[] x = embeddings.vector(token);
    double weight = row.weights()[token];
    double sum = 0;
    for (int c = 0; c < x.length; c++) {
      double difference = context[c] - weight * x[c];
      sum += difference * difference;
    }
    return sum;
  }

  /** The cumulative distance {@code d̃ = Σ_{i∉I_N} ‖s − y_i‖₂}. */
  public double cumulativeDistance() {
    double[] all = squaredDistances();
    int[] order = row.order();
    double sum = 0;
    for (int k = selected; k < row.tokens(); k++) {
      sum += Math.sqrt(all[order[k]]);
    }
    return sum;
  }
}
