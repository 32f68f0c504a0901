package org.attentionlimits.reports.figure;

import java.util.List;

/**
 * Points joined by a line, with the band of their intervals.
 *
 * @param name for the legend
 * @param points in the order in which they are joined
 */
public record Series(String name, List<Point> points) {

  /**
   * A point with its interval.
   *
   * @param x where
   * @param y how much
   * @param low end of the interval, at most y
   * @param high end of the interval, at least y
   */
  public record Point(double x, double y, double low, double high) {

    /** Rejects an interval that does not hold y. */
    public Point {
      if (!(low <= y && y <= high)) {
        throw new IllegalArgumentException(
            "interval must hold y = " + y + ": " + low + " to " + high);
      }
    }

    /** A point known exactly. */
    public static Point of(double x, double y) {
      return new Point(x, y, y, y);
    }
  }

  /** Rejects a series without points. */
  public Series {
    points = List.copyOf(points);
    if (name.isBlank() || points.isEmpty()) {
      throw new IllegalArgumentException("series must have a name and points: " + name);
    }
  }
}
