package org.attentionlimits.empirical.recording.explanation;

import java.util.Optional;
import org.attentionlimits.empirical.recording.head.HeadArrays;
import org.attentionlimits.empirical.recording.head.HeadArrays.Part;
import org.attentionlimits.empirical.recording.head.HeadConsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.RecordedHead;

/** Rows and columns exchanged, of the weights or of the logits too. */
final class Transposed implements Explanation {

  @Override
  public Optional<String> of(RecordedHead head, Inconsistency found) {
    HeadArrays arrays = head.arrays();
    if (arrays.queries() != arrays.keys()) {
      return Optional.empty();
    }
    HeadArrays exchanged = arrays.withTransposed(Part.WEIGHTS);
    boolean fits =
        HeadConsistency.fits(head.with(exchanged))
            || (arrays.hasLogits()
                && HeadConsistency.fits(head.with(exchanged.withTransposed(Part.LOGITS))));
    return fits
        ? Optional.of("transposed? Rows must be queries and columns keys")
        : Optional.empty();
  }
}
