package org.attentionlimits.theory.normalize;

import org.attentionlimits.theory.real.Vec;

/**
 * Self-adjusted softmax at a temperature: {@code y_i = z_i softmax(z)_i}, {@code z = ℓ/T}. The
 * outputs have the signs of the logits and do not sum to one, so this is no {@link Normalizer}; a
 * shift of the logits changes them.
 *
 * <p>Source: C. Zheng et al., Self-Adjust Softmax, arXiv:2502.18277.
 *
 * @param temperature T, positive and finite
 */
public record SelfAdjustedSoftmax(double temperature) {

  /** Rejects a temperature that is not positive and finite. */
  public SelfAdjustedSoftmax {
    Softmax.requireTemperature(temperature);
  }

  /**
   * {@code y}, [n].
   *
   * @param logits ℓ, [n], n ≥ 1
   */
  public Vec outputs(Vec logits) {
    return scaled(logits).times(new Softmax(temperature).weights(logits));
  }

  /** {@code z = ℓ/T}, [n]. */
  public Vec scaled(Vec logits) {
    return logits.dividedBy(logits.arithmetic().input(temperature));
  }
}
