package org.attentionlimits.empirical.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * For which lengths L and which N quantities of the top-N set are averaged: for each length its own
 * N.
 */
final class TopNGrid {

  private final int[] lengths;
  private final int[][] selections;
  private final int[] firstCells;

  /**
   * A grid.
   *
   * @param lengths L, each at least 2
   * @param selections for each length its N, ascending, each at least 1
   */
  TopNGrid(List<Integer> lengths, List<List<Integer>> selections) {
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
  static TopNGrid product(List<Integer> lengths, List<Integer> selections) {
    return new TopNGrid(lengths, lengths.stream().map(length -> selections).toList());
  }

  /** The lengths L. */
  int[] lengths() {
    return lengths;
  }

  /** The N of the l-th length, ascending. */
  int[] selections(int l) {
    return selections[l];
  }

  /** The longest length. */
  int longest() {
    return IntStream.of(lengths).max().orElseThrow();
  }

  /** Whether a number is one of the lengths. */
  boolean hasLength(int number) {
    return IntStream.of(lengths).anyMatch(length -> length == number);
  }

  /** All N of those of some lengths that are longer than a query's index, ascending. */
  int[] selectionsBeyond(int query, int... places) {
    return IntStream.of(places)
        .filter(l -> lengths[l] > query)
        .flatMap(l -> IntStream.of(selections[l]))
        .sorted()
        .distinct()
        .toArray();
  }

  /** Number of pairs of a length and an N. */
  int cells() {
    return cell(lengths.length, 0);
  }

  /** Number of pairs before the l-th length and its k-th N. */
  int cell(int l, int k) {
    return firstCells[l] + k;
  }

  /** Where N is among the N of the l-th length; negative if it is not. */
  int place(int l, int selected) {
    return Arrays.binarySearch(selections[l], selected);
  }
}
