package org.attentionlimits.theory.jacobian;

/**
 * The unit eigenvector of the largest eigenvalue of {@code diag α − αα^T} in double precision:
 * along {@code α_i/(α_i − λ)}; of tied largest weights, their difference.
 */
final class TopEigenvector {

  private TopEigenvector() {}

  /** The vector, [n], of weights [n]; where all weights but one underflow, that one's axis. */
  static double[] of(double[] weights) {
    int first = Argmax.of(weights, -1);
    int second = weights.length == 1 ? first : Argmax.of(weights, first);
    double[] vector = new double[weights.length];
    if (weights.length == 1 || weights[second] == 0) {
      vector[first] = 1;
    } else if (weights[first] == weights[second]) {
      vector[first] = 1;
      vector[second] = -1;
    } else {
      fill(vector, weights, first, weights[second]);
    }
    return normalised(vector);
  }

  private static void fill(double[] vector, double[] weights, int first, double unit) {
    double[] others = new double[weights.length - 1];
    for (int i = 0; i < others.length; i++) {
      others[i] = weights[i < first ? i : i + 1] / unit;
    }
    SecularRoot root = ScaledWeights.root(weights[first], unit, others);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = i == first ? root.largestComponent() : root.component(weights[i] / unit);
    }
  }

  private static double[] normalised(double[] vector) {
    double largest = 0;
    for (double x : vector) {
      largest = Math.max(largest, Math.abs(x));
    }
    double squares = 0;
    for (double x : vector) {
      squares += x / largest * (x / largest);
    }
    double norm = largest * Math.sqrt(squares);
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= norm;
    }
    return vector;
  }
}
