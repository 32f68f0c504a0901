package org.attentionlimits.theory.jacobian;

import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** The largest singular value of a full matrix A, the root of the largest eigenvalue of A^T A. */
final class SingularValue {

  private SingularValue() {}

  /**
   * ‖A‖₂, enclosed as {@link DenseSymmetric} does. O(n³).
   *
   * @param columns of A, [n] of [m], n ≥ 1
   */
  static Real largest(Vec... columns) {
    int n = columns.length;
    Real[][] gram = new Real[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        gram[i][j] = i == j ? squaredNorm(columns[i]) : columns[i].dot(columns[j]);
        gram[j][i] = gram[i][j];
      }
    }
    return new DenseSymmetric(columns[0].arithmetic(), gram).largestEigenvalue().sqrt();
  }

  /** Not negative, not even in its enclosure. */
  private static Real squaredNorm(Vec column) {
    Vec magnitudes = column.abs();
    return magnitudes.dot(magnitudes);
  }
}
