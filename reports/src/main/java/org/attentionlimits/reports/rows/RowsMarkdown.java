package org.attentionlimits.reports.rows;

import java.util.List;
import java.util.stream.Stream;
import org.attentionlimits.empirical.check.RowTally;
import org.attentionlimits.reports.export.Departures;
import org.attentionlimits.reports.export.Markdown;
import org.attentionlimits.reports.ledger.Ratios;

/**
 * Recordings as Markdown for the summary of a step in continuous integration: what departs from the
 * baseline, what the badge of each recording says, a line for each claim that any of its rows is
 * above, and the baseline's state.
 */
public final class RowsMarkdown {

  private RowsMarkdown() {}

  /** The whole text. */
  public static String of(List<RowsReport> reports, Departures departures, String version) {
    Markdown text =
        new Markdown("attention-limits " + version)
            .departures(departures)
            .heading("Recordings")
            .table(
                2,
                List.of("recording", "result"),
                reports.stream()
                    .map(report -> List.of(report.name(), RowsResult.of(report)))
                    .toList());
    List<List<String>> above = reports.stream().flatMap(RowsMarkdown::above).toList();
    if (!above.isEmpty()) {
      text.heading("Claims that rows are above")
          .table(
              2, List.of("recording", "claim", "rows", "above", "left/right", "largest at"), above);
    }
    return text.heading("Baseline").told(departures).text();
  }

  private static Stream<List<String>> above(RowsReport report) {
    return report.decided().stream()
        .filter(tally -> tally.violated() > 0)
        .map(tally -> line(report, tally));
  }

  private static List<String> line(RowsReport report, RowTally tally) {
    return List.of(
        report.name(),
        tally.claim().id(),
        String.valueOf(tally.rows()),
        Ratios.percent(tally.violated(), tally.rows()),
        Ratios.text(tally.largestRatio()),
        RowsReport.place(tally));
  }
}
