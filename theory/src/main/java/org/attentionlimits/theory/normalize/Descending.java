package org.attentionlimits.theory.normalize;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * Order statistics of numbers known within enclosures: element k encloses the k-th largest true
 * number.
 *
 * <p>With the enclosures in any order, here that of their middles, the k-th largest number is at
 * most the largest upper end from the k-th on, for the k − 1 before it are fewer than k; and at
 * least the smallest lower end up to the k-th.
 */
public final class Descending {

  private final Vec values;
  private final Vec sorted;

  private Descending(Vec values, Vec sorted) {
    this.values = values;
    this.sorted = sorted;
  }

  /** The elements, the largest first; O(n log n). */
  public static Descending of(Vec values) {
    Integer[] order = ordered(values);
    Real[] sorted = new Real[order.length];
    for (int k = order.length - 1; k >= 0; k--) {
      Real value = values.get(order[k]);
      sorted[k] = k == order.length - 1 ? value : value.max(sorted[k + 1]);
    }
    Real smallest = values.get(order[0]);
    for (int k = 0; k < order.length; k++) {
      smallest = smallest.min(values.get(order[k]));
      sorted[k] = smallest.hull(sorted[k]);
    }
    return new Descending(values, values.arithmetic().vector(sorted));
  }

  /** The indices in the order of middles; where these are equal doubles, of lower ends. */
  private static Integer[] ordered(Vec values) {
    double[] keys = values.values();
    Integer[] order = Arrays.stream(order(keys)).boxed().toArray(Integer[]::new);
    for (int from = 0, to; from < order.length; from = to) {
      to = from + 1;
      while (to < order.length && keys[order[to]] == keys[order[from]]) {
        to++;
      }
      if (to > from + 1 && values.arithmetic().digits() > Arithmetic.BINARY64.digits()) {
        Arrays.sort(
            order,
            from,
            to,
            Comparator.<Integer, BigDecimal>comparing(i -> values.get(i).lower()).reversed());
      }
    }
    return order;
  }

  /** The numbers as they were given, [n]. */
  public Vec values() {
    return values;
  }

  /** The order statistics, [n]. */
  public Vec sorted() {
    return sorted;
  }

  /** The indices, those of larger keys first, of equal ones the lower first. */
  static int[] order(double... keys) {
    long[] places = Arrays.stream(keys).mapToLong(Descending::downwards).toArray();
    long[] ascending = places.clone();
    Arrays.sort(ascending);
    int[] order = new int[keys.length];
    int[] taken = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      int first = firstOf(ascending, places[i]);
      order[first + taken[first]++] = i;
    }
    return order;
  }

  /** An integer that is smaller for larger keys, in the order of {@link Double#compare}. */
  private static long downwards(double key) {
    long bits = Double.doubleToLongBits(-key);
    return bits < 0 ? bits ^ Long.MAX_VALUE : bits;
  }

  /** The first place of a value in an array that holds it. */
  private static int firstOf(long[] ascending, long value) {
    int low = 0;
    int high = ascending.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
