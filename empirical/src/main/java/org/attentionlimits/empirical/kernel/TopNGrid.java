package org.attentionlimits.empirical.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * For which lengths L and which N quantities of the top-N set are averaged: for each length its own
 * N.
 */
public final class TopNGrid {

  private final int[] lengths;
  private final int[][] selections;
  private final int[] firstCells;

  /**
   * A grid.
   *
   * @param lengths L, each at least 2
   * @param selections for each length its N, ascending, each at least 1
   */
  public TopNGrid(List<Integer> lengths, List<List<Integer>> selections) {
    this.lengths = lengths.stream().mapToInt(Integer::intValue).toArray();
    this.selections =
        selections.stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).sorted().distinct().toArray())
            .toArray(int[][]::new);
    this.firstCells = new int[this.lengths.length + 1];
    for (int l = 0; l < this.lengths.length; l++) {
      firstCells[l + 1] = firstCells[l] + this.selections[l].length;
    }
    Arguments.requireEach("length", 2, this.lengths);
    for (int[] ofLength : this.selections) {
      Arguments.requireEach("N", 1, ofLength);
    }
  }

  /** The same N for every length. */
  public static TopNGrid product(List<Integer> lengths, List<Integer> selections) {
    return new TopNGrid(lengths, lengths.stream().map(length -> selections).toList());
  }

  /** The lengths L. */
  public int[] lengths() {
    return lengths;
  }

  /** The N of the l-th length, ascending. */
  public int[] selections(int l) {
    return selections[l];
  }

  /** The longest length. */
  public int longest() {
    return IntStream.of(lengths).max().orElseThrow();
  }

  /** Whether a number is one of the lengths. */
  public boolean hasLength(int number) {
    return IntStream.of(lengths).anyMatch(length -> length == number);
  }

  /** All N of those of some lengths that are longer than a query's index, ascending. */
  public int[] selectionsBeyond(int query, int... places) {
    return IntStream.of(places)
        .filter(l -> lengths[l] > query)
        .flatMap(l -> IntStream.of(selections[l]))
        .sorted()
        .distinct()
        .toArray();
  }

  /** Number of pairs of a length and an N. */
  public int cells() {
    return cell(lengths.length, 0);
  }

  /** Number of pairs before the l-th length and its k-th N. */
  public int cell(int l, int k) {
    return firstCells[l] + k;
  }

  /** Where N is among the N of the l-th length; negative if it is not. */
  public int place(int l, int selected) {
    return Arrays.binarySearch(selections[l], selected);
  }
}
