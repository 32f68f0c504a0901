package org.attentionlimits.empirical.kernel;

/**
 * How well a ball around the context vector tells the top N tokens from the others, of a row as N
 * grows (arXiv:2609.37879, definition 1). With {@code ρ_min} the least distance of another token's
 * contribution from s and {@code ρ_max} the largest of a selected one: precision {@code N/(N +
 * #{others with distance ≤ ρ_max})}, recall {@code #{selected with distance < ρ_min}/N}, and F,
 * their harmonic mean, zero where the recall is.
 */
public final class RowGeometry implements TopNSweep.Quantities {

  /** Place of the precision. */
  public static final int PRECISION = 0;

  /** Place of the recall. */
  public static final int RECALL = 1;

  /** Place of F. */
  public static final int F = 2;

  /** The number of quantities. */
  public static final int COUNT = 3;

  private final ContextSweep contexts;
  private final double[] values = new double[COUNT];
  private WeightedRow row;

  public RowGeometry(EmbeddingProducts embeddings) {
    this.contexts = new ContextSweep(embeddings);
  }

  @Override
  public void start(WeightedRow next) {
    row = next;
    contexts.start(next);
  }

  @Override
  public double[] at(int selected) {
    contexts.select(selected);
    double[] distances = contexts.squaredDistances();
    int[] order = row.order();
    double largest = 0;
    for (int k = 0; k < selected; k++) {
      largest = Math.max(largest, distances[order[k]]);
    }
    double least = Double.POSITIVE_INFINITY;
    int within = 0;
    for (int k = selected; k < row.tokens(); k++) {
      double distance = distances[order[k]];
      least = Math.min(least, distance);
      within += distance <= largest ? 1 : 0;
    }
    int nearer = 0;
    for (int k = 0; k < selected; k++) {
      nearer += distances[order[k]] < least ? 1 : 0;
    }
    double precision = (double) selected / (selected + within);
    double recall = (double) nearer / selected;
    values[PRECISION] = precision;
    values[RECALL] = recall;
    values[F] = recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    return values;
  }
}
