package org.attentionlimits.theory.normalize;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** What normalisers with a threshold have in common. */
final class Thresholding {

  private Thresholding() {}

  /**
   * {@code z_i − τ} with {@code z = (ℓ − max ℓ)/u}, [n].
   *
   * @param logits ℓ, [n], n ≥ 1
   * @param unit u, positive
   * @param threshold τ as a function of z in descending order
   */
  static Vec excess(Descending logits, Real unit, Function<Vec, Real> threshold) {
    Vec values = logits.values();
    Real largest = values.max();
    Vec descending = logits.sorted().minus(largest).dividedBy(unit);
    return values.minus(largest).dividedBy(unit).minus(threshold.apply(descending));
  }

  /** {@code f(x_i)}, [n]. */
  static Vec map(Vec values, UnaryOperator<Real> function) {
    return values
        .arithmetic()
        .vector(
            IntStream.range(0, values.size())
                .mapToObj(i -> function.apply(values.get(i)))
                .toArray(Real[]::new));
  }
}
