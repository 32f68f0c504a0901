package org.attentionlimits.empirical.recording.explanation;

import java.util.Optional;
import org.attentionlimits.empirical.recording.head.HeadArrays;
import org.attentionlimits.empirical.recording.head.HeadConsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.RecordedHead;

/** Tokens that are not there, before or behind the text: those that the last query does not see. */
final class Padding implements Explanation {

  @Override
  public Optional<String> of(RecordedHead head, Inconsistency found) {
    HeadArrays arrays = head.arrays();
    boolean[] there = new boolean[arrays.keys()];
    int count = 0;
    for (int key = 0; key < there.length; key++) {
      there[key] = arrays.weight(arrays.queries() - 1, key) > 0;
      count += there[key] ? 1 : 0;
    }
    boolean masks = count > 1 && count < there.length && !head.sight().hasMask();
    return masks && HeadConsistency.fits(head.with(head.sight().with(there)))
        ? Optional.of("padding: crop it, or give attention_mask")
        : Optional.empty();
  }
}
