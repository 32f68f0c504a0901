package org.attentionlimits.theory.normalize;

import java.util.stream.IntStream;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * The entropy {@code H(α) = −Σ_i α_i ln α_i} of weights, in nats. A weight of zero adds nothing.
 */
public final class Entropy {

  private Entropy() {}

  /**
   * By weights and their logarithms, which do not underflow.
   *
   * @param weights α, [n]
   * @param logWeights ln α, [n]
   */
  public static Real of(Vec weights, Vec logWeights) {
    Real entropy = weights.dot(logWeights).negated();
    return entropy.max(weights.arithmetic().of(0));
  }

  /**
   * By weights alone, of which some may be zero.
   *
   * @param weights α, [n]
   */
  public static Real of(Vec weights) {
    return IntStream.range(0, weights.size())
        .mapToObj(i -> term(weights.get(i)))
        .reduce(weights.arithmetic().of(0), Real::plus);
  }

  /** {@code −α ln α}, at most {@code (2/e)√α}; zero of a weight of zero. */
  private static Real term(Real weight) {
    Real zero = weight.arithmetic().of(0);
    if (weight.certainlyAbove(zero)) {
      return weight.times(weight.log()).negated().max(zero);
    }
    return weight.certainlyAtMost(zero) ? zero : zero.hull(weight.max(zero).sqrt());
  }
}
