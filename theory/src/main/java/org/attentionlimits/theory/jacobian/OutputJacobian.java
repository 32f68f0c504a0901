package org.attentionlimits.theory.jacobian;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * The Jacobian of a row's output {@code o = Σ_i α_i v_i} by its logits, [d, n]: the column of token
 * i is {@code α_i(v_i − o)/T}.
 */
public final class OutputJacobian {

  private final Vec[] columns;
  private final Real temperature;

  /**
   * The Jacobian at given weights and values.
   *
   * @param weights α, [n], summing to one
   * @param values v, [n] of [d]
   * @param temperature T
   */
  public OutputJacobian(Vec weights, Vec[] values, double temperature) {
    this.temperature = weights.arithmetic().input(temperature);
    this.columns =
        IntStream.range(0, values.length)
            .mapToObj(i -> deviation(weights, values, i).times(weights.get(i)))
            .toArray(Vec[]::new);
  }

  /** {@code v_i − o = Σ_j α_j(v_i − v_j)}: exactly zero where all values are equal. */
  private static Vec deviation(Vec weights, Vec[] values, int token) {
    return IntStream.range(0, values.length)
        .mapToObj(j -> values[token].minus(values[j]).times(weights.get(j)))
        .reduce(Vec::plus)
        .orElseThrow();
  }

  /** The spectral norm. O(n³). */
  public Real spectralNorm() {
    boolean isZero =
        Arrays.stream(columns)
            .allMatch(column -> column.abs().max().certainlyAtMost(temperature.arithmetic().of(0)));
    return isZero
        ? temperature.arithmetic().of(0)
        : SingularValue.largest(columns).dividedBy(temperature);
  }
}
