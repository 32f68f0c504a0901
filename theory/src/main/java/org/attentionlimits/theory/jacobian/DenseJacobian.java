package org.attentionlimits.theory.jacobian;

import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * {@code diag α − αα^T} as a full matrix, and its largest eigenvalue by a way that knows nothing of
 * its structure ({@link DenseSymmetric}). The diagonal is {@code α_i(1 − α_i) = α_i Σ_{j≠i} α_j},
 * free of cancellation.
 */
public final class DenseJacobian {

  private final DenseSymmetric matrix;

  /**
   * The matrix of some weights.
   *
   * @param weights α, [n], positive, summing to one
   */
  public DenseJacobian(Vec weights) {
    int n = weights.size();
    Real[][] entries = new Real[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        entries[i][j] =
            i == j
                ? weights.get(i).times(Argmax.others(weights, i).sum())
                : weights.get(i).times(weights.get(j)).negated();
      }
    }
    this.matrix = new DenseSymmetric(weights.arithmetic(), entries);
  }

  /**
   * The largest eigenvalue, enclosed to a relative 1e-13 where the arithmetic allows; between zero
   * and the trace where it can tell no more.
   */
  public Real largestEigenvalue() {
    return matrix.largestEigenvalue();
  }
}
