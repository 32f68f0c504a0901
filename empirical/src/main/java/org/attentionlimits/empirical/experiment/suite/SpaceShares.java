package org.attentionlimits.empirical.experiment.suite;

import java.util.List;
import org.attentionlimits.empirical.experiment.Columns;
import org.attentionlimits.empirical.experiment.DataTable;
import org.attentionlimits.empirical.kernel.HeadMeans;
import org.attentionlimits.empirical.kernel.RowSeparability;
import org.attentionlimits.empirical.kernel.TopNGrid;
import org.attentionlimits.empirical.statistics.Bootstrap;

/**
 * Shares of separable tokens in one space of embeddings, of several heads: the quantities of {@link
 * RowSeparability}, and the null model.
 */
final class SpaceShares {

  private final TopNGrid grid;
  private final List<HeadMeans> shares;
  private final List<HeadMeans> nulls;

  /** Shares of heads. */
  SpaceShares(TopNGrid grid, List<HeadShares> heads) {
    this.grid = grid;
    this.shares = heads.stream().map(HeadShares::shares).toList();
    this.nulls = heads.stream().map(HeadShares::nulls).toList();
  }

  /** Whether any head has numbers in this space. */
  boolean isGiven() {
    return shares.get(0).queries(0, 0) > 0;
  }

  /** A head's mean of a quantity at the k-th N. */
  double mean(int head, int k, int quantity) {
    return shares.get(head).mean(0, k, quantity);
  }

  /** A head's mean of the null model at the k-th N. */
  double nullShare(int head, int k) {
    return nulls.get(head).mean(0, k, 0);
  }

  private double[] over(int k, int quantity) {
    return Columns.numbers(shares, head -> head.mean(0, k, quantity));
  }

  /**
   * One row for each N: the box plot of the heads' shares, mean and median, the bounds, the null
   * model.
   */
  DataTable table(String name) {
    DataTable table =
        new DataTable(
            name,
            "selected",
            "heads",
            "queries",
            "queries_left_out",
            "least",
            "quartile_1",
            "median",
            "quartile_3",
            "largest",
            "median_lower",
            "median_upper",
            "mean",
            "mean_lower",
            "mean_upper",
            "lower_bound",
            "lower_bound_lower",
            "lower_bound_upper",
            "upper_bound",
            "upper_bound_lower",
            "upper_bound_upper",
            "undecided",
            "null_share",
            "null_share_lower",
            "null_share_upper");
    for (int k = 0; k < grid.selections(0).length; k++) {
      table.row(row(k).row());
    }
    return table;
  }

  private Columns row(int k) {
    double[] share = over(k, RowSeparability.SHARE);
    Bootstrap median = Bootstrap.median(share);
    int queries = shares.get(0).queries(0, k);
    return new Columns()
        .add(grid.selections(0)[k], share.length, queries, grid.lengths()[0] - queries)
        .add(SeparabilityValues.quantiles(share))
        .add(median.lower(), median.upper())
        .add(Bootstrap.mean(share))
        .add(Bootstrap.mean(over(k, RowSeparability.LOWER)))
        .add(Bootstrap.mean(over(k, RowSeparability.UPPER)))
        .add(Bootstrap.plainMean(over(k, RowSeparability.UNDECIDED)))
        .add(Bootstrap.mean(Columns.numbers(nulls, head -> head.mean(0, k, 0))));
  }
}
