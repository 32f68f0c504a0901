package org.attentionlimits.theory.attention;

import java.util.Arrays;

/**
 * An instance as its type describes it: equal to another of its type if shape and numbers are, and
 * printed as its fields.
 *
 * @param <I> the implementing type
 */
public abstract class Described<I extends Described<I>> implements Instance<I> {

  /** For types of instances. */
  protected Described() {}

  @Override
  public final boolean equals(Object other) {
    return other instanceof Described<?> that
        && getClass() == that.getClass()
        && Arrays.equals(shape(), that.shape())
        && Arrays.equals(numbers(), that.numbers());
  }

  @Override
  public final int hashCode() {
    return 31 * Arrays.hashCode(shape()) + Arrays.hashCode(numbers());
  }

  @Override
  public final String toString() {
    return type().print(type().cast(this));
  }
}
