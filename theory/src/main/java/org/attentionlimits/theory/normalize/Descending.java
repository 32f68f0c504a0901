package org.attentionlimits.theory.normalize;

import java.util.Arrays;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/**
 * Order statistics of numbers known within enclosures: element k encloses the k-th largest true
 * number. Where two enclosures overlap, their smallest and largest take their places.
 */
final class Descending {

  private Descending() {}

  /** The elements, the largest first, [n]. O(n log n) where none overlap, O(n²) at worst. */
  static Vec of(Vec values) {
    double[] keys = values.values();
    int[] order = order(keys);
    Real[] sorted = new Real[keys.length];
    for (int k = 0; k < sorted.length; k++) {
      insert(sorted, k, values.get(order[k]));
    }
    return values.arithmetic().vector(sorted);
  }

  /** The indices, those of larger keys first, of equal ones the lower first. */
  static int[] order(double... keys) {
    double[] ascending = Arrays.stream(keys).map(key -> -key).sorted().toArray();
    int[] order = new int[keys.length];
    int[] taken = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      int first = firstOf(ascending, -keys[i]);
      order[first + taken[first]++] = i;
    }
    return order;
  }

  /** The first place of a value in an array that holds it. */
  private static int firstOf(double[] ascending, double value) {
    int low = 0;
    int high = ascending.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Double.compare(ascending[middle], value) < 0) {
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
