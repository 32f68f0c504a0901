package org.attentionlimits.theory.jacobian;

import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * The Jacobian of softmax, {@code J = ∂α/∂ℓ = (diag α − αα^T)/T}, [n, n], kept as its n weights: a
 * diagonal matrix minus one of rank one.
 */
public final class SoftmaxJacobian {

  private final Vec weights;
  private final Real temperature;

  /**
   * The Jacobian at given weights.
   *
   * @param weights α, [n], positive, summing to one
   * @param temperature T
   */
  public SoftmaxJacobian(Vec weights, double temperature) {
    this.weights = weights;
    this.temperature = weights.arithmetic().input(temperature);
  }

  /** {@code Jv = α∘(v − (α·v))/T}, O(n). */
  public Vec apply(Vec v) {
    return weights.times(v.minus(weights.dot(v))).dividedBy(temperature);
  }

  /** The spectral norm ‖J‖₂, the largest eigenvalue since J is symmetric and semi-definite. */
  public Real spectralNorm() {
    return weights.size() == 1
        ? weights.arithmetic().of(0)
        : new SecularEquation(weights).largestEigenvalue().dividedBy(temperature);
  }

  /**
   * A unit eigenvector of the largest eigenvalue in double precision, [n]; for a single token,
   * whose Jacobian is zero, the only unit vector.
   */
  public double[] topEigenvector() {
    return TopEigenvector.of(weights.values());
  }

  /**
   * {@code (2/T)·max_i α_i(1 − α_i)}, Gershgorin's bound of the spectral norm: the disc of row i
   * has centre and radius {@code α_i(1 − α_i)/T}.
   */
  public Real gershgorinBound() {
    return largestEntry().times(2);
  }

  /**
   * {@code max_ij |J_ij| = max_i α_i(1 − α_i)/T}: the magnitudes of the other entries of row i add
   * up to the diagonal one.
   */
  public Real largestEntry() {
    if (weights.size() == 1) {
      return weights.arithmetic().of(0);
    }
    int argmax = Argmax.of(weights);
    Vec others = Argmax.others(weights, argmax);
    Real ofLargest = weights.get(argmax).times(others.sum());
    Vec complements = others.negated().plus(weights.arithmetic().of(1));
    return ofLargest.max(others.times(complements).max()).dividedBy(temperature);
  }
}
