package org.attentionlimits.empirical.kernel;

/**
 * Means over the queries of one head of several quantities of the top-N set, for each length L and
 * each N of a grid. Queries that see no more than N tokens have no token beyond the top N: they are
 * left out. Kept as plain numbers: for each length and N the number of queries and the sums.
 */
public final class HeadMeans {

  private final TopNGrid grid;
  private final int stride;
  private final double[] values;

  /** No queries yet. */
  public HeadMeans(TopNGrid grid, int quantities) {
    this(grid, quantities, new double[grid.cells() * (quantities + 1)]);
  }

  /** The means that {@link #values()} gave, which are retained. */
  public HeadMeans(TopNGrid grid, int quantities, double[] values) {
    this.grid = grid;
    this.stride = quantities + 1;
    this.values = values;
  }

  /** All as plain numbers; the array itself. */
  public double[] values() {
    return values;
  }

  /** Adds a query's quantities for one length, if the grid has N there. */
  public void add(int l, int selected, double... quantities) {
    int k = grid.place(l, selected);
    if (k >= 0) {
      int start = grid.cell(l, k) * stride;
      values[start]++;
      for (int i = 1; i < stride; i++) {
        values[start + i] += quantities[i - 1];
      }
    }
  }

  /** The mean of a quantity at the l-th length and its k-th N; NaN without queries. */
  public double mean(int l, int k, int quantity) {
    int start = grid.cell(l, k) * stride;
    return values[start + 1 + quantity] / values[start];
  }

  /** Number of queries that have a token beyond the top N. */
  public int queries(int l, int k) {
    return (int) values[grid.cell(l, k) * stride];
  }
}
