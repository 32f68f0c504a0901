package org.attentionlimits.empirical.recording.explanation;

import java.util.Optional;
import org.attentionlimits.empirical.recording.head.HeadConsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.RecordedHead;

/** Logits that were divided by the temperature before they were recorded. */
final class ScaledAlready implements Explanation {

  @Override
  public Optional<String> of(RecordedHead head, Inconsistency found) {
    return head.arrays().hasLogits()
            && !head.scale().scaled()
            && OneHot.tellsScale(head)
            && HeadConsistency.fits(head.with(head.scale().ofScaled()))
        ? Optional.of("logits that are scaled already (T = 1 fits): say scaled=true")
        : Optional.empty();
  }
}
