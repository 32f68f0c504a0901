package org.attentionlimits.theory.jacobian;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;

/**
 * The largest eigenvalue of a full symmetric positive semi-definite matrix A: commons-math3's
 * eigendecomposition gives an estimate, and Sylvester's law of inertia proves it. The pivots of
 * {@code A − μI = LDL^T} have the signs of its eigenvalues, so that no positive pivot means that no
 * eigenvalue is above μ, and a positive one that one is. O(n³).
 */
final class DenseSymmetric {

  private static final long FIRST_WIDTH = 1L << 46;

  /** Shares of the trace that the decomposition is spared: it does not converge on tiny numbers. */
  private static final double NEGLIGIBLE = 1e-40;

  private final Arithmetic arithmetic;
  private final Real[][] matrix;
  private final Real trace;

  /**
   * The matrix.
   *
   * @param matrix A, [n, n], n ≥ 1
   */
  DenseSymmetric(Arithmetic arithmetic, Real[][] matrix) {
    this.arithmetic = arithmetic;
    this.matrix = matrix;
    Real[] diagonal =
        IntStream.range(0, matrix.length).mapToObj(i -> matrix[i][i]).toArray(Real[]::new);
    this.trace = arithmetic.vector(diagonal).sum();
  }

  /**
   * The largest eigenvalue, enclosed to a relative 1e-13 where the arithmetic allows; between zero
   * and the trace where it can tell no more.
   */
  Real largestEigenvalue() {
    Real zero = arithmetic.of(0);
    Real estimate = trace.certainlyAtMost(zero) ? zero : estimate();
    Real lower = null;
    Real upper = null;
    for (long width = FIRST_WIDTH; width > 1 && estimate.isBounded(); width /= 8) {
      Real margin = estimate.dividedBy(width);
      Real low = estimate.minus(margin);
      Real high = estimate.plus(margin);
      lower = lower == null && positivePivots(low) > 0 ? low : lower;
      upper = upper == null && positivePivots(high) == 0 ? high : upper;
    }
    return (lower == null ? zero : lower).hull(upper == null ? trace : upper);
  }

  /** Without an error bound; the trace where the entries' shares of it are not known. */
  private Real estimate() {
    int n = matrix.length;
    RealMatrix shares = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        Real share = matrix[i][j].dividedBy(trace);
        if (!Double.isFinite(share.value())) {
          return trace;
        }
        double kept = Math.abs(share.value()) > NEGLIGIBLE ? share.value() : 0;
        shares.setEntry(i, j, kept);
        shares.setEntry(j, i, kept);
      }
    }
    return trace.times(arithmetic.input(largestEigenvalue(shares))).midpoint();
  }

  /** The eigendecomposition gives up on some matrices. */
  private static double largestEigenvalue(RealMatrix matrix) {
    try {
      double[] eigenvalues = new EigenDecomposition(matrix).getRealEigenvalues();
      return Arrays.stream(eigenvalues).max().orElseThrow();
    } catch (MaxCountExceededException notConverged) {
      return new SingularValueDecomposition(matrix).getNorm();
    }
  }

  /** Number of eigenvalues above μ, or −1 if a pivot's sign is not certain. */
  private int positivePivots(Real mu) {
    Real zero = arithmetic.of(0);
    Real[][] a = shifted(mu);
    int positive = 0;
    for (int k = 0; k < a.length; k++) {
      Real pivot = a[k][k];
      if (pivot.certainlyAbove(zero)) {
        positive++;
      } else if (!zero.certainlyAbove(pivot)) {
        return -1;
      }
      eliminate(a, k);
    }
    return positive;
  }

  private Real[][] shifted(Real mu) {
    Real[][] copy = new Real[matrix.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = matrix[i].clone();
      copy[i][i] = copy[i][i].minus(mu);
    }
    return copy;
  }

  private static void eliminate(Real[][] a, int k) {
    for (int i = k + 1; i < a.length; i++) {
      Real factor = a[i][k].dividedBy(a[k][k]);
      for (int j = i; j < a.length; j++) {
        a[i][j] = a[i][j].minus(factor.times(a[k][j]));
        a[j][i] = a[i][j];
      }
    }
  }
}
