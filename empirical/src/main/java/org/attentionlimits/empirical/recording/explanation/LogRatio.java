package org.attentionlimits.empirical.recording.explanation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.attentionlimits.empirical.recording.head.HeadConsistency;
import org.attentionlimits.empirical.recording.head.RecordedHead;

/**
 * Two tokens of a row whose weights differ most, from which a parameter of the softmax is fitted.
 *
 * @param query the row
 * @param more the token of larger weight
 * @param less the token of smaller weight
 * @param value ln of the quotient of their weights
 */
record LogRatio(int query, int more, int less, double value) {

  /** Smaller weights are too coarse in 16-bit types. */
  private static final double LEAST = 0x1p-12;

  private static final int SHORT = 3;
  private static final int LONG = 7;

  /** The largest of a head; empty if one parameter would fit its weights, whatever they are. */
  static Optional<LogRatio> largest(RecordedHead head) {
    LogRatio largest = null;
    int free = 0;
    for (int query = 0; query < head.queries(); query++) {
      int[] weighed = weighed(head, query);
      free += Math.max(0, weighed.length - 1);
      if (weighed.length > 1) {
        LogRatio ratio = ofRow(head, query, weighed);
        largest = largest == null || ratio.value > largest.value ? ratio : largest;
      }
    }
    return free < 2 ? Optional.empty() : Optional.ofNullable(largest).filter(r -> r.value > 0);
  }

  private static int[] weighed(RecordedHead head, int query) {
    return Arrays.stream(head.sight().visible(query))
        .filter(key -> head.arrays().weight(query, key) >= LEAST)
        .toArray();
  }

  private static LogRatio ofRow(RecordedHead head, int query, int... weighed) {
    int more = weighed[0];
    int less = weighed[0];
    for (int key : weighed) {
      double weight = head.arrays().weight(query, key);
      more = weight > head.arrays().weight(query, more) ? key : more;
      less = weight < head.arrays().weight(query, less) ? key : less;
    }
    double ratio = head.arrays().weight(query, more) / head.arrays().weight(query, less);
    return new LogRatio(query, more, less, Math.log(ratio));
  }

  /** By how much the logits of the two differ. */
  double logits(RecordedHead head) {
    return head.logit(query, more) - head.logit(query, less);
  }

  /**
   * A fitted parameter in three digits if the head made of it is consistent, or else in seven if it
   * roughly is.
   */
  static Optional<Double> inFewDigits(double fitted, DoubleFunction<RecordedHead> head) {
    double few = rounded(fitted, SHORT);
    double more = rounded(fitted, LONG);
    if (new HeadConsistency(head.apply(few)).first().isEmpty()) {
      return Optional.of(few);
    }
    return HeadConsistency.fits(head.apply(more)) ? Optional.of(more) : Optional.empty();
  }

  private static double rounded(double number, int digits) {
    return new BigDecimal(number).round(new MathContext(digits)).doubleValue();
  }
}
