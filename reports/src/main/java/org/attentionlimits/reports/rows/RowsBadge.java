package org.attentionlimits.reports.rows;

import org.attentionlimits.empirical.check.RowTally;
import org.attentionlimits.reports.badge.Badge;
import org.attentionlimits.reports.badge.BoundsBadge;
import org.attentionlimits.theory.claim.Statement;

/** The badge of a recording, as {@link BoundsBadge} has it of a model. */
final class RowsBadge {

  private RowsBadge() {}

  /** The name of the badge of a recording. */
  static String name(String recording) {
    return "rows-" + RecordingFiles.fileName(recording);
  }

  /** How many of the bounds that are proven hold on all rows that they speak about. */
  static Badge of(RowsReport report) {
    return BoundsBadge.of(
        report.model().orElse(report.name()),
        report.decided().stream()
            .filter(tally -> isBound(tally.claim().statement()))
            .map(RowTally::violated)
            .toList());
  }

  private static boolean isBound(Statement statement) {
    return BoundsBadge.isBound(statement.standing(), statement.proof());
  }
}
