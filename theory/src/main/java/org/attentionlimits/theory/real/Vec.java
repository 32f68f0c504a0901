package org.attentionlimits.theory.real;

/**
 * A vector of {@link Real} numbers of one arithmetic, with the operations attention needs done in
 * one pass. Operands must have the same size ({@link IllegalArgumentException} otherwise).
 * Instances are immutable; operations on elements enclose as those of {@link Real} do.
 */
public interface Vec {

  /** The arithmetic the elements belong to. */
  Arithmetic arithmetic();

  /** Number of elements. */
  int size();

  /** Element {@code i}. */
  Real get(int i);

  /** {@code this_i + other_i}. */
  Vec plus(Vec other);

  /** {@code this_i − other_i}. */
  Vec minus(Vec other);

  /** {@code this_i · other_i}. */
  Vec times(Vec other);

  /** {@code this_i / other_i}. */
  Vec dividedBy(Vec other);

  /** {@code −this_i}. */
  Vec negated();

  /** {@code this_i + c}. */
  Vec plus(Real c);

  /** {@code this_i − c}. */
  Vec minus(Real c);

  /** {@code c · this_i}. */
  Vec times(Real c);

  /** {@code this_i / c}. */
  Vec dividedBy(Real c);

  /** {@code e^{this_i}}. */
  Vec exp();

  /** {@code ln this_i}. */
  Vec log();

  /** {@code |this_i|}. */
  Vec abs();

  /** The elements at the given indices, in that order. */
  Vec select(int... indices);

  /** {@code Σ_i this_i}; zero for the empty vector. */
  Real sum();

  /**
   * {@code max_i this_i}.
   *
   * @throws ArithmeticException if the vector is empty
   */
  Real max();

  /**
   * {@code min_i this_i}.
   *
   * @throws ArithmeticException if the vector is empty
   */
  Real min();

  /** {@code Σ_i this_i · other_i}. */
  Real dot(Vec other);

  /** Euclidean norm {@code ‖this‖₂}. */
  Real norm();

  /** Euclidean distance {@code ‖this − other‖₂}. */
  Real distance(Vec other);

  /** The elements' {@link Real#value() values}, a fresh array. */
  double[] values();
}
