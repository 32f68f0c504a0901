package org.attentionlimits.theory.geometry;

import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.TopN;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** What the tokens contribute to attention, {@code y_i = α_i x_i}, [n] of [d]. */
final class Contributions {

  private Contributions() {}

  /** {@code α_i x_i} of weights [n] and embeddings [n] of [d]. */
  static Vec[] of(Vec weights, Vec... embeddings) {
    return IntStream.range(0, embeddings.length)
        .mapToObj(i -> embeddings[i].times(weights.get(i)))
        .toArray(Vec[]::new);
  }

  /** {@code Σ_{i∈I} y_i} of a set that is not empty, [d]. */
  static Vec sum(Vec[] contributions, int... set) {
    Vec sum = contributions[set[0]];
    for (int k = 1; k < set.length; k++) {
      sum = sum.plus(contributions[set[k]]);
    }
    return sum;
  }

  /** {@code d̃ = Σ_{i∉I} ‖s − y_i‖₂} with {@code s = Σ_{i∈I} y_i}. */
  static Real cumulativeDistance(Vec[] contributions, int... set) {
    Vec context = sum(contributions, set);
    Arithmetic arithmetic = context.arithmetic();
    int[] others = TopN.others(contributions.length, set);
    Real[] distances = new Real[others.length];
    for (int k = 0; k < others.length; k++) {
      distances[k] = context.distance(contributions[others[k]]);
    }
    return arithmetic.vector(distances).sum();
  }
}
