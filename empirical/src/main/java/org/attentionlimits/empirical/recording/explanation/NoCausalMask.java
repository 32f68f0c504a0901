package org.attentionlimits.empirical.recording.explanation;

import java.util.Optional;
import org.attentionlimits.empirical.recording.head.HeadArrays;
import org.attentionlimits.empirical.recording.head.HeadConsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.RecordedHead;

/** Queries that see all tokens: most of those that they should not see have weights. */
final class NoCausalMask implements Explanation {

  @Override
  public Optional<String> of(RecordedHead head, Inconsistency found) {
    return weighsTheUnseen(head)
            && HeadConsistency.fits(head.with(head.sight().withoutCausalMask()))
        ? Optional.of("no causal mask: causal=false fits")
        : Optional.empty();
  }

  private static boolean weighsTheUnseen(RecordedHead head) {
    HeadArrays arrays = head.arrays();
    long unseen = 0;
    long weighed = 0;
    for (int query = 0; query < arrays.queries(); query++) {
      for (int key = 0; key < arrays.keys(); key++) {
        if (!head.sight().sees(query, key)) {
          unseen++;
          weighed += arrays.weight(query, key) > 0 ? 1 : 0;
        }
      }
    }
    return 2 * weighed > unseen;
  }
}
