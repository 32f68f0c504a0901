package org.attentionlimits.reports.page;

import java.util.Locale;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CertificateEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;
import org.attentionlimits.reports.ledger.Corrections;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.Ratios;
import org.attentionlimits.reports.page.PageView.ProvenanceView;

/**
 * A claim as the template shows it.
 *
 * @param id of the claim
 * @param place where in the source
 * @param words the statement
 * @param latex the formula
 * @param proof where the documentation proves it; empty if it does not
 * @param hasProof whether it does
 * @param provenance where it comes from
 * @param verdict in lower case
 * @param remark empty if there is none
 * @param hasRemark whether there is one
 * @param tries instances evaluated
 * @param ratio the largest
 * @param hasCounterexample whether there is one
 * @param counterexample empty texts if there is none
 * @param corrected id of the corrected form; empty if there is none
 * @param hasCorrected whether there is one
 */
record ClaimView(
    String id,
    String place,
    String words,
    String latex,
    String proof,
    boolean hasProof,
    ProvenanceView provenance,
    String verdict,
    String remark,
    boolean hasRemark,
    String tries,
    String ratio,
    boolean hasCounterexample,
    CounterexampleView counterexample,
    String corrected,
    boolean hasCorrected) {

  /**
   * A counterexample.
   *
   * @param text the instance
   * @param left side
   * @param right side
   * @param digits carried
   * @param leftAtLeast lower bound of the left side
   * @param rightAtMost upper bound of the right side
   */
  record CounterexampleView(
      String text,
      String left,
      String right,
      String digits,
      String leftAtLeast,
      String rightAtMost) {

    private static final CounterexampleView NONE = new CounterexampleView("", "", "", "", "", "");

    private static CounterexampleView of(CounterexampleEntry entry) {
      return new CounterexampleView(
          entry.text(),
          Ratios.number(entry.left()),
          Ratios.number(entry.right()),
          String.valueOf(entry.certificate().digits()),
          bound(entry.certificate(), entry.certificate().leftAtLeast()),
          bound(entry.certificate(), entry.certificate().rightAtMost()));
    }
  }

  private static String bound(CertificateEntry certificate, String decimal) {
    return certificate.logarithmic() ? "exp(" + decimal + ")" : decimal;
  }

  static ClaimView of(ClaimEntry claim, Ledger ledger) {
    String corrected = Corrections.of(claim, ledger).orElse("");
    return new ClaimView(
        claim.id(),
        claim.place(),
        claim.words(),
        claim.latex(),
        claim.proof().orElse(""),
        claim.proof().isPresent(),
        ProvenanceView.of(claim.provenance()),
        PageView.lower(claim.verdict()),
        claim.remark().orElse(""),
        claim.remark().isPresent(),
        count(claim.tries()),
        Ratios.text(claim.largestRatio()),
        claim.counterexample().isPresent(),
        claim.counterexample().map(CounterexampleView::of).orElse(CounterexampleView.NONE),
        corrected,
        !corrected.isEmpty());
  }

  /** A number with thin spaces between groups of three digits. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
  }
}
