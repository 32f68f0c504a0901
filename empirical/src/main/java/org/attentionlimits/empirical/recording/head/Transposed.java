package org.attentionlimits.empirical.recording.head;

import java.util.Optional;

/** Rows and columns exchanged, of the weights or of the logits too. */
final class Transposed implements Explanation {

  @Override
  public Optional<String> of(RecordedHead head, Inconsistency found) {
    HeadArrays arrays = head.arrays();
    if (arrays.queries() != arrays.keys()) {
      return Optional.empty();
    }
    HeadArrays exchanged = arrays.withTransposedWeights();
    boolean fits =
        HeadConsistency.fits(head.with(exchanged))
            || (arrays.hasLogits()
                && HeadConsistency.fits(head.with(exchanged.withTransposedLogits())));
    return fits
        ? Optional.of("transposed? Rows must be queries and columns keys")
        : Optional.empty();
  }
}
