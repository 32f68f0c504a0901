package org.attentionlimits.theory.attention;

import java.util.Optional;

/**
 * What a search can move: some real numbers of known kinds, which may be replaced by others.
 *
 * @param <I> the implementing type
 */
public interface Movable<I extends Movable<I>> {

  /** Number n of tokens. */
  int tokens();

  /** The integers that fix how many numbers there are and what they mean. */
  int[] shape();

  /** Every real number, in a fixed order. */
  double[] numbers();

  /** The kind of each of the {@link #numbers()}. */
  Kind[] kinds();

  /** The same shape with other numbers; empty if they are not as many, or not admissible. */
  Optional<I> moved(double... numbers);
}
