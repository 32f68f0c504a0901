package org.attentionlimits.empirical.recording.explanation;

import java.util.Locale;
import java.util.Optional;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.LogitScale;
import org.attentionlimits.empirical.recording.head.RecordedHead;
import org.attentionlimits.theory.real.Decimals;

/**
 * A sink together with another temperature than the one that is told or taken. Quotients of weights
 * of a row depend on the temperature alone; it is fitted first.
 */
final class SinkAndTemperature implements Explanation {

  @Override
  public Optional<String> of(RecordedHead head, Inconsistency found) {
    if (!head.hasLogits() || head.scale().scaled() || head.scale().hasSoftcap()) {
      return Optional.empty();
    }
    return LogRatio.largest(head)
        .map(ratio -> ratio.logits(head) / ratio.value())
        .filter(LogitScale::isModerate)
        .flatMap(t -> LogRatio.inFewDigits(t, fitted -> withFittedSink(head, fitted)))
        .map(t -> text(head, t, fittedSink(head, t)));
  }

  /** The sink, in few digits if these fit, at a temperature; NaN if no row lacks weight. */
  private static double fittedSink(RecordedHead head, double temperature) {
    RecordedHead without = without(head, temperature);
    double fitted = MissingSink.fitted(without);
    return Double.isNaN(fitted)
        ? fitted
        : LogRatio.inFewDigits(fitted, sink -> without.with(without.scale().withSink(sink)))
            .orElse(fitted);
  }

  private static RecordedHead without(RecordedHead head, double temperature) {
    LogitScale scale = head.scale().at(temperature).withSink(Double.NaN);
    return head.with(scale);
  }

  private static RecordedHead withFittedSink(RecordedHead head, double temperature) {
    RecordedHead without = without(head, temperature);
    return without.with(without.scale().withSink(fittedSink(head, temperature)));
  }

  private static String text(RecordedHead head, double temperature, double sink) {
    LogitScale told = head.scale();
    return String.format(
        Locale.ROOT,
        "%s and another temperature: %s fits a sink of %s and T = %s, not %sT = %s",
        told.hasSink() ? "another sink" : "a sink",
        head,
        Decimals.print(sink),
        Decimals.print(temperature),
        told.hasSink() ? "a sink of " + Decimals.print(told.sink()) + " and " : "",
        Decimals.print(told.temperature()));
  }
}
