package org.attentionlimits.empirical.experiment;

import java.util.Arrays;
import java.util.List;
import org.attentionlimits.empirical.experiment.Experiment.HeadValues;
import org.attentionlimits.empirical.kernel.HeadMeans;
import org.attentionlimits.empirical.kernel.RowSeparability;
import org.attentionlimits.empirical.kernel.TopNGrid;
import org.attentionlimits.empirical.statistics.Bootstrap;

/**
 * Shares of separable tokens in one space of embeddings, of several heads: the quantities of {@link
 * RowSeparability}, and the null model. A head's plain numbers are all zero where the space is not
 * given.
 */
final class SpaceShares {

  private final TopNGrid grid;
  private final List<HeadMeans> shares;
  private final List<HeadMeans> nulls;

  /**
   * Shares of heads.
   *
   * @param first place of their numbers among a head's
   */
  SpaceShares(TopNGrid grid, List<HeadValues> heads, int first) {
    int second = first + grid.cells() * (RowSeparability.COUNT + 1);
    this.grid = grid;
    this.shares =
        heads.stream()
            .map(head -> Arrays.copyOfRange(head.values(), first, second))
            .map(values -> new HeadMeans(grid, RowSeparability.COUNT, values))
            .toList();
    this.nulls =
        heads.stream()
            .map(head -> Arrays.copyOfRange(head.values(), second, first + size(grid)))
            .map(values -> new HeadMeans(grid, 1, values))
            .toList();
  }

  /** How many plain numbers a head has. */
  static int size(TopNGrid grid) {
    return grid.cells() * (RowSeparability.COUNT + 1 + 2);
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
