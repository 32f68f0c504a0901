package org.attentionlimits.empirical.recording.explanation;

import java.util.Optional;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency.Kind;
import org.attentionlimits.empirical.recording.head.RecordedHead;
import org.attentionlimits.empirical.tensor.TensorType;

/** A logit too large for its type. */
final class Overflow implements Explanation {

  @Override
  public Optional<String> of(RecordedHead head, Inconsistency found) {
    if ((found.kind() != Kind.LOGIT_NOT_FINITE && found.kind() != Kind.NO_WEIGHT)
        || !hasInfinite(head)) {
      return Optional.empty();
    }
    TensorType type = head.precision().logits();
    return Optional.of("infinite: overflow of " + type + "? Compute logits in a wider type");
  }

  private static boolean hasInfinite(RecordedHead head) {
    for (int query = 0; query < head.queries(); query++) {
      for (int key : head.sight().visible(query)) {
        if (head.hasLogits() && Double.isInfinite(head.logit(query, key))) {
          return true;
        }
      }
    }
    return false;
  }
}
