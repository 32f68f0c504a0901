package org.attentionlimits.theory.normalize;

import java.util.Arrays;
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

  /** Operations beside those of a sum, of which each is off by no more than a unit. */
  private static final int SUM_OPERATIONS = 8;

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

  /**
   * The same, each bound tightened by the others: a weight is what the others leave of the sum. If
   * no weights within these bounds may sum so, more than their storage rounded them, as a softmax
   * in 16 bits does: the bounds are first widened, relatively, by the most that their sum may
   * differ from one.
   *
   * @param slack by how much the sum may differ from one, at least 0
   */
  public WeightBounds summingToOne(double slack) {
    double leastSum = Arrays.stream(lower).sum();
    double mostSum = Arrays.stream(upper).sum();
    double rounding = (size() + SUM_OPERATIONS) * Math.ulp(Math.max(1, mostSum));
    double least = 1 - slack - rounding;
    double most = 1 + slack + rounding;
    if (!(leastSum <= most && least <= mostSum)) {
      return widened(2 * (Math.max(error(leastSum), error(mostSum)) + rounding))
          .summingToOne(slack);
    }
    double[] tighterLower = new double[size()];
    double[] tighterUpper = new double[size()];
    for (int i = 0; i < size(); i++) {
      tighterLower[i] = Math.max(lower[i], least - (mostSum - upper[i]));
      tighterUpper[i] = Math.min(upper[i], most - (leastSum - lower[i]));
      if (!(tighterLower[i] <= tighterUpper[i] && tighterUpper[i] > 0)) {
        return this;
      }
    }
    return new WeightBounds(tighterLower, tighterUpper);
  }

  /**
   * How much weights of such a sum are off, relatively to what they are or to what they would be.
   */
  private static double error(double sum) {
    return Math.min(1, Math.max(Math.abs(1 - sum), Math.abs(1 - 1 / sum)));
  }

  private WeightBounds widened(double relative) {
    return new WeightBounds(
        Arrays.stream(lower).map(x -> x * Math.max(0, 1 - relative)).toArray(),
        Arrays.stream(upper).map(x -> Math.nextUp(x * (1 + relative))).toArray());
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

  /**
   * A number of the middle of each weight's bounds, [n], which is positive as the upper ones are.
   */
  public double[] middles(DoubleUnaryOperator number) {
    return IntStream.range(0, size())
        .mapToDouble(i -> number.applyAsDouble(middle(lower[i], upper[i])))
        .toArray();
  }

  /** Half of the smallest number is rounded to zero. */
  private static double middle(double low, double high) {
    return Math.max(low + (high - low) / 2, Double.MIN_VALUE);
  }
}
