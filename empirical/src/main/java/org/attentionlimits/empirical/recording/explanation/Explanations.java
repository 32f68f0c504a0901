package org.attentionlimits.empirical.recording.explanation;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.attentionlimits.empirical.recording.head.HeadConsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.RecordedHead;

/** Tells what a head that is not consistent suffers from. */
public final class Explanations {

  /**
   * The other heads of a layer.
   *
   * @param shared how many query heads, which stand together, share a key; 1 if each has its own
   * @param all gives them, each read when it is asked for
   */
  public record OtherHeads(int shared, Supplier<Stream<RecordedHead>> all) {}

  private Explanations() {}

  /**
   * One line: the first explanation that fits, if one does, and the inconsistency.
   *
   * @param others the heads of the same layer
   */
  public static String explained(RecordedHead head, Inconsistency found, OtherHeads others) {
    return first(head, found, others)
        .map(reason -> reason + " (" + found.text() + ")")
        .orElse(found.text());
  }

  /** Where numbers are off by little more than rounding, anything would fit. */
  private static Optional<String> first(RecordedHead head, Inconsistency found, OtherHeads others) {
    return HeadConsistency.fits(head)
        ? Optional.empty()
        : Explanation.all(others).stream()
            .map(explanation -> explanation.of(head, found))
            .flatMap(Optional::stream)
            .findFirst();
  }
}
