package org.attentionlimits.theory.attention;

/**
 * The data of an instance by name, from which it is made. Every method throws {@link
 * IllegalArgumentException} if there is no value of the name, or none of the form asked for.
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
