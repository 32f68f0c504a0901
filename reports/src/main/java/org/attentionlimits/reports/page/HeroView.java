package org.attentionlimits.reports.page;

import java.util.List;
import java.util.Optional;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.ModelEntry.RowsEntry;
import org.attentionlimits.reports.ledger.PaperEntry.PaperStatementEntry;
import org.attentionlimits.reports.ledger.Ratios;
import org.attentionlimits.reports.ledger.RecordedCollection;
import org.attentionlimits.theory.catalogue.PaperStatement.Status;

/**
 * The worst statement, told at a glance: the first one that is refuted as printed. What may be
 * absent is a list of at most one.
 *
 * @param statement as in the table
 * @param shares what part of real rows is above it, a sentence for each collection
 * @param replay the command that evaluates it at its smallest counterexample
 * @param picture of the rows' distribution
 */
record HeroView(
    StatementView statement, List<String> shares, List<String> replay, List<String> picture) {

  static Optional<HeroView> of(Ledger ledger) {
    return ledger.paper().worstFirst().stream()
        .filter(statement -> statement.status() == Status.REFUTED)
        .findFirst()
        .map(statement -> of(statement, ledger));
  }

  private static HeroView of(PaperStatementEntry statement, Ledger ledger) {
    List<RecordedCollection> collections = RecordedCollection.of(ledger);
    return new HeroView(
        StatementView.of(statement, ledger),
        collections.stream()
            .flatMap(c -> c.claim(statement.claim()).map(rows -> share(c, rows)).stream())
            .toList(),
        ledger
            .claim(statement.claim())
            .flatMap(claim -> claim.counterexample().map(c -> Replays.command(claim.id(), c)))
            .stream()
            .toList(),
        collections.stream()
            .limit(1)
            .flatMap(c -> NormFigure.svg("norms", c.name(), c.claim(NormFigure.claim())).stream())
            .toList());
  }

  private static String share(RecordedCollection collection, RowsEntry rows) {
    return Ratios.percent(rows.violating(), rows.rows())
        + " of "
        + Templates.count(rows.rows())
        + " rows of "
        + collection.name()
        + " are above it";
  }
}
