package org.attentionlimits.theory.geometry;

import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * Sums over some numbers a that are not negative, none by subtraction.
 *
 * @param arithmetic that they belong to
 * @param count how many they are
 * @param sum {@code Σ_j a_j}
 * @param squares {@code Σ_j a_j²}
 * @param pairs {@code Σ_{j<k} a_j a_k}
 * @param squaredPairs {@code Σ_{j<k} a_j² a_k²}
 */
record PowerSums(
    Arithmetic arithmetic, int count, Real sum, Real squares, Real pairs, Real squaredPairs) {

  /** Those of no number. */
  static PowerSums none(Arithmetic arithmetic) {
    Real zero = arithmetic.of(0);
    return new PowerSums(arithmetic, 0, zero, zero, zero, zero);
  }

  /** Those of a vector. */
  static PowerSums of(Vec numbers) {
    PowerSums sums = none(numbers.arithmetic());
    for (int j = 0; j < numbers.size(); j++) {
      sums = sums.plus(numbers.get(j));
    }
    Real squares = numbers.dot(numbers);
    return new PowerSums(
        sums.arithmetic, sums.count, sums.sum, squares, sums.pairs, sums.squaredPairs);
  }

  /** Those of a vector without one of its numbers, for each, in O(n). */
  static PowerSums[] withoutEach(Vec numbers) {
    int n = numbers.size();
    PowerSums[] after = new PowerSums[n + 1];
    after[n] = none(numbers.arithmetic());
    for (int i = n - 1; i > 0; i--) {
      after[i] = after[i + 1].plus(numbers.get(i));
    }
    PowerSums[] without = new PowerSums[n];
    PowerSums before = after[n];
    for (int i = 0; i < n; i++) {
      without[i] = before.plus(after[i + 1]);
      before = before.plus(numbers.get(i));
    }
    return without;
  }

  /** Those with one number more. */
  PowerSums plus(Real number) {
    Real square = number.square();
    return new PowerSums(
        arithmetic,
        count + 1,
        sum.plus(number),
        squares.plus(square),
        pairs.plus(sum.times(number)),
        squaredPairs.plus(squares.times(square)));
  }

  /** Those of both sets of numbers. */
  private PowerSums plus(PowerSums other) {
    if (count == 0 || other.count == 0) {
      return count == 0 ? other : this;
    }
    return new PowerSums(
        arithmetic,
        count + other.count,
        sum.plus(other.sum),
        squares.plus(other.squares),
        pairs.plus(other.pairs).plus(sum.times(other.sum)),
        squaredPairs.plus(other.squaredPairs).plus(squares.times(other.squares)));
  }

  /** An integer of the arithmetic. */
  Real integer(long value) {
    return arithmetic.of(value);
  }
}
