package org.attentionlimits.reports.figure;

import java.util.List;
import java.util.Locale;

/**
 * Box plots: whiskers to the extremes, a box between the quartiles, a line at the median.
 *
 * @param name for the legend
 * @param boxes at least one
 */
public record Boxes(String name, List<Box> boxes) {

  /**
   * What is spread at one place.
   *
   * @param x where
   * @param least of all
   * @param quartile1 a quarter is below
   * @param median half is below
   * @param quartile3 three quarters are below
   * @param largest of all
   */
  public record Box(
      double x, double least, double quartile1, double median, double quartile3, double largest) {

    /** Rejects what is not in order. */
    public Box {
      if (!(least <= quartile1
          && quartile1 <= median
          && median <= quartile3
          && quartile3 <= largest)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "quantiles must be in order at x = %s: %s, %s, %s, %s, %s",
                x,
                least,
                quartile1,
                median,
                quartile3,
                largest));
      }
    }
  }

  /** Rejects boxes without a name or of no data. */
  public Boxes {
    boxes = List.copyOf(boxes);
    if (name.isBlank() || boxes.isEmpty()) {
      throw new IllegalArgumentException("boxes must have a name and data: " + name);
    }
  }
}
