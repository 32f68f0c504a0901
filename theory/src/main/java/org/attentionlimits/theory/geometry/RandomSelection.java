package org.attentionlimits.theory.geometry;

import java.util.stream.IntStream;
import org.apache.commons.math3.util.Combinations;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * The cumulative distance d̃ when the set of selected tokens is drawn uniformly from all N-subsets
 * of n tokens. Contributions {@code y_i = α_i x_i}.
 */
public final class RandomSelection {

  private final Arithmetic arithmetic;
  private final Vec[] contributions;
  private final Vec total;
  private final int selected;

  /** The random set of as many tokens as the row selects. */
  public RandomSelection(EmbeddedRow row, Arithmetic arithmetic) {
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

  /** {@code E d̃}, the mean over all subsets. */
  public Real expectedDistance() {
    Real sum = arithmetic.of(0);
    double subsets = 0;
    for (int[] set : new Combinations(contributions.length, selected)) {
      sum = sum.plus(Contributions.cumulativeDistance(contributions, set));
      subsets++;
    }
    return sum.dividedBy(subsets);
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
    Real share = arithmetic.of(selected).dividedBy(contributions.length - 1.0);
    return total.minus(contributions[i]).times(share);
  }

  /**
   * {@code V_i = N(n−1−N)/((n−1)(n−2)) · Σ_{j≠i} ‖y_j − ȳ_i‖²}, the total variance of the context
   * vector given that token i is not selected; ȳ_i is the mean of the others. Zero for n ≤ 2.
   */
  private Real variance(int i) {
    int others = contributions.length - 1;
    if (others < 2) {
      return arithmetic.of(0);
    }
    Vec mean = total.minus(contributions[i]).dividedBy(arithmetic.of(others));
    Real squares = arithmetic.of(0);
    for (int j = 0; j <= others; j++) {
      if (j != i) {
        squares = squares.plus(contributions[j].distance(mean).square());
      }
    }
    double numerator = (double) selected * (others - selected);
    return squares.times(numerator).dividedBy((double) others * (others - 1));
  }
}
