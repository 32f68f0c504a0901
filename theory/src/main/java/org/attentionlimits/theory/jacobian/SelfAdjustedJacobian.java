package org.attentionlimits.theory.jacobian;

import java.util.stream.IntStream;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * The Jacobian of self-adjusted softmax {@code y_i = z_i α_i}, {@code z = ℓ/T}, {@code α =
 * softmax(z)}: {@code T ∂y_i/∂ℓ_j = δ_ij α_i(1 + z_i) − z_i α_i α_j}, [n, n], not symmetric. Its
 * rows add up to α.
 */
public final class SelfAdjustedJacobian {

  private final Vec scaled;
  private final Vec weights;
  private final Real temperature;

  /**
   * The Jacobian.
   *
   * @param scaled z, [n]
   * @param weights α, [n], positive, summing to one
   * @param temperature T
   */
  public SelfAdjustedJacobian(Vec scaled, Vec weights, double temperature) {
    this.scaled = scaled;
    this.weights = weights;
    this.temperature = weights.arithmetic().input(temperature);
  }

  /** The spectral norm ‖J‖₂. */
  public Real spectralNorm() {
    return SingularValue.largest(columns()).dividedBy(temperature);
  }

  /** The columns of TJ, [n] of [n]. */
  Vec[] columns() {
    return IntStream.range(0, weights.size()).mapToObj(this::column).toArray(Vec[]::new);
  }

  /** Its entry on the diagonal is {@code α_j(1 + z_j Σ_{k≠j} α_k)}, free of cancellation. */
  private Vec column(int j) {
    Real[] column = new Real[weights.size()];
    for (int i = 0; i < column.length; i++) {
      Real share =
          i == j
              ? scaled.get(i).times(Argmax.others(weights, i).sum()).plus(1)
              : scaled.get(i).times(weights.get(j)).negated();
      column[i] = weights.get(i).times(share);
    }
    return weights.arithmetic().vector(column);
  }
}
