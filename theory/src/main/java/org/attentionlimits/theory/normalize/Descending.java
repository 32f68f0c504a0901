package org.attentionlimits.theory.normalize;

import java.util.Arrays;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * Order statistics of numbers known within enclosures: element k encloses the k-th largest true
 * number. Where two enclosures overlap, their smallest and largest take their places.
 */
public final class Descending {

  private final Vec values;
  private final Vec sorted;

  private Descending(Vec values, Vec sorted) {
    this.values = values;
    this.sorted = sorted;
  }

  /** The elements, the largest first. O(n log n) where none overlap, O(n²) at worst. */
  public static Descending of(Vec values) {
    double[] keys = values.values();
    int[] order = order(keys);
    Real[] sorted = new Real[keys.length];
    for (int k = 0; k < sorted.length; k++) {
      insert(sorted, k, values.get(order[k]));
    }
    return new Descending(values, values.arithmetic().vector(sorted));
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

  private static void insert(Real[] sorted, int count, Real value) {
    Real larger = value;
    int place = count;
    for (; place > 0 && !larger.certainlyAtMost(sorted[place - 1]); place--) {
      Real before = sorted[place - 1];
      sorted[place] = before.min(larger);
      larger = before.max(larger);
    }
    sorted[place] = larger;
  }
}
