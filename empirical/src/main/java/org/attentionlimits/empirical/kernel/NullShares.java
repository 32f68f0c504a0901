package org.attentionlimits.empirical.kernel;

import java.util.Arrays;
import org.attentionlimits.empirical.tensor.HeadAttention;
import org.attentionlimits.theory.geometry.NullModel;

/**
 * What geometry alone gives of {@code N_s/N}: the {@link NullModel} of independent uniform
 * directions, with a head's own weights. For each N one draw for each of at most {@value #QUERIES}
 * queries, evenly spaced among those that have a token beyond the top N. The seed is fixed.
 */
public final class NullShares {

  /** Most queries for one N. */
  public static final int QUERIES = 32;

  private static final long SEED = 20250817;

  private final TopNGrid grid;
  private final Visibility visibility;

  /**
   * Shares at the first length of a grid.
   *
   * @param visibility which tokens count
   */
  public NullShares(TopNGrid grid, Visibility visibility) {
    this.grid = grid;
    this.visibility = visibility;
  }

  /**
   * Means over queries of a head, one quantity.
   *
   * @param dimension d of the embeddings
   */
  public HeadMeans of(HeadAttention head, int dimension) {
    HeadMeans means = new HeadMeans(grid, 1);
    WeightedRow row = new WeightedRow(head);
    int length = grid.lengths()[0];
    for (int selected : grid.selections(0)) {
      int first = visibility == Visibility.PREFIX ? selected : 0;
      int draws = selected < length ? Math.min(QUERIES, length - first) : 0;
      for (int k = 0; k < draws; k++) {
        int query = first + (length - 1 - first) * (k + 1) / draws;
        row.load(query, visibility.tokens(query, length));
        double[] weights = Arrays.copyOf(row.weights(), row.tokens());
        NullModel model = new NullModel(dimension, selected, weights);
        means.add(0, selected, model.meanShare(1, seed(head, query, selected)));
      }
    }
    return means;
  }

  private static long seed(HeadAttention head, int query, int selected) {
    long place = (head.layer() << 12 | head.head()) * (long) HeadAttention.MAX_LENGTH + query;
    return SEED + place * HeadAttention.MAX_LENGTH + selected;
  }
}
