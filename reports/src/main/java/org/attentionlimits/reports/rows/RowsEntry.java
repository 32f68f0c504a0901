package org.attentionlimits.reports.rows;

import java.util.List;
import org.attentionlimits.empirical.check.RowTally;

/**
 * A recording as it is written to JSON.
 *
 * @param name of the recording
 * @param description of it, one line
 * @param sha256 of the file, in hexadecimal digits
 * @param claims that rows can decide
 * @param notes what was left out and why
 */
public record RowsEntry(
    String name, String description, String sha256, List<OfClaim> claims, List<String> notes) {

  /**
   * A claim on the rows of two or more tokens.
   *
   * @param id of the claim
   * @param rows how many
   * @param above of them, those that certainly violate it
   * @param withinRounding rows of which the stored numbers do not tell
   * @param leftOut rows that it does not speak about
   * @param unknownLogits rows of which a weight of zero does not tell a logit that it needs
   * @param largestRatio left over right
   * @param at where that is, in words
   */
  public record OfClaim(
      String id,
      long rows,
      long above,
      long withinRounding,
      long leftOut,
      long unknownLogits,
      double largestRatio,
      String at) {}

  /** The entry of a report. */
  public static RowsEntry of(RowsReport report) {
    return new RowsEntry(
        report.name(),
        report.description(),
        report.digest(),
        report.decided().stream().map(RowsEntry::of).toList(),
        report.notes());
  }

  private static OfClaim of(RowTally tally) {
    return new OfClaim(
        tally.claim().id(),
        tally.rows(),
        tally.violated(),
        tally.undecided(),
        tally.leftOut(),
        tally.unknown(),
        tally.largestRatio(),
        RowsReport.place(tally));
  }
}
