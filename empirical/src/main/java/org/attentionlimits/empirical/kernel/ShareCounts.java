package org.attentionlimits.empirical.kernel;

import java.util.Arrays;

/**
 * Passes on the quantities of {@link RowSeparability} and counts rows by their number {@code N_s}
 * of separable tokens, for each N.
 */
public final class ShareCounts implements TopNSweep.Quantities {

  private final RowSeparability rows;
  private final int[] selections;
  private final double[][] counts;

  public ShareCounts(RowSeparability rows, int... selections) {
    this.rows = rows;
    this.selections = selections;
    this.counts = new double[selections.length][];
    for (int k = 0; k < selections.length; k++) {
      counts[k] = new double[selections[k] + 1];
    }
  }

  @Override
  public void start(WeightedRow row) {
    rows.start(row);
  }

  @Override
  public double[] at(int selected) {
    double[] values = rows.at(selected);
    int k = Arrays.binarySearch(selections, selected);
    counts[k][(int) Math.round(values[RowSeparability.SHARE] * selected)]++;
    return values;
  }

  /** The counts of rows with 0 to N separable tokens, for one N after another. */
  public double[] values() {
    return Arrays.stream(counts).flatMapToDouble(Arrays::stream).toArray();
  }
}
