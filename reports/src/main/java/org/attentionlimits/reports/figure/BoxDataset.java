package org.attentionlimits.reports.figure;

import java.util.List;
import org.attentionlimits.reports.figure.Boxes.Box;
import org.jfree.data.statistics.BoxAndWhiskerXYDataset;
import org.jfree.data.xy.AbstractXYDataset;

/** Boxes at their places on two axes, as JFreeChart asks for them. */
final class BoxDataset extends AbstractXYDataset implements BoxAndWhiskerXYDataset {

  private static final long serialVersionUID = 1;

  private final transient Boxes boxes;
  private final transient Axis x;
  private final transient Axis y;

  BoxDataset(Boxes boxes, Axis x, Axis y) {
    this.boxes = boxes;
    this.x = x;
    this.y = y;
  }

  private Box box(int item) {
    return boxes.boxes().get(item);
  }

  private double place(double value) {
    return y.scale().place(value);
  }

  @Override
  public int getSeriesCount() {
    return 1;
  }

  @Override
  public Comparable<?> getSeriesKey(int series) {
    return boxes.name();
  }

  @Override
  public int getItemCount(int series) {
    return boxes.boxes().size();
  }

  @Override
  public Number getX(int series, int item) {
    return x.scale().place(box(item).x());
  }

  @Override
  public Number getY(int series, int item) {
    return getMedianValue(series, item);
  }

  @Override
  public Number getMedianValue(int series, int item) {
    return place(box(item).median());
  }

  @Override
  public Number getQ1Value(int series, int item) {
    return place(box(item).quartile1());
  }

  @Override
  public Number getQ3Value(int series, int item) {
    return place(box(item).quartile3());
  }

  @Override
  public Number getMinRegularValue(int series, int item) {
    return place(box(item).least());
  }

  @Override
  public Number getMaxRegularValue(int series, int item) {
    return place(box(item).largest());
  }

  /** None is drawn. */
  @Override
  public Number getMeanValue(int series, int item) {
    return null;
  }

  @Override
  public Number getMinOutlier(int series, int item) {
    return getMinRegularValue(series, item);
  }

  @Override
  public Number getMaxOutlier(int series, int item) {
    return getMaxRegularValue(series, item);
  }

  /** None: the whiskers reach the extremes. */
  @Override
  public List<?> getOutliers(int series, int item) {
    return List.of();
  }

  @Override
  public double getOutlierCoefficient() {
    return 0;
  }

  @Override
  public double getFaroutCoefficient() {
    return 0;
  }
}
