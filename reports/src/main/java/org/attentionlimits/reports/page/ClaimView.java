package org.attentionlimits.reports.page;

import java.util.List;
import java.util.Optional;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CertificateEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.ModelEntry.RowsEntry;
import org.attentionlimits.reports.ledger.Ratios;
import org.attentionlimits.reports.ledger.RecordedCollection;
import org.attentionlimits.reports.ledger.Sides;
import org.attentionlimits.reports.ledger.StatementEntry;
import org.attentionlimits.reports.ledger.Words;
import org.attentionlimits.reports.page.PageView.ProvenanceView;
import org.attentionlimits.theory.claim.Standing;

/**
 * A claim as the template shows it. What may be absent is a list of at most one.
 *
 * @param id of the claim
 * @param place where in the source
 * @param words the statement
 * @param latex the formula
 * @param formula the same as MathML
 * @param domain the instances it speaks about
 * @param special what it says at the ends of its domain
 * @param proof where the documentation proves it
 * @param against what speaks against this reading
 * @param choices what of it is our choice, and what it rests on
 * @param supremum largest ratio that is possible
 * @param provenance where it comes from
 * @param tone how its verdict looks
 * @param status its verdict, or its status in the count
 * @param reason why it has no verdict, or not that of the search
 * @param tries instances evaluated
 * @param longest most tokens of a row tried
 * @param ratio the largest
 * @param witnesses counterexamples, the smallest first
 * @param rule how a limit was judged
 * @param curve along growing n
 * @param replacements claims that can stand for it and survived
 * @param parts of a stated claim
 * @param shares of the rows of each collection that violate it
 */
record ClaimView(
    String id,
    String place,
    String words,
    String latex,
    List<String> formula,
    String domain,
    List<String> special,
    List<String> proof,
    List<String> against,
    List<String> choices,
    List<String> supremum,
    ProvenanceView provenance,
    String tone,
    String status,
    List<String> reason,
    String tries,
    String longest,
    String ratio,
    List<WitnessView> witnesses,
    List<String> rule,
    List<CurveView> curve,
    List<ReplacementView> replacements,
    List<ClaimView> parts,
    List<ShareView> shares) {

  /**
   * A counterexample.
   *
   * @param name which one
   * @param text the instance
   * @param values what a claim about a limit was judged by
   * @param left side
   * @param right side
   * @param ratio of the sides
   * @param assurance what the bounds rest on
   * @param leftAtLeast lower bound of the left side
   * @param rightAtMost upper bound of the right side
   * @param replay the command that evaluates the claim there
   */
  record WitnessView(
      String name,
      String text,
      List<String> values,
      String left,
      String right,
      List<String> ratio,
      String assurance,
      String leftAtLeast,
      String rightAtMost,
      String replay) {

    private static WitnessView of(String claim, String name, CounterexampleEntry entry) {
      CertificateEntry certificate = entry.certificate();
      return new WitnessView(
          name,
          entry.text(),
          entry.points().isEmpty() ? List.of() : List.of(Sides.points(entry.points())),
          Sides.left(entry),
          Sides.right(entry),
          Sides.hasRatio(entry) ? List.of(Ratios.text(entry.ratio())) : List.of(),
          certificate.proven()
              ? "Certified to " + certificate.digits() + " digits"
              : Ratios.assurance(certificate.doubt()),
          bound(certificate, certificate.leftAtLeast()),
          bound(certificate, certificate.rightAtMost()),
          Replays.command(claim, entry));
    }
  }

  /**
   * A claim that can stand for a refuted one.
   *
   * @param name what it is to the refuted one
   * @param with its id
   * @param says its statement
   */
  record ReplacementView(String name, String with, String says) {}

  /**
   * A claim on the rows of a collection.
   *
   * @param name of the collection
   * @param above whether any row violates the claim
   * @param share of the rows that do
   * @param rows that the claim speaks about; empty if there are none
   */
  record ShareView(String name, boolean above, String share, List<String> rows) {

    static ShareView of(RecordedCollection collection, String id) {
      return collection
          .claim(id)
          .map(rows -> of(collection.name(), rows))
          .orElse(new ShareView(collection.name(), false, "no such rows", List.of()));
    }

    private static ShareView of(String name, RowsEntry rows) {
      String share = Ratios.percent(rows.violating(), rows.rows());
      return new ShareView(
          name, rows.violating() > 0, share, List.of(Templates.count(rows.rows())));
    }
  }

  private static String bound(CertificateEntry certificate, String decimal) {
    return certificate.logarithmic() ? "exp(" + decimal + ")" : decimal;
  }

  static ClaimView of(ClaimEntry claim, Ledger ledger) {
    StatementEntry statement = claim.statement();
    return new ClaimView(
        claim.id(),
        statement.place(),
        statement.words(),
        statement.latex(),
        StatementView.mathMl(claim),
        statement.domain(),
        list(statement.special()),
        list(statement.proof()),
        list(statement.against()),
        Words.choices(claim, ledger),
        list(statement.supremum()),
        ProvenanceView.of(statement.provenance()),
        Words.lower(Words.tone(claim, ledger)),
        Words.status(claim, ledger),
        list(claim.reason()),
        Templates.count(claim.search().tries()),
        Templates.count(claim.search().longest()),
        Words.ratio(claim),
        Words.witnesses(claim, (name, entry) -> WitnessView.of(claim.id(), name, entry)),
        list(Words.rule(claim)),
        claim.curve().map(curve -> CurveView.of(claim.id(), curve)).stream().toList(),
        ledger.replacements(claim).stream()
            .map(
                r ->
                    new ReplacementView(
                        Words.replacement(r, claim, ledger), r.id(), r.statement().words()))
            .toList(),
        parts(claim, ledger),
        RecordedCollection.of(ledger).stream().map(c -> ShareView.of(c, claim.id())).toList());
  }

  private static List<String> list(Optional<String> text) {
    return text.stream().toList();
  }

  private static List<ClaimView> parts(ClaimEntry claim, Ledger ledger) {
    return claim.standing() == Standing.STATED
        ? ledger.under(claim, Standing.PART).stream().map(part -> of(part, ledger)).toList()
        : List.of();
  }

  boolean isRefuted() {
    return !witnesses.isEmpty();
  }
}
