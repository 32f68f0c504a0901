package org.attentionlimits.reports.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYBoxAndWhiskerRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * A figure as a chart of JFreeChart. On a logarithmic axis it is exponents that are drawn, so that
 * ticks are whole powers and stay text.
 */
final class Chart {

  private static final int TITLE_SIZE = 15;
  private static final int TEXT_SIZE = 12;
  private static final float LINE_WIDTH = 2;
  private static final float BAND_OPACITY = 0.2f;
  private static final double MARGIN = 0.03;

  /** Pixels. */
  private static final double BOX_WIDTH = 14;

  /** Least extent of a linear axis, relative to the largest number on it. */
  private static final double FLAT = 1e-6;

  /** Differences of exponents that are rounding. */
  private static final double SAME_POWER = 1e-9;

  /** Steps of exponents between ticks, of which the least that leaves room is taken. */
  private static final List<Integer> TICK_POWERS = List.of(1, 2, 5, 10, 20, 50, 100, 200, 500);

  /** Lengths of dashes and gaps by series; the first is solid. */
  private static final float[][] DASHES = {null, {8, 4}, {2, 3}, {8, 3, 2, 3}, {14, 4}, {4, 2}};

  private Chart() {}

  static JFreeChart of(Figure figure) {
    NumberAxis x =
        axis(
            figure.x(),
            places(figure.x(), figure, p -> DoubleStream.of(p.x()), b -> DoubleStream.of(b.x())),
            false);
    NumberAxis y =
        axis(
            figure.y(),
            places(
                figure.y(),
                figure,
                p -> DoubleStream.of(p.low(), p.high()),
                b -> DoubleStream.of(b.least(), b.largest())),
            true);
    XYPlot plot = new XYPlot(dataset(figure), x, y, renderer(figure));
    figure.boxes().ifPresent(boxes -> add(boxes, figure, plot));
    style(plot);
    return titled(figure.title(), plot);
  }

