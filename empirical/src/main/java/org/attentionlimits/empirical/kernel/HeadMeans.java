package org.attentionlimits.empirical.kernel;

import java.nio.DoubleBuffer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Means over the queries of one head of several quantities of the top-N set, for each length L and
 * each N of a grid. Queries that see no more than N tokens have no token beyond the top N: they are
 * left out.
 */
public final class HeadMeans {

  private final TopNGrid grid;
  private final int[] queries;
  private final double[][] sums;

  /** No queries yet. */
  public HeadMeans(TopNGrid grid, int quantities) {
    this.grid = grid;
    this.queries = new int[grid.cells()];
    this.sums = new double[grid.cells()][quantities];
  }

  /** The means whose {@link #numbers()} come next in a buffer. */
  public static HeadMeans read(TopNGrid grid, int quantities, DoubleBuffer numbers) {
    HeadMeans means = new HeadMeans(grid, quantities);
    for (int cell = 0; cell < grid.cells(); cell++) {
      means.queries[cell] = (int) numbers.get();
      numbers.get(means.sums[cell]);
    }
    return means;
  }

  /** For each length and N the number of queries, and the sum of each quantity over them. */
  public double[] numbers() {
    return IntStream.range(0, queries.length)
        .boxed()
        .flatMapToDouble(
            cell ->
                DoubleStream.concat(DoubleStream.of(queries[cell]), DoubleStream.of(sums[cell])))
        .toArray();
  }

  /** Adds a query's quantities for one length, if the grid has N there. */
  public void add(int l, int selected, double... quantities) {
    int k = grid.place(l, selected);
    if (k >= 0) {
      int cell = grid.cell(l, k);
      queries[cell]++;
      for (int i = 0; i < sums[cell].length; i++) {
        sums[cell][i] += quantities[i];
      }
    }
  }

  /** The mean of a quantity at the l-th length and its k-th N; NaN without queries. */
  public double mean(int l, int k, int quantity) {
    int cell = grid.cell(l, k);
    return sums[cell][quantity] / queries[cell];
  }

  /** Number of queries that have a token beyond the top N. */
  public int queries(int l, int k) {
    return queries[grid.cell(l, k)];
  }
}
