package org.attentionlimits.theory.normalize;

import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * Scalable-Softmax: softmax of the logits times s·ln n, so {@code α_i = n^{sℓ_i/T} / Σ_j
 * n^{sℓ_j/T}}, n being the number of visible tokens. A single token has weight one.
 *
 * <p>Source: K. M. Nakanishi, Scalable-Softmax Is Superior for Attention, arXiv:2501.19399.
 *
 * @param temperature T, positive and finite
 * @param scale s, positive and finite
 */
public record ScalableSoftmax(double temperature, double scale) implements Normalizer {

  /** Rejects a temperature or a scale that is not positive and finite. */
  public ScalableSoftmax {
    Softmax.requireTemperature(temperature);
    if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("scale must be positive and finite: " + scale);
    }
  }

  @Override
  public Vec weights(Vec logits) {
    Arithmetic arithmetic = logits.arithmetic();
    return weights(logits, arithmetic.input(scale).dividedBy(arithmetic.input(temperature)));
  }

  /**
   * The weights for a scale that need not be a double.
   *
   * @param logits ℓ, [n], n ≥ 1
   * @param slope s/T
   */
  public static Vec weights(Vec logits, Real slope) {
    Real perLogit = logits.arithmetic().of(logits.size()).log().times(slope);
    return new Softmax(1).weights(logits.minus(logits.max()).times(perLogit));
  }
}
