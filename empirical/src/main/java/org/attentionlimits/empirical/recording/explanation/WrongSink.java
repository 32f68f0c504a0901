package org.attentionlimits.empirical.recording.explanation;

import java.util.Locale;
import java.util.Optional;
import org.attentionlimits.empirical.recording.head.HeadConsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.RecordedHead;
import org.attentionlimits.theory.real.Decimals;

/** A sink that is told and takes no part, or is another. */
final class WrongSink implements Explanation {

  @Override
  public Optional<String> of(RecordedHead head, Inconsistency found) {
    if (!head.scale().hasSink() || !head.hasLogits()) {
      return Optional.empty();
    }
    RecordedHead without = head.with(head.scale().withSink(Double.NaN));
    if (HeadConsistency.fits(without)) {
      return Optional.of("the sink takes no part, rows sum to one without it: leave it out");
    }
    double fitted = MissingSink.fitted(without);
    return Double.isFinite(fitted)
        ? LogRatio.inFewDigits(fitted, sink -> head.with(head.scale().withSink(sink)))
            .map(sink -> text(head, sink))
        : Optional.empty();
  }

  private static String text(RecordedHead head, double sink) {
    return String.format(
        Locale.ROOT,
        "another sink: %s fits %s, not %s",
        head,
        Decimals.print(sink),
        Decimals.print(head.scale().sink()));
  }
}
