package org.attentionlimits.theory.normalize;

import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * Softmax at a temperature: {@code α_i = exp(ℓ_i/T) / Σ_j exp(ℓ_j/T)}.
 *
 * <p>Computed relative to the largest logit, so that no exponential overflows and the sum is at
 * least one. Weights below about 1e-324 underflow in double precision; their logarithms ({@link
 * #logWeights(Vec)}) do not.
 *
 * @param temperature T, positive and finite
 */
public record Softmax(double temperature) implements Normalizer {

  /** Rejects a temperature that is not positive and finite. */
  public Softmax {
    requireTemperature(temperature);
  }

  /**
   * The argument, if it is a temperature.
   *
   * @throws IllegalArgumentException unless positive and finite
   */
  public static double requireTemperature(double temperature) {
    if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("temperature must be positive and finite: " + temperature);
    }
    return temperature;
  }

  @Override
  public Vec weights(Vec logits) {
    Vec exponentials = exponents(logits).exp();
    return exponentials.dividedBy(exponentials.sum());
  }

  /** {@code ln α_i = z_i − ln Σ_j e^{z_j}} with {@code z = (ℓ − max ℓ)/T}, [n]. */
  public Vec logWeights(Vec logits) {
    Vec exponents = exponents(logits);
    return exponents.minus(exponents.exp().sum().log());
  }

  /** {@link #logWeights(Vec)} in double precision; −∞ for a masked token, or below −1.8e308. */
  public double[] logWeights(double... logits) {
    Mask mask = Mask.of(logits);
    return mask.expand(Finite.values(this::logWeights, mask.visible()), Double.NEGATIVE_INFINITY);
  }

  private Vec exponents(Vec logits) {
    Real t = logits.arithmetic().input(temperature);
    return logits.minus(logits.max()).dividedBy(t);
  }
}
