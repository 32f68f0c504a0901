package org.attentionlimits.empirical.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.empirical.experiment.Experiment.HeadValues;

/** What {@link Separability} measured on the heads, and tables of it. */
final class SeparabilityValues {

  /** Quantiles of a box plot, in percent: the extremes, the quartiles and the median. */
  private static final double[] QUANTILES = {0, 25, 50, 75, 100};

  private final TopNGrid grid;
  private final int[] selections;
  private final List<HeadValues> heads;
  private final List<HeadMeans> shares;
  private final List<HeadMeans> geometry;
  private final double[] counts;

  SeparabilityValues(TopNGrid grid, List<HeadValues> heads) {
    int first = grid.cells() * (RowSeparability.COUNT + 1);
    int second = first + grid.cells() * (RowGeometry.COUNT + 1);
    this.grid = grid;
    this.selections = grid.selections(0);
    this.heads = heads;
    this.shares =
        heads.stream()
            .map(head -> Arrays.copyOf(head.values(), first))
            .map(values -> new HeadMeans(grid, RowSeparability.COUNT, values))
            .toList();
    this.geometry =
        heads.stream()
            .map(head -> Arrays.copyOfRange(head.values(), first, second))
            .map(values -> new HeadMeans(grid, RowGeometry.COUNT, values))
            .toList();
    this.counts = new double[heads.get(0).values().length - second];
    for (HeadValues head : heads) {
      for (int i = 0; i < counts.length; i++) {
        counts[i] += head.values()[second + i];
      }
    }
  }

  /** The numbers of one head. */
  static double[] join(double[]... parts) {
    return Stream.of(parts).flatMapToDouble(DoubleStream::of).toArray();
  }

  private static double[] over(List<HeadMeans> heads, int k, int quantity) {
    return Columns.numbers(heads, head -> head.mean(0, k, quantity));
  }

  /** One row for each N: the box plot of the heads' shares, mean and median, and the bounds. */
  DataTable shares() {
    DataTable table =
        new DataTable(
            "shares",
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
            "undecided");
    for (int k = 0; k < selections.length; k++) {
      double[] share = over(shares, k, RowSeparability.SHARE);
      Bootstrap median = Bootstrap.median(share);
      int queries = shares.get(0).queries(0, k);
      Columns row = new Columns().add(selections[k], share.length, queries);
      row.add(grid.lengths()[0] - queries)
          .add(quantiles(share))
          .add(median.lower(), median.upper());
      row.add(Bootstrap.mean(share));
      row.add(Bootstrap.mean(over(shares, k, RowSeparability.LOWER)));
      row.add(Bootstrap.mean(over(shares, k, RowSeparability.UPPER)));
      table.row(row.add(Bootstrap.plainMean(over(shares, k, RowSeparability.UNDECIDED))).row());
    }
    return table;
  }

  private static double[] quantiles(double... sample) {
    return DoubleStream.of(QUANTILES)
        .map(p -> sample.length == 0 ? Double.NaN : Bootstrap.quantile(sample, p))
        .toArray();
  }

  /** One row for each N: the box plot of {@code N_s/N} over all rows of all heads. */
  DataTable rows() {
    DataTable table =
        new DataTable(
            "rows", "selected", "rows", "least", "quartile_1", "median", "quartile_3", "largest");
    int start = 0;
    for (int selected : selections) {
      double[] ofN = Arrays.copyOfRange(counts, start, start + selected + 1);
      start += selected + 1;
      Columns row = new Columns().add(selected, DoubleStream.of(ofN).sum());
      DoubleStream.of(QUANTILES).forEach(p -> row.add(quantile(ofN, p / 100) / selected));
      table.row(row.row());
    }
    return table;
  }

  /** The least number that the given share of counted rows does not exceed; NaN without rows. */
  private static double quantile(double[] counted, double share) {
    double rows = DoubleStream.of(counted).sum();
    double sum = 0;
    for (int number = 0; number < counted.length; number++) {
      sum += counted[number];
      if (sum > 0 && sum >= share * rows) {
        return number;
      }
    }
    return Double.NaN;
  }

  /** One row for each N: means over heads of geometric precision, recall and F. */
  DataTable geometry() {
    DataTable table =
        new DataTable(
            "geometry",
            "selected",
            "heads",
            "precision",
            "precision_lower",
            "precision_upper",
            "recall",
            "recall_lower",
            "recall_upper",
            "f",
            "f_lower",
            "f_upper");
    for (int k = 0; k < selections.length; k++) {
      double[] precision = over(geometry, k, RowGeometry.PRECISION);
      Columns row = new Columns().add(selections[k], precision.length);
      row.add(Bootstrap.mean(precision));
      row.add(Bootstrap.mean(over(geometry, k, RowGeometry.RECALL)));
      row.add(Bootstrap.mean(over(geometry, k, RowGeometry.F)));
      table.row(row.row());
    }
    return table;
  }

  /** One row for each head and N. */
  DataTable heads() {
    DataTable table =
        new DataTable(
            "heads", "layer", "head", "selected", "share", "lower_bound", "upper_bound", "f");
    IntStream.range(0, heads.size()).forEach(i -> addHead(table, i));
    return table;
  }

  private void addHead(DataTable table, int i) {
    for (int k = 0; k < selections.length; k++) {
      table.row(
          heads.get(i).layer(),
          heads.get(i).head(),
          selections[k],
          shares.get(i).mean(0, k, RowSeparability.SHARE),
          shares.get(i).mean(0, k, RowSeparability.LOWER),
          shares.get(i).mean(0, k, RowSeparability.UPPER),
          geometry.get(i).mean(0, k, RowGeometry.F));
    }
  }
}