  /** Ground and grid of a plot. */
  static void style(XYPlot plot) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinePaint(Theme.GRID);
    plot.setRangeGridlinePaint(Theme.GRID);
    plot.setDomainGridlineStroke(new BasicStroke(1));
    plot.setRangeGridlineStroke(new BasicStroke(1));
  }

  /** A chart of a plot, with its title and legend. */
  static JFreeChart titled(String title, XYPlot plot) {
    TextUtils.setUseDrawRotatedStringWorkaround(false);
    JFreeChart chart = new JFreeChart(title, Theme.font(Font.BOLD, TITLE_SIZE), plot, true);
    chart.setBackgroundPaint(null);
    chart.getTitle().setPaint(Theme.TEXT);
    decorate(chart.getLegend());
    return chart;
  }

  /** Fonts and colours of an axis. */
  static void style(NumberAxis axis) {
    axis.setLabelFont(Theme.font(Font.PLAIN, TEXT_SIZE));
    axis.setTickLabelFont(Theme.font(Font.PLAIN, TEXT_SIZE));
    axis.setLabelPaint(Theme.TEXT);
    axis.setTickLabelPaint(Theme.TEXT);
    axis.setAxisLinePaint(Theme.TEXT);
    axis.setTickMarkPaint(Theme.TEXT);
  }

  /** In the colour after those of the lines. */
  private static void add(Boxes boxes, Figure figure, XYPlot plot) {
    XYBoxAndWhiskerRenderer renderer = new XYBoxAndWhiskerRenderer(BOX_WIDTH);
    Color color = Theme.series(figure.series().size());
    renderer.setFillBox(false);
    renderer.setBoxPaint(color);
    renderer.setArtifactPaint(color);
    renderer.setSeriesPaint(0, color);
    renderer.setSeriesOutlinePaint(0, color);
    renderer.setSeriesStroke(0, new BasicStroke(LINE_WIDTH));
    plot.setDataset(1, new BoxDataset(boxes, figure.x(), figure.y()));
    plot.setRenderer(1, renderer);
  }

  private static double[] places(
      Axis axis,
      Figure figure,
      Function<Series.Point, DoubleStream> ofPoint,
      Function<Boxes.Box, DoubleStream> ofBox) {
    DoubleStream points =
        figure.series().stream()
            .flatMap(series -> series.points().stream())
            .flatMapToDouble(ofPoint);
    DoubleStream boxes =
        figure.boxes().stream().flatMap(all -> all.boxes().stream()).flatMapToDouble(ofBox);
    return DoubleStream.concat(points, boxes).map(axis.scale()::place).toArray();
  }

  private static void decorate(LegendTitle legend) {
    legend.setBackgroundPaint(null);
    legend.setFrame(BlockBorder.NONE);
    legend.setItemFont(Theme.font(Font.PLAIN, TEXT_SIZE));
    legend.setItemPaint(Theme.TEXT);
  }

  private static NumberAxis axis(Axis axis, double[] places, boolean vertical) {
    NumberAxis drawn = new NumberAxis(axis.label());
    drawn.setNumberFormatOverride(new TickFormat(axis.scale()));
    if (axis.scale().isLogarithmic()) {
      showPowers(drawn, places);
    } else {
      double largest = Arrays.stream(places).map(Math::abs).max().orElseThrow();
      drawn.setAutoRangeMinimumSize(largest == 0 ? 1 : FLAT * largest);
      drawn.setAutoRangeIncludesZero(vertical);
    }
    style(drawn);
    return drawn;
  }

  /** From a whole exponent to another, with ticks at such alone. */
  private static void showPowers(NumberAxis axis, double[] exponents) {
    TickUnits powers = new TickUnits();
    TICK_POWERS.forEach(power -> powers.add(new NumberTickUnit(power)));
    axis.setStandardTickUnits(powers);
    double low = Math.floor(Arrays.stream(exponents).min().orElseThrow() + SAME_POWER);
    double high = Math.ceil(Arrays.stream(exponents).max().orElseThrow() - SAME_POWER);
    double extent = Math.max(1, high - low);
    axis.setRange(low - MARGIN * extent, low + (1 + MARGIN) * extent);
  }

  private static YIntervalSeriesCollection dataset(Figure figure) {
    Scale x = figure.x().scale();
    Scale y = figure.y().scale();
    YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
    for (Series series : figure.series()) {
      YIntervalSeries drawn = new YIntervalSeries(series.name(), false, true);
      for (Series.Point point : series.points()) {
        drawn.add(
            x.place(point.x()), y.place(point.y()), y.place(point.low()), y.place(point.high()));
      }
      dataset.addSeries(drawn);
    }
    return dataset;
  }

  private static DeviationRenderer renderer(Figure figure) {
    DeviationRenderer renderer = new DeviationRenderer(true, true);
    renderer.setAlpha(BAND_OPACITY);
    renderer.setDrawSeriesLineAsPath(true);
    for (int i = 0; i < figure.series().size(); i++) {
      renderer.setSeriesPaint(i, Theme.series(i));
      renderer.setSeriesFillPaint(i, Theme.series(i));
      renderer.setSeriesStroke(i, stroke(DASHES[i]));
      renderer.setSeriesShape(i, marker(i));
    }
    return renderer;
  }

  private static BasicStroke stroke(float[] dashes) {
    return new BasicStroke(LINE_WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
  }

  /** Discs, squares and triangles in turn. */
  private static Shape marker(int series) {
    return switch (series % 3) {
      case 0 -> new Ellipse2D.Double(-3.5, -3.5, 7, 7);
      case 1 -> new Rectangle2D.Double(-3, -3, 6, 6);
      default -> triangle();
    };
  }

  private static Shape triangle() {
    Path2D path = new Path2D.Double();
    path.moveTo(0, -4);
    path.lineTo(4, 3);
    path.lineTo(-4, 3);
    path.closePath();
    return path;
  }
}
