package org.attentionlimits.empirical.experiment.suite;

import java.nio.DoubleBuffer;
import org.attentionlimits.empirical.experiment.Columns;
import org.attentionlimits.empirical.kernel.HeadMeans;
import org.attentionlimits.empirical.kernel.RowCounts;
import org.attentionlimits.empirical.kernel.RowGeometry;
import org.attentionlimits.empirical.kernel.TopNGrid;

/**
 * What {@link Separability} measures on a head.
 *
 * @param judged shares in the space of embeddings that is judged
 * @param beside those on the head's own embeddings, where others are judged
 * @param geometry geometric precision, recall and F
 * @param rows counted by their separable tokens in the space that is judged
 */
record HeadSeparability(HeadShares judged, HeadShares beside, HeadMeans geometry, RowCounts rows) {

  /** The measurement whose {@link #numbers()} come next in a buffer. */
  static HeadSeparability read(TopNGrid grid, DoubleBuffer numbers) {
    HeadShares judged = HeadShares.read(grid, numbers);
    HeadShares beside = HeadShares.read(grid, numbers);
    HeadMeans geometry = HeadMeans.read(grid, RowGeometry.COUNT, numbers);
    RowCounts rows = RowCounts.read(grid.selections(0), numbers);
    return new HeadSeparability(judged, beside, geometry, rows);
  }

  double[] numbers() {
    return new Columns()
        .add(judged.numbers())
        .add(beside.numbers())
        .add(geometry.numbers())
        .add(rows.numbers())
        .row();
  }
}
