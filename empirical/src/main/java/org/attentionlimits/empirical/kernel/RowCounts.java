package org.attentionlimits.empirical.kernel;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Rows counted by their number {@code N_s} of separable tokens, from 0 to N, for each N. */
public final class RowCounts {

  private final int[][] counts;

  /**
   * No rows yet.
   *
   * @param selections N, ascending, each at least 1
   */
  public RowCounts(int... selections) {
    this.counts = IntStream.of(selections).mapToObj(n -> new int[n + 1]).toArray(int[][]::new);
  }

  /** The counts whose {@link #numbers()} come next in a buffer. */
  public static RowCounts read(int[] selections, DoubleBuffer numbers) {
    RowCounts read = new RowCounts(selections);
    for (int[] ofN : read.counts) {
      Arrays.setAll(ofN, number -> (int) numbers.get());
    }
    return read;
  }

  /** The counts of rows with 0 to N separable tokens, for one N after another. */
  public double[] numbers() {
    return Arrays.stream(counts).flatMapToInt(Arrays::stream).asDoubleStream().toArray();
  }

  /** Counts a row that has so many separable tokens of the k-th N. */
  public void add(int k, int separable) {
    counts[k][separable]++;
  }

  /** Adds the rows that another counted, of the same N. */
  public void add(RowCounts other) {
    for (int k = 0; k < counts.length; k++) {
      for (int number = 0; number < counts[k].length; number++) {
        counts[k][number] += other.counts[k][number];
      }
    }
  }

  /** Rows counted at the k-th N. */
  public int rows(int k) {
    return IntStream.of(counts[k]).sum();
  }

  /**
   * The least number of separable tokens that a share of the rows does not exceed.
   *
   * @param share from 0 to 1
   * @return NaN without rows
   */
  public double quantile(int k, double share) {
    int rows = rows(k);
    int sum = 0;
    for (int number = 0; number < counts[k].length; number++) {
      sum += counts[k][number];
      if (sum > 0 && sum >= share * rows) {
        return number;
      }
    }
    return Double.NaN;
  }
}
