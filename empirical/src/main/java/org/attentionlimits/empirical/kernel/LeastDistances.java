package org.attentionlimits.empirical.kernel;

/** {@code δ}, the least distance of two embeddings, among the first n tokens for every n. */
public final class LeastDistances {

  private final double[] least;

  public LeastDistances(EmbeddingProducts embeddings) {
    least = new double[embeddings.length()];
    double square = Double.POSITIVE_INFINITY;
    for (int i = 0; i < least.length; i++) {
      for (int j = 0; j < i; j++) {
        square = Math.min(square, embeddings.squaredDistance(i, j));
      }
      least[i] = Math.sqrt(square);
    }
  }

  /** δ of the first n tokens; +∞ for one. */
  public double of(int tokens) {
    return least[tokens - 1];
  }
}
