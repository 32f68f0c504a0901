package org.attentionlimits.reports.figure;

/** How an axis spaces its numbers. */
public enum Scale {
  /** Equal differences, with zero in view on a vertical axis. */
  LINEAR(0),
  /** Equal ratios, ticks at powers of two. */
  LOG_2(2),
  /** Equal ratios, ticks at powers of ten. */
  LOG_10(10);

  private final int base;

  Scale(int base) {
    this.base = base;
  }

  /** Whether only positive numbers have a place. */
  public boolean isLogarithmic() {
    return base > 0;
  }

  /** Where a number stands on the axis: itself, or its exponent. */
  double place(double value) {
    return switch (this) {
      case LINEAR -> value;
      case LOG_2 -> Math.log(value) / Math.log(2);
      case LOG_10 -> Math.log10(value);
    };
  }

  /** The number at a place. */
  double value(double place) {
    return isLogarithmic() ? Math.pow(base, place) : place;
  }
}
