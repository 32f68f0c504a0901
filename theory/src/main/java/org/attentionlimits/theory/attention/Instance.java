package org.attentionlimits.theory.attention;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a claim speaks about: an attention row, or whatever else its variables range over. An
 * instance is exact data; its numbers are the doubles given, and it prints as the shortest decimals
 * that read back as them.
 *
 * <p>Its {@link InstanceType} describes the data; shape, numbers, fields and text follow from it.
 * The search changes an instance through its {@link #numbers()} and makes it smaller through {@link
 * #smaller()}, so that one search serves every type. Instances are immutable and equal when their
 * data are; {@link Described} is the class to extend.
 *
 * @param <I> the implementing type
 */
public interface Instance<I extends Instance<I>> extends Movable<I> {

  /** What describes the data. */
  InstanceType<I> type();

  /**
   * The integers that fix how many numbers there are and what they mean: n first, then d, N, ...
   */
  @Override
  default int[] shape() {
    return type().shape(type().cast(this));
  }

  @Override
  default double[] numbers() {
    return type().numbers(type().cast(this));
  }

  @Override
  default Kind[] kinds() {
    return type().kinds(type().cast(this));
  }

  @Override
  default Optional<I> moved(double... numbers) {
    return type().moved(type().cast(this), numbers);
  }

  /**
   * The same shape with other numbers.
   *
   * @throws IllegalArgumentException if they are not as many, or not admissible, as a temperature
   *     of zero
   */
  default I withNumbers(double... numbers) {
    return type().withNumbers(type().cast(this), numbers);
  }

  /** The instances one structural step smaller: a token fewer, a dimension fewer, N fewer. */
  Stream<I> smaller();

  /**
   * Some instances one structural step larger, or aside: a token twice, a dimension more, N more,
   * another set. Without them a search only makes smaller what it has drawn.
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
    return type().equivalent(type().cast(this));
  }

  /**
   * Names and values of the data, for people and for files: each a number, an array of numbers, an
   * array of such arrays, or the name of a choice.
   */
  default Map<String, Object> fields() {
    return type().values(type().cast(this));
  }
}
