package org.attentionlimits.reports.figure;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lines with intervals, and box plots, on two axes. The same figure gives the same picture on the
 * same machine.
 *
 * @param id file-safe name, which begins all ids within the picture
 * @param title shown above it
 * @param description what it shows, for those who do not see it
 * @param x horizontal axis
 * @param y vertical axis
 * @param series at least one, or boxes; at most {@value Theme#SERIES}, the boxes being one
 * @param boxes drawn first
 */
public record Figure(
    String id,
    String title,
    String description,
    Axis x,
    Axis y,
    List<Series> series,
    Optional<Boxes> boxes) {

  static final String NO_FONTS =
      "<p class=\"none\">No figure: Java found no fonts where this was written.</p>";

  private static final int WIDTH = 720;
  private static final int HEIGHT = 420;

  private static final Pattern FILE_SAFE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** Rejects what cannot be drawn. */
  public Figure {
    series = List.copyOf(series);
    if (!FILE_SAFE.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "id must be lower-case letters, digits and hyphens: " + id);
    }
    if (title.isBlank() || description.isBlank()) {
      throw new IllegalArgumentException("title and description must not be blank: " + id);
    }
    int drawn = series.size() + (boxes.isPresent() ? 1 : 0);
    if (drawn == 0 || drawn > Theme.SERIES) {
      throw new IllegalArgumentException("series must be from 1 to " + Theme.SERIES + ": " + drawn);
    }
    boxes.ifPresent(
        all ->
            all.boxes()
                .forEach(
                    box -> {
                      x.requireOnAxis(box.x());
                      y.requireOnAxis(box.least());
                      y.requireOnAxis(box.largest());
                    }));
    for (Series one : series) {
      for (Series.Point point : one.points()) {
        x.requireOnAxis(point.x());
        y.requireOnAxis(point.low());
        y.requireOnAxis(point.y());
        y.requireOnAxis(point.high());
      }
    }
  }

  /** Lines alone. */
  public Figure(String id, String title, String description, Axis x, Axis y, List<Series> series) {
    this(id, title, description, x, y, series, Optional.empty());
  }

  /** Whether figures can be drawn here: not where Java finds no fonts, as in small containers. */
  public static boolean canBeDrawn() {
    return Theme.hasFonts();
  }

  /**
   * The picture: an {@code svg} element with its text alternative, to stand in a page or, being
   * well-formed, in a file. Where {@link #canBeDrawn()} is false, a paragraph that says so.
   */
  public String svg() {
    return canBeDrawn()
        ? new Picture(id, title, description, Chart.of(this), WIDTH, HEIGHT).svg()
        : NO_FONTS;
  }
}
