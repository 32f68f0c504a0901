package org.attentionlimits.reports.rows;

import static org.attentionlimits.reports.page.Templates.count;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.empirical.check.HeadTallies;
import org.attentionlimits.empirical.check.RowTally;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.reports.ledger.Ratios;
import org.attentionlimits.reports.page.Templates;
import org.attentionlimits.theory.catalogue.Paper;
import org.attentionlimits.theory.catalogue.PaperStatement;
import org.attentionlimits.theory.claim.Statement;

/**
 * What the template shows of recordings, every value as text.
 *
 * @param style of the page
 * @param date of the run
 * @param version of the product
 * @param title of the paper
 * @param source of the paper
 * @param recordings each with its table
 */
record RowsView(
    String style,
    String date,
    String version,
    String title,
    String source,
    List<RecordingView> recordings) {

  /**
   * A recording.
   *
   * @param id of its heading
   * @param name of it
   * @param description one line
   * @param digest SHA-256
   * @param claims that its rows decide
   * @param heads what their rows are like
   * @param notes what was left out
   */
  record RecordingView(
      String id,
      String name,
      String description,
      String digest,
      List<ClaimView> claims,
      List<ShapeView> heads,
      List<String> notes) {

    private static RecordingView of(RowsReport report, int number) {
      return new RecordingView(
          "recording-" + number,
          Line.of(report.name()),
          Line.of(report.description()),
          report.digest(),
          report.decided().stream().map(tally -> ClaimView.of(tally, report)).toList(),
          report.heads().stream().map(ShapeView::of).toList(),
          report.notes().stream().map(Line::of).toList());
    }
  }

  /**
   * A claim on the rows of a recording.
   *
   * @param id of the claim
   * @param standing what it stands for
   * @param words what it says
   * @param rows it was evaluated on
   * @param within rounding, rows; 0 if none
   * @param above rows and their share
   * @param isAbove whether there are any
   * @param ratio the largest
   * @param place where that is
   * @param share of the heads with rows above it, in words
   * @param heads with rows that it speaks about
   */
  record ClaimView(
      String id,
      String standing,
      String words,
      String rows,
      String within,
      String above,
      boolean isAbove,
      String ratio,
      String place,
      String share,
      List<HeadView> heads) {

    private static ClaimView of(RowTally tally, RowsReport report) {
      Statement statement = tally.claim().statement();
      List<HeadView> heads =
          report.heads().stream().flatMap(head -> HeadView.of(head, statement.id())).toList();
      return new ClaimView(
          statement.id(),
          standing(statement),
          statement.words(),
          count(tally.rows()),
          count(tally.undecided()),
          Templates.above(tally.violated(), tally.rows()),
          tally.violated() > 0,
          Ratios.text(tally.largestRatio()),
          RowsReport.place(tally),
          String.format(
              Locale.ROOT,
              "%d of %s with rows above",
              heads.stream().filter(HeadView::isAbove).count(),
              Line.counted(heads.size(), "head")),
          heads);
    }

    private static String standing(Statement statement) {
      return Paper.theOne()
          .statement(statement.id())
          .filter(PaperStatement::isUnconfirmed)
          .map(unseen -> "an unconfirmed reading")
          .orElse(statement.standing().description());
    }
  }

  /**
   * A claim on the rows of a head.
   *
   * @param layer from 0
   * @param head in its layer, from 0
   * @param rows it was evaluated on
   * @param above rows and their share
   * @param isAbove whether there are any
   * @param ratio the largest
   */
  record HeadView(int layer, int head, String rows, String above, boolean isAbove, String ratio) {

    private static Stream<HeadView> of(HeadTallies head, String claim) {
      return head.tallies().stream()
          .filter(tally -> tally.claim().id().equals(claim) && tally.rows() > 0)
          .map(
              tally ->
                  new HeadView(
                      head.layer(),
                      head.head(),
                      count(tally.rows()),
                      Templates.above(tally.violated(), tally.rows()),
                      tally.violated() > 0,
                      Ratios.text(tally.largestRatio())));
    }
  }

  /**
   * What the rows of a head are like.
   *
   * @param layer from 0
   * @param head in its layer, from 0
   * @param norm median of T‖J‖₂
   * @param entropy mean, in nats
   * @param largest mean of the largest weight
   */
  record ShapeView(int layer, int head, String norm, String entropy, String largest) {

    private static ShapeView of(HeadTallies head) {
      return new ShapeView(
          head.layer(),
          head.head(),
          number(head.shape().norm()),
          number(head.shape().entropy()),
          number(head.shape().largest()));
    }

    private static String number(double value) {
      return Double.isNaN(value) ? "no rows" : Ratios.number(value);
    }
  }

  static RowsView of(List<RowsReport> reports, String style, String date, String version) {
    return new RowsView(
        style,
        date,
        version,
        Paper.theOne().title(),
        Paper.theOne().source(),
        IntStream.range(0, reports.size())
            .mapToObj(i -> RecordingView.of(reports.get(i), i + 1))
            .toList());
  }
}
