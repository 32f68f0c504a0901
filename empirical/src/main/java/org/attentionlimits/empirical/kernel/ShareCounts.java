package org.attentionlimits.empirical.kernel;

import java.util.Arrays;

/** Passes on the quantities of {@link RowSeparability}, and counts rows. */
public final class ShareCounts implements TopNSweep.Quantities {

  private final RowSeparability rows;
  private final int[] selections;
  private final RowCounts counts;

  /**
   * No rows yet.
   *
   * @param selections N, ascending
   */
  public ShareCounts(RowSeparability rows, int... selections) {
    this.rows = rows;
    this.selections = selections;
    this.counts = new RowCounts(selections);
  }

  @Override
  public void start(WeightedRow row) {
    rows.start(row);
  }

  @Override
  public double[] at(int selected) {
    double[] values = rows.at(selected);
    int separable = (int) Math.round(values[RowSeparability.SHARE] * selected);
    counts.add(Arrays.binarySearch(selections, selected), separable);
    return values;
  }

  /** The rows so far. */
  public RowCounts counts() {
    return counts;
  }
}
