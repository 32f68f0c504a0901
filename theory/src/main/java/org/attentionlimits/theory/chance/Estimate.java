package org.attentionlimits.theory.chance;

import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;

/**
 * A number that is enclosed, or a confidence interval of one.
 *
 * @param value the enclosure or the interval
 * @param doubt chance that the number lies outside; 0 if it was computed and not sampled
 */
public record Estimate(Real value, double doubt) {

  /** Rejects a doubt that is no chance. */
  public Estimate {
    if (!(doubt >= 0 && doubt < 1)) {
      throw new IllegalArgumentException("doubt must be at least 0 and less than 1: " + doubt);
    }
  }

  /** A number that was computed. */
  public static Estimate exact(Real value) {
    return new Estimate(value, 0);
  }

  /** A confidence interval at {@link Sampling#DOUBT}, in an arithmetic. */
  public static Estimate sampled(Bounds bounds, Arithmetic arithmetic) {
    return new Estimate(bounds.enclosed(arithmetic), Sampling.DOUBT);
  }

  /** Whether the number was sampled. */
  public boolean isSampled() {
    return doubt > 0;
  }

  /** {@code 1 − this}. */
  public Estimate complement() {
    return new Estimate(value.arithmetic().of(1).minus(value), doubt);
  }
}
