package org.attentionlimits.theory.attention;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Selection of the N largest of n numbers. */
public final class TopN {

  /** Most that are inserted one by one. */
  private static final int FEW = 32;

  private TopN() {}

  /**
   * Indices of the N largest values, largest first; of equal values the lower index comes first.
   *
   * <p>A few are inserted into a sorted list, O(n·N) at worst and O(n) on values in random order;
   * for many, all values are sorted, O(n log n).
   *
   * @param values [n], none NaN; −0 and 0 are equal
   * @param selected N, from 1 to n
   */
  public static int[] of(double[] values, int selected) {
    Arguments.requireSelected(selected, values.length);
    return selected > FEW ? sorted(values, selected) : inserted(values, selected);
  }

  private static int[] sorted(double[] values, int selected) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> 0.0 - values[i]))
        .limit(selected)
        .mapToInt(i -> i)
        .toArray();
  }

  private static int[] inserted(double[] values, int selected) {
    int[] best = new int[selected];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (count == selected && values[i] <= values[best[count - 1]]) {
        continue;
      }
      int place = count == selected ? count - 1 : count++;
      while (place > 0 && values[best[place - 1]] < values[i]) {
        best[place] = best[place - 1];
        place--;
      }
      best[place] = i;
    }
    return best;
  }

  /** Indices from 0 to n − 1 that are not among the selected, ascending. */
  public static int[] others(int tokens, int... selected) {
    boolean[] taken = new boolean[tokens];
    for (int i : selected) {
      taken[i] = true;
    }
    return IntStream.range(0, tokens).filter(i -> !taken[i]).toArray();
  }

  /**
   * What N can be once some tokens are chosen: as many as were selected of them, and as before
   * where there are so many.
   */
  static IntStream ofTokens(int[] selected, int... tokens) {
    int[] sorted = Arrays.stream(selected).sorted().toArray();
    int kept = (int) Arrays.stream(tokens).filter(i -> Arrays.binarySearch(sorted, i) >= 0).count();
    return IntStream.of(kept, selected.length).filter(n -> n >= 1 && n <= tokens.length).distinct();
  }

  /** What N can be once a token is left out: one less if it was selected, else the same. */
  static IntStream withoutAToken(int selected, int rest) {
    return IntStream.rangeClosed(Math.max(1, selected - 1), Math.min(selected, rest));
  }
}
