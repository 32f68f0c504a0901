package org.attentionlimits.empirical.recording.explanation;

import java.util.Locale;
import java.util.Optional;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.LogitScale;
import org.attentionlimits.empirical.recording.head.RecordedHead;
import org.attentionlimits.theory.real.Decimals;

/** Another temperature, fitted to two weights of one row. */
final class OtherTemperature implements Explanation {

  @Override
  public Optional<String> of(RecordedHead head, Inconsistency found) {
    if (!head.hasLogits() || head.scale().scaled() || head.scale().hasSoftcap()) {
      return Optional.empty();
    }
    return LogRatio.largest(head)
        .map(ratio -> ratio.logits(head) / ratio.value())
        .filter(LogitScale::isModerate)
        .flatMap(t -> LogRatio.inFewDigits(t, fitted -> head.with(head.scale().at(fitted))))
        .map(
            t ->
                String.format(
                    Locale.ROOT,
                    "another temperature: layer %d fits T = %s, not %s",
                    head.layer(),
                    Decimals.print(t),
                    Decimals.print(head.scale().temperature())));
  }
}
