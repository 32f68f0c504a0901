package org.attentionlimits.theory.jacobian;

import java.util.stream.IntStream;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * The Jacobian of a normaliser {@code α_i = F(ℓ_i)/S}, {@code S = Σ_j F(ℓ_j)}: {@code J = ∂α/∂ℓ =
 * (diag F' − α F'^T)/S}, [n, n], not symmetric in general.
 */
public final class NormalizerJacobian {

  private final Arithmetic arithmetic;
  private final Vec weights;
  private final Vec slopes;
  private final Real sum;

  /**
   * The Jacobian.
   *
   * @param values {@code F(ℓ_i)}, [n], positive
   * @param slopes {@code F'(ℓ_i)}, [n]
   */
  public NormalizerJacobian(Vec values, Vec slopes) {
    this.arithmetic = values.arithmetic();
    this.sum = values.sum();
    this.weights = values.dividedBy(sum);
    this.slopes = slopes;
  }

  /** The spectral norm ‖J‖₂, the root of the largest eigenvalue of J^T J. */
  public Real spectralNorm() {
    int n = weights.size();
    Real[] complements =
        IntStream.range(0, n).mapToObj(i -> Argmax.others(weights, i).sum()).toArray(Real[]::new);
    Real[][] gram = new Real[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        gram[i][j] = slopes.get(i).times(slopes.get(j)).times(columns(i, j, complements));
        gram[j][i] = gram[i][j];
      }
    }
    return new DenseSymmetric(arithmetic, gram).largestEigenvalue().sqrt().dividedBy(sum);
  }

  /**
   * {@code (e_i − α)·(e_j − α)}: {@code (1 − α_i)² + Σ_{k≠i} α_k²}, or {@code Σ_{k≠i,j} α_k² −
   * α_i(1 − α_i) − α_j(1 − α_j)}, the complements summed without cancellation.
   */
  private Real columns(int i, int j, Real... complements) {
    Vec others =
        weights.select(IntStream.range(0, weights.size()).filter(k -> k != i && k != j).toArray());
    Real squares = others.dot(others);
    return i == j
        ? squares.plus(complements[i].square())
        : squares
            .minus(weights.get(i).times(complements[i]))
            .minus(weights.get(j).times(complements[j]));
  }

  /** {@code (max_j|F'_j| + ‖α‖₂‖F'‖₂)/S}, by the triangle inequality. */
  public Real triangleBound() {
    Real rankOne = weights.norm().times(slopes.norm());
    return slopes.abs().max().plus(rankOne).dividedBy(sum);
  }
}
