package org.attentionlimits.theory.attention;

import java.util.Map;
import java.util.stream.Stream;

/**
 * What a claim speaks about: an attention row, or whatever else its variables range over. An
 * instance is exact data; its numbers are the doubles given, and it prints as the shortest decimals
 * that read back as them.
 *
 * <p>The search changes an instance through its {@link #numbers()} and makes it smaller through
 * {@link #smaller()}, so that one search serves every type. Instances are immutable and equal when
 * their data are.
 *
 * @param <I> the implementing type
 */
public interface Instance<I extends Instance<I>> {

  /** Number n of visible tokens. */
  int tokens();

  /**
   * The integers that fix how many numbers there are and what they mean: n first, then d, N, ...
   */
  int[] shape();

  /** Every real number of the instance, in a fixed order. */
  double[] numbers();

  /**
   * The same shape with other numbers.
   *
   * @throws IllegalArgumentException if they are not as many, or not admissible, as a temperature
   *     of zero
   */
  I withNumbers(double... numbers);

  /** The instances one structural step smaller: a token fewer, a dimension fewer, N fewer. */
  Stream<I> smaller();

  /**
   * Some instances one structural step larger, or aside: a token twice, a dimension more, N more,
   * another set. Without them a search only makes smaller what it has drawn, and goes on with what
   * an earlier one reached only if its shape is drawn again.
   */
  default Stream<I> larger() {
    return Stream.empty();
  }

  /**
   * The instances made of some of its tokens, in the order given, each as often as it is named:
   * many structural steps at once. None where the type has no tokens to choose from.
   *
   * @param tokens indices from 0 to n − 1, at least one
   */
  default Stream<I> withTokens(int... tokens) {
    return Stream.empty();
  }

  /** Equivalent instances of the same shape, as logits shifted to start at zero. */
  default Stream<I> equivalent() {
    return Stream.empty();
  }

  /**
   * Names and values of the data, for people and for files: each a number, an array of numbers, an
   * array of such arrays, or the name of a choice.
   */
  Map<String, Object> fields();
}
