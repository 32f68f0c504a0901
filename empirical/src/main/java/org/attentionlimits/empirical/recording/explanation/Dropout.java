package org.attentionlimits.empirical.recording.explanation;

import java.util.Locale;
import java.util.Optional;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.RecordedHead;
import org.attentionlimits.empirical.recording.head.RowSoftmax;

/**
 * Dropout of probability p: weights are 0 or s/(1 − p), where s is the softmax. Without logits, a
 * weight of zero and a row that sums to more than one tell it.
 */
final class Dropout implements Explanation {

  /** Smaller weights are too coarse. */
  private static final double LEAST = 1e-3;

  /** By how much quotients may differ: of 16-bit types. */
  private static final double TOLERANCE = 0.03;

  private static final String TEXT = "dropout left on? ";

  @Override
  public Optional<String> of(RecordedHead head, Inconsistency found) {
    if (head.hasLogits()) {
      double factor = factor(head);
      return factor > 1 + TOLERANCE
          ? Optional.of(
              String.format(
                  Locale.ROOT,
                  "%sWeights are 0 or s/(1 - p), p = %.2g: record in evaluation mode",
                  TEXT,
                  1 - 1 / factor))
          : Optional.empty();
    }
    return hasZero(head) && hasMoreThanOne(head)
        ? Optional.of(TEXT + "Record in evaluation mode")
        : Optional.empty();
  }

  /** The one factor by which weights that are not zero exceed the softmax; NaN if there is none. */
  private static double factor(RecordedHead head) {
    double factor = Double.NaN;
    boolean zero = false;
    for (int query = 0; query < head.queries(); query++) {
      int[] visible = head.sight().visible(query);
      RowSoftmax softmax = new RowSoftmax(head, query, visible);
      for (int i = 0; i < visible.length; i++) {
        double quotient = head.arrays().weight(query, visible[i]) / softmax.weight(i);
        if (softmax.weight(i) >= LEAST && quotient > 0) {
          factor = Double.isNaN(factor) ? quotient : factor;
          if (!(Math.abs(quotient - factor) <= TOLERANCE * factor)) {
            return Double.NaN;
          }
        }
        zero |= softmax.weight(i) >= LEAST && quotient == 0;
      }
    }
    return zero ? factor : Double.NaN;
  }

  private static boolean hasZero(RecordedHead head) {
    for (int query = 0; query < head.queries(); query++) {
      for (int key : head.sight().visible(query)) {
        if (head.arrays().weight(query, key) == 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasMoreThanOne(RecordedHead head) {
    for (int query = 0; query < head.queries(); query++) {
      if (head.sum(query) > 1 + TOLERANCE) {
        return true;
      }
    }
    return false;
  }
}
