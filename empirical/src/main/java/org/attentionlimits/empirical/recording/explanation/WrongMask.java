package org.attentionlimits.empirical.recording.explanation;

import java.util.Optional;
import java.util.stream.IntStream;
import org.attentionlimits.empirical.recording.head.HeadConsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency.Kind;
import org.attentionlimits.empirical.recording.head.RecordedHead;
import org.attentionlimits.empirical.recording.head.Sight;

/** A mask with 1 for tokens that are not there, or one that the model was not given. */
final class WrongMask implements Explanation {

  @Override
  public Optional<String> of(RecordedHead head, Inconsistency found) {
    if (!head.sight().hasMask()) {
      return Optional.empty();
    }
    if (isInverted(head)) {
      return Optional.of("attention_mask inverted? 1 is for tokens that are there");
    }
    return found.kind() == Kind.UNSEEN
            && HeadConsistency.fits(head.with(head.sight().withoutMask()))
        ? Optional.of(
            "padding has weight, and weights fit without attention_mask: was the model given it?"
                + " Record with the mask, or leave it out")
        : Optional.empty();
  }

  private static boolean isInverted(RecordedHead head) {
    Sight inverted = head.sight().withInvertedMask();
    return IntStream.range(0, head.queries()).anyMatch(query -> inverted.visible(query).length > 1)
        && HeadConsistency.fits(head.with(inverted));
  }
}
