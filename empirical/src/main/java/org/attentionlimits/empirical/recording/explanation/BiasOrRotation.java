package org.attentionlimits.empirical.recording.explanation;

import java.util.Optional;
import org.attentionlimits.empirical.recording.head.HeadConsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency.Kind;
import org.attentionlimits.empirical.recording.head.RecordedHead;

/** Something between query and key and the logits: a bias, a rotation, another head's keys. */
final class BiasOrRotation implements Explanation {

  @Override
  public Optional<String> of(RecordedHead head, Inconsistency found) {
    if ((found.kind() != Kind.PRODUCT && found.kind() != Kind.SOFTMAX)
        || !head.arrays().hasProducts()
        || !HeadConsistency.fits(head.with(head.arrays().withoutProducts()))) {
      return Optional.empty();
    }
    return Optional.of(
        head.arrays().hasLogits()
            ? "logits are not q·k, but weights are their softmax: a bias, a rotation, or another"
                + " head's key?"
            : "weights are not the softmax of q·k/T: a bias or a rotation? Leave query and key out,"
                + " or record logits");
  }
}
