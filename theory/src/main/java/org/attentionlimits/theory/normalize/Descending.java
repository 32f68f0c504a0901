package org.attentionlimits.theory.normalize;

import java.util.Comparator;
import java.util.stream.IntStream;
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
    int[] order =
        IntStream.range(0, keys.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -keys[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    Real[] sorted = new Real[keys.length];
    for (int k = 0; k < sorted.length; k++) {
      insert(sorted, k, values.get(order[k]));
    }
    return values.arithmetic().vector(sorted);
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
