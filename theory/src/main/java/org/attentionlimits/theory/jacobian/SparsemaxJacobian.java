package org.attentionlimits.theory.jacobian;

import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * The Jacobian of sparsemax where no token is at the threshold: {@code J = ∂α/∂ℓ = (diag s −
 * ss^T/|S|)/T}, [n, n], with s the indicator of the set S of selected tokens.
 *
 * <p>Source: A. F. T. Martins, R. F. Astudillo, arXiv:1602.02068, section 2.5.
 */
public final class SparsemaxJacobian {

  private final Vec support;
  private final Real temperature;

  /**
   * The Jacobian.
   *
   * @param support s, [n], zero or one each, at least one being one; between where it is not known
   * @param temperature T
   */
  public SparsemaxJacobian(Vec support, double temperature) {
    this.support = support;
    this.temperature = support.arithmetic().input(temperature);
  }

  /** The number |S| of selected tokens. */
  public Real selected() {
    return support.sum();
  }

  /** The spectral norm ‖J‖₂, the largest eigenvalue of the full matrix, which is semi-definite. */
  public Real spectralNorm() {
    return new DenseSymmetric(support.arithmetic(), entries())
        .largestEigenvalue()
        .dividedBy(temperature);
  }

  /** TJ, [n, n]. */
  Real[][] entries() {
    int n = support.size();
    Real[][] entries = new Real[n][n];
    for (int i = 0; i < n; i++) {
      Real share = support.get(i).dividedBy(selected());
      for (int j = 0; j < n; j++) {
        Real both = share.times(support.get(j)).negated();
        entries[i][j] = i == j ? both.plus(support.get(i)) : both;
      }
    }
    return entries;
  }
}
