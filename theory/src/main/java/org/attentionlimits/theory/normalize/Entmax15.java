package org.attentionlimits.theory.normalize;

import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * 1.5-entmax at a temperature: {@code α_i = (z_i − τ)₊²} with {@code z = ℓ/(2T)} and τ such that
 * the weights sum to one. A token whose weight is certainly zero has exactly zero.
 *
 * <p>With {@code z_(1) ≥ z_(2) ≥ …}, the mean M of the k largest and the sum S of their squared
 * distances from it, {@code τ = max_k min(z_(k), M − √((1 − S)₊/k))}. Let K count the positive
 * weights. For k ≤ K, {@code z_(k) > τ} and {@code Σ_{j≤k} (z_(j) − τ)² ≤ 1}, with equality at K;
 * so {@code S ≤ 1}, and τ, being at most M, is at least the lower of the two points where that sum
 * is one, which is the second argument of the minimum. For k > K, {@code z_(k) ≤ τ}. So no support
 * has to be decided. Terms from a {@code z_(k)} on that is at most an earlier one change nothing.
 *
 * <p>Source: B. Peters, V. Niculae, A. F. T. Martins, Sparse Sequence-to-Sequence Models, ACL 2019,
 * arXiv:1905.05702.
 *
 * @param temperature T, positive and finite
 */
public record Entmax15(double temperature) implements Normalizer {

  /** Rejects a temperature that is not positive and finite. */
  public Entmax15 {
    Softmax.requireTemperature(temperature);
  }

  @Override
  public Vec weights(Vec logits) {
    return weights(Descending.of(logits));
  }

  /** The weights of logits whose order is known, [n]. */
  public Vec weights(Descending logits) {
    Real unit = logits.values().arithmetic().input(temperature).times(2);
    Real zero = logits.values().arithmetic().of(0);
    return Thresholding.map(
        Thresholding.excess(logits, unit, Entmax15::threshold), x -> x.max(zero).square());
  }

  private static Real threshold(Vec z) {
    Real zero = z.arithmetic().of(0);
    Real sum = z.get(0);
    Real squares = zero;
    Real threshold = sum.minus(1);
    for (int k = 1; k < z.size() && !z.get(k).certainlyAtMost(threshold); k++) {
      Real step = z.get(k).minus(sum.dividedBy(k));
      squares = squares.plus(step.square().times(k).dividedBy(k + 1));
      sum = sum.plus(z.get(k));
      Real width = squares.negated().plus(1).max(zero).dividedBy(k + 1).sqrt();
      threshold = threshold.max(z.get(k).min(sum.dividedBy(k + 1).minus(width)));
    }
    return threshold;
  }
}
