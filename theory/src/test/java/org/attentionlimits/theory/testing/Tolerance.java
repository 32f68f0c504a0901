package org.attentionlimits.theory.testing;

/**
 * The most units in the last place that results may be off, beside the most that they were seen to
 * be off when the bound was written down.
 *
 * @param asserted what must hold
 * @param observed what was seen
 */
public record Tolerance(double asserted, double observed) {

  /** A bound further than this from what is seen would hide a loss of accuracy. */
  private static final double MOST_SLACK = 4;

  /** Rejects a bound below what was seen, or far above it. */
  public Tolerance {
    if (!(observed <= asserted && asserted <= MOST_SLACK * observed)) {
      throw new IllegalArgumentException(
          "asserted must be from observed to "
              + MOST_SLACK
              + " times that: "
              + asserted
              + ", "
              + observed);
    }
  }

  /** Nothing may be off. */
  public static Tolerance none() {
    return new Tolerance(0, 0);
  }

  /** Begins {@code ulps(4).observed(2.1)}. */
  public static Asserted ulps(double asserted) {
    return new Asserted(asserted);
  }

  /**
   * Half a tolerance.
   *
   * @param asserted what must hold
   */
  public record Asserted(double asserted) {
    /** The tolerance. */
    public Tolerance observed(double seen) {
      return new Tolerance(asserted, seen);
    }
  }

  /** Whether an error is within what is asserted. */
  public boolean admits(double error) {
    return error <= asserted;
  }

  @Override
  public String toString() {
    return asserted + " ulp asserted, " + observed + " ulp observed";
  }
}
