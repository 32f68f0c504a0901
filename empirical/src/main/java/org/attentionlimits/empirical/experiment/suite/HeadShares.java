package org.attentionlimits.empirical.experiment.suite;

import java.nio.DoubleBuffer;
import org.attentionlimits.empirical.experiment.Columns;
import org.attentionlimits.empirical.kernel.HeadMeans;
import org.attentionlimits.empirical.kernel.RowSeparability;
import org.attentionlimits.empirical.kernel.TopNGrid;

/**
 * Shares of separable tokens of one head in one space of embeddings; without queries where the head
 * has no embeddings in that space.
 *
 * @param shares the quantities of {@link RowSeparability}
 * @param nulls the null model's share
 */
record HeadShares(HeadMeans shares, HeadMeans nulls) {

  /** Of no queries. */
  static HeadShares none(TopNGrid grid) {
    return new HeadShares(new HeadMeans(grid, RowSeparability.COUNT), new HeadMeans(grid, 1));
  }

  /** The shares whose {@link #numbers()} come next in a buffer. */
  static HeadShares read(TopNGrid grid, DoubleBuffer numbers) {
    HeadMeans shares = HeadMeans.read(grid, RowSeparability.COUNT, numbers);
    return new HeadShares(shares, HeadMeans.read(grid, 1, numbers));
  }

  double[] numbers() {
    return new Columns().add(shares.numbers()).add(nulls.numbers()).row();
  }
}
