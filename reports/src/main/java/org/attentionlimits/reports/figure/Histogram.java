package org.attentionlimits.reports.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * How a quantity is distributed: a bar for each interval, of a colour for each series, and lines at
 * the places that matter.
 *
 * @param id file-safe name, which begins all ids within the picture
 * @param title shown above it
 * @param description what it shows, for those who do not see it
 * @param x label of the quantity
 * @param y label of the counts
 * @param series at least one
 * @param marks lines across
 */
public record Histogram(
    String id,
    String title,
    String description,
    String x,
    String y,
    List<Bars> series,
    List<Mark> marks) {

  private static final int WIDTH = 520;
  private static final int HEIGHT = 340;
  private static final int TEXT_SIZE = 13;
  private static final float LINE_WIDTH = 2;
  private static final Color CLEAR =
      new Color(Theme.TEXT.getRed(), Theme.TEXT.getGreen(), Theme.TEXT.getBlue(), 0);

  private static final float[] DASHES = {6, 4};

  /** Room above the highest bar, for the labels of marks. */
  private static final double HEADROOM = 1.18;

  /** Room beside a mark at the end of the axis. */
  private static final double MARGIN = 0.02;

  /**
   * Bars of one colour.
   *
   * @param name for the legend
   * @param bars at least one
   */
  public record Bars(String name, List<Bar> bars) {

    /** Copies the list. */
    public Bars {
      bars = List.copyOf(bars);
    }
  }

  /**
   * A bar.
   *
   * @param from where its interval begins
   * @param to where it ends
   * @param count how many are in it
   */
  public record Bar(double from, double to, double count) {}

  /**
   * A line across.
   *
   * @param x where
   * @param label short
   */
  public record Mark(double x, String label) {}

  /** Rejects what cannot be drawn. */
  public Histogram {
    series = List.copyOf(series);
    marks = List.copyOf(marks);
    if (series.isEmpty() || series.size() > Theme.SERIES || marks.size() > Theme.SERIES) {
      throw new IllegalArgumentException("series must be from 1 to " + Theme.SERIES + ": " + id);
    }
    if (series.stream().anyMatch(bars -> bars.bars().isEmpty())) {
      throw new IllegalArgumentException("a series must have bars: " + id);
    }
  }

  /** The picture, or a paragraph that says why there is none: as {@link Figure#svg()}. */
  public String svg() {
    return Figure.canBeDrawn()
        ? new Picture(id, title, description, chart(), WIDTH, HEIGHT).svg()
        : Figure.NO_FONTS;
  }

  private JFreeChart chart() {
    XYIntervalSeriesCollection bars = new XYIntervalSeriesCollection();
    XYBarRenderer renderer = new XYBarRenderer();
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setMargin(0.1);
    for (int i = 0; i < series.size(); i++) {
      bars.addSeries(drawn(series.get(i)));
      renderer.setSeriesPaint(i, Theme.series(i));
    }
    XYPlot plot =
        new XYPlot(bars, axis(x, right(), MARGIN), axis(y, highest() * HEADROOM, 0), renderer);
    for (int i = 0; i < marks.size(); i++) {
      plot.addDomainMarker(marker(marks.get(i)));
    }
    Chart.style(plot);
    return Chart.titled(title, plot);
  }

  private static XYIntervalSeries drawn(Bars bars) {
    XYIntervalSeries drawn = new XYIntervalSeries(bars.name(), false, true);
    for (Bar bar : bars.bars()) {
      drawn.add((bar.from() + bar.to()) / 2, bar.from(), bar.to(), bar.count(), 0, bar.count());
    }
    return drawn;
  }

  private double right() {
    return Math.max(
        series.stream().flatMap(b -> b.bars().stream()).mapToDouble(Bar::to).max().orElseThrow(),
        marks.stream().mapToDouble(Mark::x).max().orElse(0));
  }

  private double highest() {
    return series.stream()
        .flatMap(b -> b.bars().stream())
        .mapToDouble(Bar::count)
        .max()
        .orElseThrow();
  }

  private static NumberAxis axis(String label, double end, double margin) {
    NumberAxis axis = new NumberAxis(label);
    axis.setRange(0, end * (1 + margin));
    Chart.style(axis);
    return axis;
  }

  private static ValueMarker marker(Mark mark) {
    ValueMarker marker =
        new ValueMarker(
            mark.x(),
            Theme.TEXT,
            new BasicStroke(
                LINE_WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0));
    marker.setLabel(mark.label());
    marker.setLabelFont(Theme.font(Font.PLAIN, TEXT_SIZE));
    marker.setLabelPaint(Theme.TEXT);
    marker.setLabelBackgroundColor(CLEAR);
    marker.setLabelAnchor(RectangleAnchor.TOP_LEFT);
    marker.setLabelTextAnchor(TextAnchor.TOP_RIGHT);
    return marker;
  }
}
