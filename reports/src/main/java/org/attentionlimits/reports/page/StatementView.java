package org.attentionlimits.reports.page;

import java.util.List;
import java.util.Optional;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.PaperEntry.PaperStatementEntry;
import org.attentionlimits.reports.ledger.Ratios;
import org.attentionlimits.reports.ledger.RecordedCollection;
import org.attentionlimits.reports.ledger.Sides;
import org.attentionlimits.reports.ledger.Words;
import org.attentionlimits.reports.page.ClaimView.ShareView;
import org.attentionlimits.theory.catalogue.PaperStatement.Display;
import org.attentionlimits.theory.claim.Verdict;

/**
 * A line of the page's first table: one statement of the paper. What may be absent is a list of at
 * most one.
 *
 * @param name id of the stated claim
 * @param known whether the ledger has the claim
 * @param where in the paper
 * @param unseen whether its formula was not seen, so that what is shown is our reading
 * @param formula as MathML
 * @param says in a few words
 * @param tone how its verdict looks
 * @param status in the count
 * @param factor by which it fails
 * @param witnesses counterexamples in a line, the smallest first
 * @param none what was tried where there is no counterexample
 * @param forms that can stand for it
 * @param proof where the documentation proves it
 * @param shares of the rows of each collection that violate it
 */
record StatementView(
    String name,
    boolean known,
    String where,
    boolean unseen,
    List<String> formula,
    String says,
    String tone,
    String status,
    List<String> factor,
    List<LineView> witnesses,
    List<String> none,
    List<FormView> forms,
    List<String> proof,
    List<ShareView> shares) {

  /**
   * A counterexample in a line.
   *
   * @param name which one
   * @param text the instance
   * @param sides what is violated there
   */
  record LineView(String name, String text, String sides) {

    private static LineView of(String name, CounterexampleEntry entry) {
      return new LineView(name, entry.text(), Sides.text(entry));
    }
  }

  /**
   * A claim that can stand for a refuted one.
   *
   * @param name what it is to the refuted one
   * @param with its id
   * @param formula as MathML, at most one
   * @param says its statement
   * @param proof where the documentation proves it, at most one
   */
  record FormView(String name, String with, List<String> formula, String says, List<String> proof) {

    private static FormView of(ClaimEntry form, ClaimEntry claim, Ledger ledger) {
      return new FormView(
          Words.replacement(form, claim, ledger),
          form.id(),
          mathMl(form),
          form.statement().words(),
          form.statement().proof().stream().toList());
    }
  }

  static StatementView of(PaperStatementEntry statement, Ledger ledger) {
    Optional<ClaimEntry> claim = ledger.claim(statement.claim());
    return new StatementView(
        statement.claim(),
        claim.isPresent(),
        statement.place(),
        statement.display() == Display.UNSEEN,
        claim.map(StatementView::mathMl).orElse(List.of()),
        statement.words(),
        claim.map(c -> Words.lower(Words.tone(c, ledger))).orElse("neutral"),
        Words.status(statement, claim),
        claim.flatMap(StatementView::factor).stream().toList(),
        claim.map(c -> Words.witnesses(c, LineView::of)).orElse(List.of()),
        claim.flatMap(StatementView::tried).stream().toList(),
        claim.map(c -> forms(c, ledger)).orElse(List.of()),
        claim.flatMap(c -> c.statement().proof()).stream().toList(),
        RecordedCollection.of(ledger).stream()
            .map(collection -> ShareView.of(collection, statement.claim()))
            .toList());
  }

  static List<String> mathMl(ClaimEntry claim) {
    return Formula.mathMl(claim.statement().latex()).stream().toList();
  }

  /**
   * {@code 2.000 ×}, or {@code 2.000 × to 353.553 ×} where the witnesses differ; of a claim by a
   * rule, whose sides are the rule's, there is none.
   */
  private static Optional<String> factor(ClaimEntry claim) {
    List<String> ratios =
        claim.witnesses().stream()
            .filter(witness -> !Words.isByRule(claim) && Sides.hasRatio(witness))
            .map(witness -> Ratios.text(witness.ratio()) + " \u00d7")
            .distinct()
            .toList();
    return ratios.isEmpty() ? Optional.empty() : Optional.of(String.join(" to ", ratios));
  }

  private static Optional<String> tried(ClaimEntry claim) {
    return Optional.of(claim)
        .filter(c -> c.verdict() != Verdict.REFUTED)
        .map(
            c ->
                "none in "
                    + Templates.count(c.search().tries())
                    + " tries, rows of up to "
                    + Templates.count(c.search().longest())
                    + " tokens"
                    + (Words.isByRule(c) ? "" : "; largest left/right " + Words.ratio(c)));
  }

  private static List<FormView> forms(ClaimEntry claim, Ledger ledger) {
    return ledger.shownReplacements(claim).stream()
        .map(form -> FormView.of(form, claim, ledger))
        .toList();
  }
}
