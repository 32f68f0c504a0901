package org.attentionlimits.empirical.recording.head;

import java.util.Optional;

/** Tells what a head that is not consistent suffers from. */
public final class Explanations {

  private Explanations() {}

  /** One line: the first explanation that fits, if one does, and the inconsistency. */
  public static String explained(RecordedHead head, Inconsistency found) {
    return first(head, found)
        .map(reason -> reason + " (" + found.text() + ")")
        .orElse(found.text());
  }

  /** Where numbers are off by little more than rounding, anything would fit. */
  private static Optional<String> first(RecordedHead head, Inconsistency found) {
    return HeadConsistency.fits(head)
        ? Optional.empty()
        : Explanation.ALL.stream()
            .map(explanation -> explanation.of(head, found))
            .flatMap(Optional::stream)
            .findFirst();
  }
}
