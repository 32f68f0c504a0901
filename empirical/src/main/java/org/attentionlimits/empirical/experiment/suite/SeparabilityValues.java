package org.attentionlimits.empirical.experiment.suite;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.empirical.experiment.Columns;
import org.attentionlimits.empirical.experiment.DataTable;
import org.attentionlimits.empirical.experiment.Measured;
import org.attentionlimits.empirical.kernel.HeadMeans;
import org.attentionlimits.empirical.kernel.RowCounts;
import org.attentionlimits.empirical.kernel.RowGeometry;
import org.attentionlimits.empirical.kernel.RowSeparability;
import org.attentionlimits.empirical.kernel.TopNGrid;
import org.attentionlimits.empirical.statistics.Bootstrap;

/** What {@link Separability} measured on the heads, and tables of it. */
final class SeparabilityValues {

  /** Quantiles of a box plot, in percent: the extremes, the quartiles and the median. */
  private static final double[] QUANTILES = {0, 25, 50, 75, 100};

  private final int[] selections;
  private final List<Measured<HeadSeparability>> heads;
  private final SpaceShares judged;
  private final SpaceShares beside;
  private final List<HeadMeans> geometry;
  private final RowCounts counts;

  /** What was measured on heads. */
  SeparabilityValues(TopNGrid grid, List<Measured<HeadSeparability>> heads) {
    this.selections = grid.selections(0);
    this.heads = heads;
    this.judged = new SpaceShares(grid, heads.stream().map(h -> h.value().judged()).toList());
    this.beside = new SpaceShares(grid, heads.stream().map(h -> h.value().beside()).toList());
    this.geometry = heads.stream().map(head -> head.value().geometry()).toList();
    this.counts = new RowCounts(selections);
    heads.forEach(head -> counts.add(head.value().rows()));
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
    for (int k = 0; k < selections.length; k++) {
      int place = k;
      int selected = selections[k];
      Columns row = new Columns().add(selected, counts.rows(k));
      DoubleStream.of(QUANTILES).forEach(p -> row.add(counts.quantile(place, p / 100) / selected));
      table.row(row.row());
    }
    return table;
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
