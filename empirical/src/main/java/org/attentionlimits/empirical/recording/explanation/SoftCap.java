package org.attentionlimits.empirical.recording.explanation;

import java.util.Optional;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency.Kind;
import org.attentionlimits.empirical.recording.head.LogitScale;
import org.attentionlimits.empirical.recording.head.RecordedHead;
import org.attentionlimits.theory.real.Decimals;

/**
 * A soft cap c, fitted to two weights of one row: {@code c tanh(z_i/c) − c tanh(z_j/c)} rises with
 * c up to {@code z_i − z_j}.
 */
final class SoftCap implements Explanation {

  private static final double LEAST = 1e-3;
  private static final double MOST = 1e6;
  private static final int HALVINGS = 100;

  @Override
  public Optional<String> of(RecordedHead head, Inconsistency found) {
    if (!head.hasLogits() || head.scale().hasSoftcap() || found.kind() == Kind.LOGIT_NOT_FINITE) {
      return Optional.empty();
    }
    return LogRatio.largest(head)
        .filter(ratio -> difference(head, ratio, MOST) > ratio.value())
        .filter(ratio -> difference(head, ratio, LEAST) < ratio.value())
        .map(ratio -> fitted(head, ratio))
        .flatMap(c -> LogRatio.inFewDigits(c, cap -> head.with(head.scale().cappedAt(cap))))
        .map(cap -> "a soft cap? softcap=" + Decimals.print(cap) + " fits");
  }

  private static double difference(RecordedHead head, LogRatio ratio, double cap) {
    LogitScale capped = head.scale().cappedAt(cap);
    return capped.entering(head.logit(ratio.query(), ratio.more()))
        - capped.entering(head.logit(ratio.query(), ratio.less()));
  }

  private static double fitted(RecordedHead head, LogRatio ratio) {
    double low = LEAST;
    double high = MOST;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = Math.sqrt(low * high);
      if (difference(head, ratio, middle) < ratio.value()) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.sqrt(low * high);
  }
}
