package org.attentionlimits.empirical.recording.explanation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.empirical.recording.head.HeadConsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.RecordedHead;

/** Rows of zeros or of NaN, as a mask leaves those of padded queries: the other rows fit. */
final class EmptyRows implements Explanation {

  @Override
  public Optional<String> of(RecordedHead head, Inconsistency found) {
    return switch (found.kind()) {
      case SUM -> of(head, "zero", weight -> weight == 0);
      case NO_WEIGHT -> of(head, "NaN", Double::isNaN);
      default -> Optional.empty();
    };
  }

  private static Optional<String> of(RecordedHead head, String what, DoublePredicate isEmpty) {
    int[] empty =
        IntStream.range(0, head.queries()).filter(query -> holds(head, query, isEmpty)).toArray();
    if (empty.length == 0) {
      return Optional.empty();
    }
    if (empty.length == seeing(head)) {
      return Optional.of("every weight is " + what + ": the weights were not written");
    }
    return HeadConsistency.fits(without(head, empty))
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%s of which every weight is %s, the first of query %d: padded queries? Crop them,"
                    + " or give attention_mask [Lq, Lk] with 0 in these rows",
                Line.counted(empty.length, "row"),
                what,
                empty[0]))
        : Optional.empty();
  }

  private static int seeing(RecordedHead head) {
    return head.queries() - head.sight().queriesSeeing(0);
  }

  private static boolean holds(RecordedHead head, int query, DoublePredicate isEmpty) {
    int[] visible = head.sight().visible(query);
    return visible.length > 0
        && IntStream.of(visible)
            .mapToDouble(key -> head.arrays().weight(query, key))
            .allMatch(isEmpty);
  }

  /** The head with a mask under which these queries see nothing. */
  private static RecordedHead without(RecordedHead head, int... queries) {
    int keys = head.arrays().keys();
    boolean[] there = new boolean[head.queries() * keys];
    for (int i = 0; i < there.length; i++) {
      there[i] = head.sight().sees(i / keys, i % keys);
    }
    for (int query : queries) {
      Arrays.fill(there, query * keys, (query + 1) * keys, false);
    }
    return head.with(head.sight().with(there));
  }
}
