package org.attentionlimits.reports.figure;

/**
 * An axis.
 *
 * @param label the quantity, with its unit if it has one, as {@code visible tokens n}
 * @param scale its spacing
 */
public record Axis(String label, Scale scale) {

  /** Rejects an axis without a label. */
  public Axis {
    if (label.isBlank()) {
      throw new IllegalArgumentException("label of an axis must not be blank");
    }
  }

  void requireOnAxis(double value) {
    if (!Double.isFinite(value) || (scale.isLogarithmic() && value <= 0)) {
      throw new IllegalArgumentException(
          label + " must be finite" + (scale.isLogarithmic() ? " and positive: " : ": ") + value);
    }
  }
}
