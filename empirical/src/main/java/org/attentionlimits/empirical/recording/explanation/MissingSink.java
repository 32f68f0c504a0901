package org.attentionlimits.empirical.recording.explanation;

import java.util.Optional;
import java.util.stream.IntStream;
import org.attentionlimits.empirical.recording.head.HeadConsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency.Kind;
import org.attentionlimits.empirical.recording.head.RecordedHead;
import org.attentionlimits.empirical.recording.head.RowSoftmax;

/** A token without key and value that takes part of every row's weight. */
final class MissingSink implements Explanation {

  /** By how much a sum may exceed one: of 16-bit types. */
  private static final double ROUNDING = 0.02;

  @Override
  public Optional<String> of(RecordedHead head, Inconsistency found) {
    if (head.scale().hasSink() || found.kind() != Kind.SUM) {
      return Optional.empty();
    }
    double sink = head.hasLogits() ? fitted(head) : 0;
    return Double.isFinite(sink)
            && isBelowOne(head)
            && HeadConsistency.fits(head.with(head.scale().withSink(sink)))
        ? Optional.of(
            "rows sum to less than one: a sink"
                + (hasZeros(head)
                    ? ", or weights that were set to zero, as by top-k or dropout?"
                    : "?"))
        : Optional.empty();
  }

  /** Whether every row that lacks weight has a token without any. */
  private static boolean hasZeros(RecordedHead head) {
    return IntStream.range(0, head.queries())
        .filter(query -> head.sum(query) < 1 - ROUNDING)
        .allMatch(query -> ChangedRow.of(head, query).hasZero());
  }

  /**
   * The sink that takes what the row of the smallest sum lacks to one; NaN if none lacks anything.
   *
   * @param head with logits, without a sink
   */
  static double fitted(RecordedHead head) {
    double least = 1;
    double sink = Double.NaN;
    for (int query = 0; query < head.queries(); query++) {
      int[] visible = head.sight().visible(query);
      double sum = head.sum(query);
      if (visible.length > 0 && sum > 0 && sum < least) {
        least = sum;
        sink = new RowSoftmax(head, query, visible).logSum() + Math.log((1 - sum) / sum);
      }
    }
    return sink;
  }

  private static boolean isBelowOne(RecordedHead head) {
    for (int query = 0; query < head.queries(); query++) {
      double sum = head.sum(query);
      if (!(sum > 0 && sum <= 1 + ROUNDING) && head.sight().visible(query).length > 0) {
        return false;
      }
    }
    return true;
  }
}
