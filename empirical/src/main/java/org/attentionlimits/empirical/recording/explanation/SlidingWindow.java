package org.attentionlimits.empirical.recording.explanation;

import java.util.Optional;
import org.attentionlimits.empirical.recording.head.HeadArrays;
import org.attentionlimits.empirical.recording.head.HeadConsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.RecordedHead;

/**
 * Queries that see tokens nearby and no others: no farther than any that has a weight. A window of
 * one would fit whatever the logits are.
 */
final class SlidingWindow implements Explanation {

  @Override
  public Optional<String> of(RecordedHead head, Inconsistency found) {
    HeadArrays arrays = head.arrays();
    int farthest = 0;
    for (int query = 0; query < arrays.queries(); query++) {
      int position = head.sight().start() + query;
      for (int key = 0; key < arrays.keys(); key++) {
        if (arrays.weight(query, key) > 0) {
          farthest = Math.max(farthest, Math.abs(position - key));
        }
      }
    }
    int window = farthest + 1;
    return window > 1
            && window < arrays.keys()
            && HeadConsistency.fits(head.with(head.sight().within(window)))
        ? Optional.of("a window? window=" + window + " fits")
        : Optional.empty();
  }
}
