package org.attentionlimits.reports.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.ModelEntry;
import org.attentionlimits.reports.ledger.ModelEntry.RowsEntry;
import org.attentionlimits.reports.ledger.PaperEntry.PaperStatementEntry;
import org.attentionlimits.reports.ledger.Ratios;
import org.attentionlimits.reports.ledger.RecordedCollection;
import org.attentionlimits.reports.ledger.Words;
import org.attentionlimits.theory.claim.Standing;

/**
 * A run as Markdown for the summary of a step in continuous integration: what departs from the
 * baseline, the count of the paper's statements, a line for each statement, a line for each model,
 * and the baseline's state.
 */
public final class LedgerMarkdown {

  /** Name of its file. */
  public static final String FILE = "summary.md";

  private LedgerMarkdown() {}

  /** The whole text. */
  public static String of(Ledger ledger, Departures departures) {
    Markdown text =
        new Markdown("attention-limits " + ledger.version())
            .departures(departures)
            .heading("Statements of the paper")
            .add(ledger.paper().text())
            .table(3, List.of("statement", "place", "verdict", "left/right"), statements(ledger));
    List<List<String>> sources =
        RecordedCollection.ofAll(ledger).stream().map(source -> source(source, ledger)).toList();
    if (!sources.isEmpty()) {
      text.heading("Models and recordings")
          .table(3, List.of("source", "rows", "rows above what the paper states"), sources);
    }
    return text.heading("Baseline").told(departures).text();
  }

  private static List<List<String>> statements(Ledger ledger) {
    return ledger.paper().worstFirst().stream()
        .map(statement -> statement(statement, ledger.claim(statement.claim())))
        .toList();
  }

  private static List<String> statement(PaperStatementEntry statement, Optional<ClaimEntry> claim) {
    return List.of(
        statement.claim(),
        statement.place(),
        Words.status(statement, claim),
        claim.map(Words::ratio).orElse("none"));
  }

  private static List<String> source(RecordedCollection source, Ledger ledger) {
    long rows = source.recordings().stream().mapToLong(ModelEntry::rows).sum();
    return List.of(source.name(), String.valueOf(rows), above(source, ledger));
  }

  /** Of each stated claim that rows decide, the share of them that is above it. */
  private static String above(RecordedCollection source, Ledger ledger) {
    String shares =
        ledger.claims(Standing.STATED).stream()
            .flatMap(claim -> source.claim(claim.id()).stream())
            .map(LedgerMarkdown::share)
            .collect(Collectors.joining("; "));
    return shares.isEmpty() ? "no statement could be evaluated" : shares;
  }

  private static String share(RowsEntry rows) {
    return rows.id() + ": " + Ratios.percent(rows.violating(), rows.rows());
  }
}
