package org.attentionlimits.empirical.recording.explanation;

import java.util.Optional;
import java.util.stream.IntStream;
import org.attentionlimits.empirical.recording.head.HeadConsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.RecordedHead;
import org.attentionlimits.empirical.recording.head.Sight;

/** A mask with 1 for tokens that are not there: weights fit with the others. */
final class InvertedMask implements Explanation {

  @Override
  public Optional<String> of(RecordedHead head, Inconsistency found) {
    if (!head.sight().hasMask()) {
      return Optional.empty();
    }
    Sight inverted = head.sight().withInvertedMask();
    boolean seesSeveral =
        IntStream.range(0, head.queries()).anyMatch(query -> inverted.visible(query).length > 1);
    return seesSeveral && HeadConsistency.fits(head.with(inverted))
        ? Optional.of("attention_mask inverted? 1 is for tokens that are there")
        : Optional.empty();
  }
}
