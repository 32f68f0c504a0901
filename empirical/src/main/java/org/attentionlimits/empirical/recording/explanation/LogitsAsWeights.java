package org.attentionlimits.empirical.recording.explanation;

import java.util.Optional;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.RecordedHead;

/** Logits under the name of weights: one is negative, and no row of several sums to one. */
final class LogitsAsWeights implements Explanation {

  /** By how much the sum of a row of weights may differ from one: of 16-bit types. */
  private static final double ROUNDING = 0.02;

  @Override
  public Optional<String> of(RecordedHead head, Inconsistency found) {
    boolean negative = false;
    for (int query = 0; query < head.queries(); query++) {
      int[] visible = head.sight().visible(query);
      if (visible.length > 1 && Math.abs(head.sum(query) - 1) <= ROUNDING) {
        return Optional.empty();
      }
      for (int key : visible) {
        negative |= head.arrays().weight(query, key) < 0;
      }
    }
    return negative
        ? Optional.of("logits under the name weights? Weights are their softmax")
        : Optional.empty();
  }
}
