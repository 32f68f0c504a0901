package org.attentionlimits.theory.jacobian;

import java.util.stream.IntStream;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * The Jacobian of self-adjusted softmax divided by the range of the logits: {@code y_i = u_i α_i},
 * {@code u_i = (z_i − m)/(M − m)}, {@code m = min(min_i z_i, 0)}, {@code M = max(0, max_i z_i)},
 * {@code z = ℓ/T}, {@code α = softmax(z)}: {@code T ∂y_i/∂ℓ_j = u_i α_i(δ_ij − α_j) + α_i
 * ∂u_i/∂z_j} with {@code ∂u_i/∂z_j = (δ_ij − m_j − u_i(M_j − m_j))/(M − m)}, where m_j is one at
 * the smallest logit if that is negative, M_j at the largest if that is positive, and both are zero
 * elsewhere; [n, n], not symmetric.
 *
 * <p>Source: C. Zheng et al., Self-Adjust Softmax, arXiv:2502.18277.
 */
public final class RangeAdjustedJacobian {

  private final Arithmetic arithmetic;
  private final Vec weights;
  private final Vec shares;
  private final Vec ofLeast;
  private final Vec ofRange;
  private final Real range;
  private final Real temperature;

  /**
   * The Jacobian.
   *
   * @param scaled z, [n], not all zero
   * @param weights α, [n], positive, summing to one
   * @param smallest index of the only smallest logit, if that is negative; otherwise −1
   * @param largest index of the only largest logit, if that is positive; otherwise −1
   * @param temperature T
   */
  public RangeAdjustedJacobian(
      Vec scaled, Vec weights, int smallest, int largest, Real temperature) {
    this.arithmetic = weights.arithmetic();
    this.weights = weights;
    this.temperature = temperature;
    Real zero = arithmetic.of(0);
    Real least = smallest < 0 ? zero : scaled.get(smallest);
    this.range = (largest < 0 ? zero : scaled.get(largest)).minus(least);
    this.shares = scaled.minus(least).dividedBy(range);
    this.ofLeast = unit(smallest);
    this.ofRange = unit(largest).minus(ofLeast);
  }

  private Vec unit(int index) {
    return arithmetic.vector(
        IntStream.range(0, weights.size())
            .mapToObj(i -> arithmetic.of(i == index ? 1 : 0))
            .toArray(Real[]::new));
  }

  /** The spectral norm ‖J‖₂. */
  public Real spectralNorm() {
    return SingularValue.largest(columns()).dividedBy(temperature);
  }

  /** The columns of TJ, [n] of [n]. */
  Vec[] columns() {
    return IntStream.range(0, weights.size()).mapToObj(this::column).toArray(Vec[]::new);
  }

  private Vec column(int j) {
    Vec same = unit(j);
    Vec ofWeights = shares.times(same.minus(weights.get(j)));
    Vec ofShares = same.minus(ofLeast.get(j)).minus(shares.times(ofRange.get(j))).dividedBy(range);
    return weights.times(ofWeights.plus(ofShares));
  }
}
