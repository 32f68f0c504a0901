package org.attentionlimits.theory.geometry;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.chance.Estimate;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * The cumulative distance d̃ when the set of selected tokens is drawn uniformly from all N-subsets
 * of n tokens. Contributions {@code y_i = α_i x_i}.
 */
public final class RandomSelection {

  /** Most subsets over which the mean is taken in decimal enclosures, which certify. */
  public static final double MOST_SUBSETS = 50_000;

  /**
   * The same in double precision, which searches: 1000 subsets take about as long as a sample, half
   * a millisecond to two; 50 000 would take 30.
   */
  public static final double MOST_SUBSETS_FAST = 1000;

  private final EmbeddedRow row;
  private final Arithmetic arithmetic;
  private final Vec[] contributions;
  private final Vec total;
  private final int selected;

  /** Made on first use. */
  private Scatter scatter;

  /** The random set of as many tokens as the row selects. */
  public RandomSelection(EmbeddedRow row, Arithmetic arithmetic) {
    this.row = row;
    this.arithmetic = arithmetic;
    this.contributions =
        Contributions.of(row.row().weights(arithmetic), row.embeddings(arithmetic));
    this.selected = row.selected();
    this.total = Contributions.sum(contributions, IntStream.range(0, row.tokens()).toArray());
  }

  /** Number of subsets of a row, {@code C(n, N)}; +∞ if it overflows. */
  public static double subsets(EmbeddedRow row) {
    return CombinatoricsUtils.binomialCoefficientDouble(row.tokens(), row.selected());
  }

  /** {@code E d̃}: the mean over all subsets if they are few, else an interval from a sample. */
  public Estimate expectedDistance() {
    return isEnumerated(row, arithmetic)
        ? Estimate.exact(enumeratedDistance())
        : new DistanceSample(row, arithmetic, contributions).expectedDistance();
  }

  /** {@code E d̃} as the mean over all subsets, however many they are. */
  public Real enumeratedDistance() {
    long subsets = CombinatoricsUtils.binomialCoefficient(row.tokens(), selected);
    return new SubsetDistances(row, arithmetic, contributions).sum().dividedBy(subsets);
  }

  /** {@code Σ_i ‖y_i‖}. */
  public Real sumOfNorms() {
    return arithmetic.vector(Stream.of(contributions).map(Vec::norm).toArray(Real[]::new)).sum();
  }

  /**
   * Whether the mean is taken over all subsets: at most {@value #MOST_SUBSETS_FAST} in double
   * precision and {@value #MOST_SUBSETS} in decimal enclosures.
   */
  public static boolean isEnumerated(EmbeddedRow row, Arithmetic arithmetic) {
    boolean isFast = arithmetic.digits() <= Arithmetic.BINARY64.digits();
    return subsets(row) <= (isFast ? MOST_SUBSETS_FAST : MOST_SUBSETS);
  }

  /** The main sum {@code m = ((n−N)/n) Σ_i ‖μ_i − y_i‖}, {@code μ_i = (N/(n−1)) Σ_{j≠i} y_j}. */
  public Real mainSum() {
    return summed(false);
  }

  /** {@code ((n−N)/n) Σ_i √(‖μ_i − y_i‖² + V_i)}. */
  public Real upperSum() {
    return summed(true);
  }

  private Real summed(boolean withVariance) {
    int n = contributions.length;
    if (n == selected) {
      return arithmetic.of(0);
    }
    Real sum = arithmetic.of(0);
    for (int i = 0; i < n; i++) {
      Real distance = mean(i).distance(contributions[i]);
      sum = sum.plus(withVariance ? distance.square().plus(variance(i)).sqrt() : distance);
    }
    return sum.times(n - selected).dividedBy(n);
  }

  /** {@code μ_i}, the mean of the context vector given that token i is not selected. */
  private Vec mean(int i) {
    Real share = arithmetic.ratio(selected, contributions.length - 1);
    return total.minus(contributions[i]).times(share);
  }

  /**
   * {@code V_i = N(n−1−N)/((n−1)(n−2)) · Σ_{j≠i} ‖y_j − ȳ_i‖²}, the total variance of the context
   * vector given that token i is not selected; ȳ_i is the mean of the others. Zero for n ≤ 2.
   */
  Real variance(int i) {
    int others = contributions.length - 1;
    if (others < 2) {
      return arithmetic.of(0);
    }
    long numerator = (long) selected * (others - selected);
    return scatter().without(i).times(numerator).dividedBy((long) others * (others - 1));
  }

  private Scatter scatter() {
    if (scatter == null) {
      scatter = new Scatter(contributions);
    }
    return scatter;
  }
}
