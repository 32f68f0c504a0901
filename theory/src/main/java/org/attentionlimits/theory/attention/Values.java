package org.attentionlimits.theory.attention;

/**
 * Named values from which an instance is made. Every method but {@link #has} throws {@link
 * IllegalArgumentException} if the name has no value, or one of another form.
 */
public interface Values {

  /** Whether there is a value of the name. */
  boolean has(String name);

  /** A real number. */
  double number(String name);

  /** An array of real numbers. */
  double[] numbers(String name);

  /** An array of arrays of real numbers. */
  double[][] rows(String name);

  /** An integer. */
  int integer(String name);

  /** An array of integers. */
  int[] integers(String name);

  /** A constant of an enum. */
  <E extends Enum<E>> E choice(String name, Class<E> type);
}
