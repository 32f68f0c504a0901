package org.attentionlimits.empirical.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.empirical.experiment.Experiment.HeadValues;
import org.attentionlimits.empirical.kernel.HeadMeans;
import org.attentionlimits.empirical.kernel.RowGeometry;
import org.attentionlimits.empirical.kernel.RowSeparability;
import org.attentionlimits.empirical.kernel.TopNGrid;
import org.attentionlimits.empirical.statistics.Bootstrap;

/** What {@link Separability} measured on the heads, and tables of it. */
final class SeparabilityValues {

  /** Quantiles of a box plot, in percent: the extremes, the quartiles and the median. */
  private static final double[] QUANTILES = {0, 25, 50, 75, 100};

  private final int[] selections;
  private final List<HeadValues> heads;
  private final SpaceShares judged;
  private final SpaceShares beside;
  private final List<HeadMeans> geometry;
  private final double[] counts;

  /**
   * Of each head: the shares that are judged, those beside, geometric precision and recall, and the
   * counts of rows.
   */
  SeparabilityValues(TopNGrid grid, List<HeadValues> heads) {
    int first = 2 * SpaceShares.size(grid);
    int second = first + grid.cells() * (RowGeometry.COUNT + 1);
    this.selections = grid.selections(0);
    this.heads = heads;
    this.judged = new SpaceShares(grid, heads, 0);
    this.beside = new SpaceShares(grid, heads, SpaceShares.size(grid));
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

  /** The shares that are judged, by N. */
  DataTable shares() {
    return judged.table("shares");
  }

  /** All tables; the shares beside only where they were measured. */
  List<DataTable> tables() {
    return Stream.of(
            Stream.of(shares()),
            Stream.of(beside).filter(SpaceShares::isGiven).map(other -> other.table("beside")),
            Stream.of(rows(), geometry(), heads()))
        .flatMap(tables -> tables)
        .toList();
  }

  /** The numbers of a box plot; NaN without a sample. */
  static double[] quantiles(double... sample) {
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
            "heads",
            "layer",
            "head",
            "selected",
            "share",
            "lower_bound",
            "upper_bound",
            "null_share",
            "beside",
            "f");
    IntStream.range(0, heads.size()).forEach(i -> addHead(table, i));
    return table;
  }

  private void addHead(DataTable table, int i) {
    for (int k = 0; k < selections.length; k++) {
      table.row(
          heads.get(i).layer(),
          heads.get(i).head(),
          selections[k],
          judged.mean(i, k, RowSeparability.SHARE),
          judged.mean(i, k, RowSeparability.LOWER),
          judged.mean(i, k, RowSeparability.UPPER),
          judged.nullShare(i, k),
          beside.mean(i, k, RowSeparability.SHARE),
          geometry.get(i).mean(0, k, RowGeometry.F));
    }
  }
}
