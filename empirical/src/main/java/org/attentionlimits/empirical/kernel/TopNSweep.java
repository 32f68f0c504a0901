package org.attentionlimits.empirical.kernel;

import java.util.stream.IntStream;
import org.attentionlimits.empirical.tensor.HeadAttention;

/** Goes over the rows of a head that a grid of lengths and N asks for, each as often as needed. */
public final class TopNSweep {

  /** Quantities of a row for growing N. */
  public interface Quantities {
    /** Begins with another row. */
    void start(WeightedRow row);

    /** The quantities for the top N; N grows from call to call. */
    double[] at(int selected);
  }

  private final TopNGrid grid;
  private final Visibility visibility;

  public TopNSweep(TopNGrid grid, Visibility visibility) {
    this.grid = grid;
    this.visibility = visibility;
  }

  /**
   * Means over queries. A query's causal prefix does not depend on the length of the sequence, so
   * that its row serves all lengths; its whole row does.
   */
  public HeadMeans run(HeadAttention attention, Quantities quantities, int count) {
    HeadMeans means = new HeadMeans(grid, count);
    WeightedRow row = new WeightedRow(attention);
    if (visibility == Visibility.PREFIX) {
      int[] all = IntStream.range(0, grid.lengths().length).toArray();
      run(row, grid.longest(), quantities, means, all);
    } else {
      for (int l = 0; l < grid.lengths().length; l++) {
        run(row, grid.lengths()[l], quantities, means, l);
      }
    }
    return means;
  }

  private void run(
      WeightedRow row, int length, Quantities quantities, HeadMeans means, int... places) {
    int[] selections = {};
    for (int query = 0; query < length; query++) {
      if (query == 0 || grid.hasLength(query)) {
        selections = grid.selectionsBeyond(query, places);
      }
      row.load(query, visibility.tokens(query, length));
      quantities.start(row);
      for (int selected : selections) {
        if (selected >= row.tokens()) {
          break;
        }
        double[] values = quantities.at(selected);
        for (int l : places) {
          if (grid.lengths()[l] > query) {
            means.add(l, selected, values);
          }
        }
      }
    }
  }
}
