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
 * @param domain the instances it speaks about
 * @param special what it says at the ends of its domain; empty if that is not told
 * @param hasSpecial whether it is
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
 * @param doubt what a refutation by a sample rests on; empty if there is none
 * @param hasDoubt whether there is one
 * @param curve empty if there is none
 * @param hasCurve whether there is one
 * @param corrected id of the corrected form; empty if there is none
 * @param hasCorrected whether there is one
 */
record ClaimView(
    String id,
    String place,
    String words,
    String latex,
    String domain,
    String special,
    boolean hasSpecial,
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
    String doubt,
    boolean hasDoubt,
    CurveView curve,
    boolean hasCurve,
    String corrected,
    boolean hasCorrected) {

  /**
   * A counterexample.
   *
   * @param text the instance
   * @param left side
   * @param right side
   * @param digits carried
   * @param proven whether the bounds are proven, and rest on no sample
   * @param leftAtLeast lower bound of the left side
   * @param rightAtMost upper bound of the right side
   */
  record CounterexampleView(
      String text,
      String left,
      String right,
      String digits,
      boolean proven,
      String leftAtLeast,
      String rightAtMost) {

    private static final CounterexampleView NONE =
        new CounterexampleView("", "", "", "", true, "", "");

    private static CounterexampleView of(CounterexampleEntry entry) {
      return new CounterexampleView(
          entry.text(),
          Ratios.number(entry.left(), entry.right()),
          Ratios.number(entry.right(), entry.left()),
          String.valueOf(entry.certificate().digits()),
          entry.certificate().proven(),
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
        claim.domain(),
        claim.special().orElse(""),
        claim.special().isPresent(),
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
        claim.doubt() == 0 ? "" : Ratios.assurance(claim.doubt()),
        claim.doubt() != 0,
        claim.curve().map(curve -> CurveView.of(claim.id(), curve)).orElse(CurveView.NONE),
        claim.curve().isPresent(),
        corrected,
        !corrected.isEmpty());
  }

  /** A number with thin spaces between groups of three digits. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
  }
}
