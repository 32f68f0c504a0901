package org.attentionlimits.empirical.recording.explanation;

import java.util.Optional;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.RecordedHead;

/** Weights from 0 to 100. */
final class Percent implements Explanation {

  private static final double HUNDRED = 100;

  /** By how much the sum of a row may differ: of whole numbers, or of 16-bit types. */
  private static final double ROUNDING = 2;

  @Override
  public Optional<String> of(RecordedHead head, Inconsistency found) {
    boolean any = false;
    for (int query = 0; query < head.queries(); query++) {
      if (head.sight().visible(query).length > 0) {
        any = true;
        if (!(Math.abs(head.sum(query) - HUNDRED) <= ROUNDING)) {
          return Optional.empty();
        }
      }
    }
    return any
        ? Optional.of("rows sum to 100: weights in percent? Divide them by 100")
        : Optional.empty();
  }
}
