package org.attentionlimits.empirical.experiment.suite;

import java.nio.DoubleBuffer;
import java.util.List;
import org.attentionlimits.empirical.experiment.Columns;
import org.attentionlimits.empirical.experiment.DataTable;
import org.attentionlimits.empirical.experiment.Measured;
import org.attentionlimits.empirical.kernel.EmbeddingProducts;
import org.attentionlimits.empirical.kernel.HeadMeans;
import org.attentionlimits.empirical.kernel.RowDistances;
import org.attentionlimits.empirical.kernel.TopNGrid;
import org.attentionlimits.empirical.kernel.TopNSweep;
import org.attentionlimits.empirical.kernel.Visibility;
import org.attentionlimits.empirical.statistics.Bootstrap;
import org.attentionlimits.empirical.tensor.HeadAttention;

/**
 * Mean over queries of the cumulative distance, of the main sum of its expectation, and of its
 * bound, for each length and N of a grid: what several experiments measure.
 */
final class Distances {

  private final TopNGrid grid;
  private final Visibility visibility;
  private final boolean withBound;

  Distances(TopNGrid grid, Visibility visibility, boolean withBound) {
    this.grid = grid;
    this.visibility = visibility;
    this.withBound = withBound;
  }

  /** The means of a head. */
  HeadMeans measure(HeadAttention head) {
    EmbeddingProducts embeddings =
        new EmbeddingProducts(head.visibleEmbeddings(grid.longest() - 1));
    RowDistances quantities = new RowDistances(embeddings, withBound);
    return new TopNSweep(grid, visibility).run(head, quantities, quantities.count());
  }

  /** The means of a head whose numbers come next in a buffer. */
  HeadMeans read(DoubleBuffer numbers) {
    return HeadMeans.read(grid, withBound ? 3 : 2, numbers);
  }

  /** The heads' means at the l-th length and its k-th N, of the heads that have any. */
  double[] means(List<Measured<HeadMeans>> heads, int l, int k, int quantity) {
    return Columns.numbers(heads, head -> head.value().mean(l, k, quantity));
  }

  /** One row for each length and N: means over heads with their intervals. */
  DataTable meansOverHeads(List<Measured<HeadMeans>> heads) {
    DataTable table =
        new DataTable(
            "means",
            "length",
            "selected",
            "heads",
            "queries",
            "queries_left_out",
            "distance",
            "distance_lower",
            "distance_upper",
            "main_sum",
            "main_sum_lower",
            "main_sum_upper",
            "bound",
            "bound_lower",
            "bound_upper");
    for (int l = 0; l < grid.lengths().length; l++) {
      for (int k = 0; k < grid.selections(l).length; k++) {
        int queries = queries(heads, l, k);
        Columns row = new Columns().add(grid.lengths()[l], grid.selections(l)[k]);
        double[] distances = means(heads, l, k, RowDistances.DISTANCE);
        row.add(distances.length, queries, grid.lengths()[l] - queries);
        row.add(Bootstrap.mean(distances));
        row.add(Bootstrap.mean(means(heads, l, k, RowDistances.MAIN_SUM)));
        row.add(Bootstrap.mean(means(heads, l, k, RowDistances.BOUND)));
        table.row(row.row());
      }
    }
    return table;
  }

  /** Queries that have a token beyond the top N, the same for every head. */
  int queries(List<Measured<HeadMeans>> heads, int l, int k) {
    return heads.get(0).value().queries(l, k);
  }

  /** One row for each head, length and N. */
  DataTable heads(List<Measured<HeadMeans>> heads) {
    DataTable table =
        new DataTable(
            "heads", "layer", "head", "length", "selected", "distance", "main_sum", "bound");
    for (Measured<HeadMeans> head : heads) {
      HeadMeans means = head.value();
      for (int l = 0; l < grid.lengths().length; l++) {
        for (int k = 0; k < grid.selections(l).length; k++) {
          table.row(
              head.layer(),
              head.head(),
              grid.lengths()[l],
              grid.selections(l)[k],
              means.mean(l, k, RowDistances.DISTANCE),
              means.mean(l, k, RowDistances.MAIN_SUM),
              means.mean(l, k, RowDistances.BOUND));
        }
      }
    }
    return table;
  }
}
