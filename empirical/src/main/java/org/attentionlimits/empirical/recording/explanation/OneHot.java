package org.attentionlimits.empirical.recording.explanation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.empirical.recording.explanation.Explanations.OtherHeads;
import org.attentionlimits.empirical.recording.head.HeadConsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency.Kind;
import org.attentionlimits.empirical.recording.head.RecordedHead;
import org.attentionlimits.theory.real.Decimals;

/**
 * Rows that have all their weight on one token, as at every temperature up to some: they do not
 * tell which. Another head of the layer may.
 */
final class OneHot implements Explanation {

  private static final int HALVINGS = 60;
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.DOWN);

  private final OtherHeads others;

  OneHot(OtherHeads others) {
    this.others = others;
  }

  @Override
  public Optional<String> of(RecordedHead head, Inconsistency found) {
    if (found.kind() != Kind.SOFTMAX || head.scale().scaled() || tellsScale(head)) {
      return Optional.empty();
    }
    double most = largestFitting(head);
    return Double.isNaN(most)
        ? Optional.empty()
        : Optional.of(ofOthers().orElseGet(() -> text(head, most)));
  }

  /** Whether some row has two weights, whose quotient depends on the logits' scale. */
  static boolean tellsScale(RecordedHead head) {
    double least = head.precision().weights().leastNormal();
    return IntStream.range(0, head.queries())
        .anyMatch(
            query ->
                IntStream.of(head.sight().visible(query))
                        .filter(key -> head.arrays().weight(query, key) >= least)
                        .count()
                    > 1);
  }

  /** A temperature below the one that is told that fits, next to one that does not; or NaN. */
  private static double largestFitting(RecordedHead head) {
    double high = head.scale().temperature();
    double low = high / 2;
    for (int i = 0; i < HALVINGS && !fits(head, low); i++) {
      high = low;
      low = high / 2;
    }
    if (!fits(head, low)) {
      return Double.NaN;
    }
    for (int i = 0; i < HALVINGS / 2; i++) {
      double middle = low + (high - low) / 2;
      if (fits(head, middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean fits(RecordedHead head, double temperature) {
    return HeadConsistency.fits(head.with(head.scale().at(temperature)));
  }

  /** What explains another head of the layer that tells the scale. */
  private Optional<String> ofOthers() {
    return others
        .all()
        .get()
        .filter(OneHot::tellsScale)
        .flatMap(
            other ->
                new HeadConsistency(other).first().stream().flatMap(found -> scale(other, found)))
        .findFirst();
  }

  private static Stream<String> scale(RecordedHead head, Inconsistency found) {
    return Stream.of(new ScaledAlready(), new OtherTemperature())
        .flatMap(explanation -> explanation.of(head, found).stream());
  }

  private static String text(RecordedHead head, double most) {
    return "each row has all its weight on one token, as at every temperature up to "
        + Decimals.print(new BigDecimal(most).round(TWO_DIGITS).doubleValue())
        + ": "
        + head
        + " does not tell which. Give the model's temperature, or scaled=true";
  }
}
