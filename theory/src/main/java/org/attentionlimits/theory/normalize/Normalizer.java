package org.attentionlimits.theory.normalize;

import org.attentionlimits.theory.real.Vec;

/**
 * A map from logits to attention weights: non-negative, summing to one.
 *
 * <p>The general form of the paper is {@code α_i = F(ℓ_i) / Σ_j F(ℓ_j)} with F positive and smooth.
 */
public interface Normalizer {

  /**
   * Weights of the visible tokens, in the arithmetic of the logits.
   *
   * @param logits ℓ, [n], n ≥ 1
   * @return α, [n]
   */
  Vec weights(Vec logits);

  /**
   * Weights in double precision. A logit of −∞ is a mask: its weight is zero.
   *
   * @throws IllegalArgumentException if a logit is NaN or +∞, or if none is finite
   */
  default double[] weights(double... logits) {
    Mask mask = Mask.of(logits);
    return mask.expand(Finite.values(this::weights, mask.visible()), 0);
  }
}
