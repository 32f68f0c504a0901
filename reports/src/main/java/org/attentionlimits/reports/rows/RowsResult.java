package org.attentionlimits.reports.rows;

import java.util.List;
import org.attentionlimits.empirical.check.RowTally;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.reports.ledger.Ratios;
import org.attentionlimits.theory.catalogue.Paper;
import org.attentionlimits.theory.catalogue.PaperStatement.Display;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.claim.Statement;

/**
 * What a recording says of the stated bounds, in a few words. Those are the formulas that were seen
 * in the paper, and the claims of a user.
 */
final class RowsResult {

  private RowsResult() {}

  /**
   * The result of a report.
   *
   * <ul>
   *   <li>{@code corollary-3: 47.22 % of 1152 rows above}: of the stated bounds, the one that the
   *       largest share of its rows is above, the first of equals.
   *   <li>{@code no row above 3 stated bounds}: none is above any of them.
   *   <li>{@code no stated bound applies}: rows decide none of them.
   *   <li>{@code nothing was checked}: rows decide no claim at all.
   * </ul>
   */
  static String of(RowsReport report) {
    if (report.decided().isEmpty()) {
      return "nothing was checked";
    }
    List<RowTally> stated =
        report.decided().stream().filter(tally -> isStated(tally.claim().statement())).toList();
    return stated.stream()
        .filter(tally -> tally.violated() > 0)
        .reduce((one, other) -> other.violatedShare() > one.violatedShare() ? other : one)
        .map(RowsResult::exceeded)
        .orElse(
            stated.isEmpty()
                ? "no stated bound applies"
                : "no row above " + Line.counted(stated.size(), "stated bound"));
  }

  private static boolean isStated(Statement statement) {
    return statement.standing() == Standing.USER
        || Paper.theOne()
            .statement(statement.id())
            .filter(inPaper -> inPaper.display() == Display.SEEN)
            .isPresent();
  }

  private static String exceeded(RowTally tally) {
    return tally.claim().id()
        + ": "
        + Ratios.percent(tally.violated(), tally.rows())
        + " of "
        + Line.counted(tally.rows(), "row")
        + " above";
  }
}
