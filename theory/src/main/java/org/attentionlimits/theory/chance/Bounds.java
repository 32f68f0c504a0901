package org.attentionlimits.theory.chance;

import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;

/**
 * An interval of doubles.
 *
 * @param lower its lower end, finite
 * @param upper its upper end, finite and not below the lower one
 */
public record Bounds(double lower, double upper) {

  /** Rejects ends that are not finite and in order. */
  public Bounds {
    boolean isFinite = Double.isFinite(lower) && Double.isFinite(upper);
    if (!(isFinite && lower <= upper)) {
      throw new IllegalArgumentException(
          "ends must be finite and in order: " + lower + " and " + upper);
    }
  }

  /**
   * A number of the arithmetic that encloses the interval, whether the arithmetic reads a double as
   * its binary value or as the decimal it prints as: ends that are no integers are moved outwards
   * by one unit in the last place.
   */
  public Real enclosed(Arithmetic arithmetic) {
    double low = lower == Math.rint(lower) ? lower : Math.nextDown(lower);
    double high = upper == Math.rint(upper) ? upper : Math.nextUp(upper);
    return arithmetic.input(low).hull(arithmetic.input(high));
  }
}
