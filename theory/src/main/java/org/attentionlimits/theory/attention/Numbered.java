package org.attentionlimits.theory.attention;

import java.util.Arrays;

/** An instance that its type, shape and numbers determine: equal to another if they are. */
abstract class Numbered<I extends Numbered<I>> implements Instance<I> {

  @Override
  public final boolean equals(Object other) {
    return other instanceof Numbered<?> that
        && getClass() == that.getClass()
        && Arrays.equals(shape(), that.shape())
        && Arrays.equals(numbers(), that.numbers());
  }

  @Override
  public final int hashCode() {
    return 31 * Arrays.hashCode(shape()) + Arrays.hashCode(numbers());
  }
}
