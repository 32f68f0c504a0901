package org.attentionlimits.theory.normalize;

import java.util.stream.IntStream;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * Sparsemax at a temperature: the point of the simplex nearest to {@code z = ℓ/T}, {@code α_i =
 * (z_i − τ)₊} with τ such that the weights sum to one. A token whose weight is certainly zero has
 * exactly zero.
 *
 * <p>With {@code z_(1) ≥ z_(2) ≥ …}, {@code τ = max_k (Σ_{j≤k} z_(j) − 1)/k}: for every k {@code
 * Σ_{j≤k} (z_(j) − τ) ≤ Σ_i (z_i − τ)₊ = 1}, with equality where k counts the positive weights. So
 * no support has to be decided. Terms from a {@code z_(k)} on that is at most one of the earlier
 * ones are at most that one too.
 *
 * <p>Source: A. F. T. Martins, R. F. Astudillo, From Softmax to Sparsemax, ICML 2016,
 * arXiv:1602.02068.
 *
 * @param temperature T, positive and finite
 */
public record Sparsemax(double temperature) implements Normalizer {

  /** Rejects a temperature that is not positive and finite. */
  public Sparsemax {
    Softmax.requireTemperature(temperature);
  }

  @Override
  public Vec weights(Vec logits) {
    return weights(Descending.of(logits));
  }

  /** The weights of logits whose order is known, [n]. */
  public Vec weights(Descending logits) {
    Real zero = logits.values().arithmetic().of(0);
    return Thresholding.map(excess(logits), x -> x.max(zero));
  }

  /**
   * Which tokens are selected, [n]: one where {@code z_i > τ}, zero where not, and the interval
   * from zero to one where the arithmetic cannot tell.
   */
  public Vec support(Vec logits) {
    Arithmetic arithmetic = logits.arithmetic();
    Real zero = arithmetic.of(0);
    Real one = arithmetic.of(1);
    return Thresholding.map(
        excess(Descending.of(logits)),
        x -> x.certainlyAbove(zero) ? one : x.certainlyAtMost(zero) ? zero : zero.hull(one));
  }

  /**
   * Whether every token is certainly above the threshold or certainly below it, so that the weights
   * are differentiable; one at the threshold is neither.
   */
  public boolean isSmoothAt(Vec logits) {
    Real zero = logits.arithmetic().of(0);
    Vec excess = excess(Descending.of(logits));
    return IntStream.range(0, excess.size())
        .mapToObj(excess::get)
        .allMatch(x -> x.certainlyAbove(zero) || zero.certainlyAbove(x));
  }

  /** {@code z_i − τ}, [n]. */
  private Vec excess(Descending logits) {
    return Thresholding.excess(
        logits, logits.values().arithmetic().input(temperature), Sparsemax::threshold);
  }

  private static Real threshold(Vec z) {
    Real sum = z.get(0);
    Real threshold = sum.minus(1);
    for (int k = 1; k < z.size() && !z.get(k).certainlyAtMost(threshold); k++) {
      sum = sum.plus(z.get(k));
      threshold = threshold.max(sum.minus(1).dividedBy(k + 1));
    }
    return threshold;
  }
}
