package org.attentionlimits.theory.normalize;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * Attention weights of one row of which only bounds are known, as those that were rounded when they
 * were stored.
 *
 * <ul>
 *   <li>A lower bound of zero: the weight may be zero, and its logarithm has no lower bound.
 * </ul>
 */
public final class WeightBounds {

  private final double[] lower;
  private final double[] upper;

  /**
   * Bounds of weights.
   *
   * @param lower [n], n ≥ 1, each at least 0
   * @param upper [n], finite, positive, and none below the lower one
   * @throws IllegalArgumentException on any other argument
   */
  public WeightBounds(double[] lower, double[] upper) {
    if (lower.length == 0 || lower.length != upper.length) {
      throw new IllegalArgumentException(
          "bounds must be as many, at least one: " + lower.length + " and " + upper.length);
    }
    for (int i = 0; i < lower.length; i++) {
      boolean positive = upper[i] > 0 && upper[i] < Double.POSITIVE_INFINITY;
      if (!(lower[i] >= 0 && lower[i] <= upper[i] && positive)) {
        throw new IllegalArgumentException(
            "bounds of a weight must be from zero up and in order: "
                + lower[i]
                + " and "
                + upper[i]);
      }
    }
    this.lower = lower.clone();
    this.upper = upper.clone();
  }

  /** Number of weights. */
  public int size() {
    return lower.length;
  }

  /** Whether the logarithm of every weight has bounds. */
  public boolean arePositive() {
    return IntStream.range(0, size()).allMatch(i -> lower[i] > 0);
  }

  /** Enclosures of the weights, [n]. */
  public Vec weights(Arithmetic arithmetic) {
    return arithmetic.vector(
        IntStream.range(0, size())
            .mapToObj(i -> arithmetic.input(lower[i]).hull(arithmetic.input(upper[i])))
            .toArray(Real[]::new));
  }

  /**
   * The bounds themselves, if the logarithm of every weight has bounds.
   *
   * @throws UnknownLogitsException if a weight may be zero
   */
  public WeightBounds requirePositive() {
    if (!arePositive()) {
      throw new UnknownLogitsException();
    }
    return this;
  }

  /** A number of the middle of each weight's bounds, [n]. */
  public double[] middles(DoubleUnaryOperator number) {
    return IntStream.range(0, size())
        .mapToDouble(i -> number.applyAsDouble(lower[i] + (upper[i] - lower[i]) / 2))
        .toArray();
  }
}
