package org.attentionlimits.reports.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.PowerTable;
import org.attentionlimits.reports.ledger.Ratios;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Verdict;

/**
 * What the template shows of a ledger, every value as text.
 *
 * @param style of the page
 * @param version of the product
 * @param counts a line per verdict that occurs
 * @param claims rows of the table of claims
 * @param refuted claims with a counterexample, in detail
 * @param hasRefuted whether there is any
 * @param hasSampled whether a refutation rests on a sample
 * @param limits claims with a curve
 * @param hasLimits whether there is any
 * @param provenances that occur, explained
 * @param models with their tables
 * @param hasModels whether there is any
 * @param power tables of power, at most one
 * @param hasPower whether there is one
 * @param footer pairs of a name and a value
 */
record PageView(
    String style,
    String version,
    List<CountView> counts,
    List<ClaimView> claims,
    List<ClaimView> refuted,
    boolean hasRefuted,
    boolean hasSampled,
    List<ClaimView> limits,
    boolean hasLimits,
    List<ProvenanceView> provenances,
    List<ModelView> models,
    boolean hasModels,
    List<PowerView> power,
    boolean hasPower,
    List<FooterView> footer) {

  /**
   * How many claims ended with a verdict.
   *
   * @param count how many
   * @param verdict in lower case
   * @param meaning of the verdict
   */
  record CountView(String count, String verdict, String meaning) {}

  /**
   * A provenance.
   *
   * @param name in lower case
   * @param description in words
   */
  record ProvenanceView(String name, String description) {
    static ProvenanceView of(Provenance provenance) {
      return new ProvenanceView(lower(provenance), provenance.description());
    }
  }

  /**
   * An entry of the footer.
   *
   * @param name what it is
   * @param value its value
   */
  record FooterView(String name, String value) {}

  static PageView of(Ledger ledger, Optional<PowerTable> power, String style) {
    List<ClaimView> claims =
        ledger.claims().stream().map(claim -> ClaimView.of(claim, ledger)).toList();
    List<ClaimView> refuted = claims.stream().filter(ClaimView::hasCounterexample).toList();
    List<ClaimView> limits = claims.stream().filter(ClaimView::hasCurve).toList();
    List<ModelView> models = ledger.models().stream().map(ModelView::of).toList();
    return new PageView(
        style,
        ledger.version(),
        counts(ledger),
        claims,
        refuted,
        !refuted.isEmpty(),
        sampled(ledger) > 0,
        limits,
        !limits.isEmpty(),
        provenances(ledger),
        models,
        !models.isEmpty(),
        power.map(PowerView::of).stream().toList(),
        power.isPresent(),
        footer(ledger));
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static List<CountView> counts(Ledger ledger) {
    return Arrays.stream(Verdict.values())
        .filter(verdict -> ledger.count(verdict) > 0)
        .map(v -> new CountView(String.valueOf(ledger.count(v)), lower(v), meaning(v, ledger)))
        .toList();
  }

  /** How many refutations rest on a sample. */
  private static long sampled(Ledger ledger) {
    return ledger.claims().stream().filter(claim -> claim.doubt() > 0).count();
  }

  private static String refuted(Ledger ledger) {
    double doubt = ledger.claims().stream().mapToDouble(ClaimEntry::doubt).max().orElse(0);
    return doubt == 0
        ? "a counterexample was found and certified"
        : "a counterexample was found and certified, or, for "
            + sampled(ledger)
            + " of them, shown "
            + Ratios.assurance(doubt);
  }

  private static String meaning(Verdict verdict, Ledger ledger) {
    return switch (verdict) {
      case REFUTED -> refuted(ledger);
      case SURVIVED -> "no counterexample was found within the budget, which proves nothing";
      case UNDECIDED -> "something looked like a counterexample and could not be certified";
    };
  }

  private static List<ProvenanceView> provenances(Ledger ledger) {
    return Arrays.stream(Provenance.values())
        .filter(p -> ledger.claims().stream().anyMatch(claim -> claim.provenance() == p))
        .map(ProvenanceView::of)
        .toList();
  }

  private static List<FooterView> footer(Ledger ledger) {
    return List.of(
        new FooterView("Version", ledger.version()),
        new FooterView("Seed", String.valueOf(ledger.search().seed())),
        new FooterView("Evaluations per claim, at most", String.valueOf(ledger.search().budget())),
        new FooterView("Java", ledger.environment().java()),
        new FooterView("System", ledger.environment().system()),
        new FooterView("Engine", ledger.environment().engine().orElse("none, no model was run")));
  }
}
