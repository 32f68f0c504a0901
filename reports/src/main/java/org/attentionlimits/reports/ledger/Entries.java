package org.attentionlimits.reports.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.attentionlimits.empirical.check.RowSpread.HeadCount;
import org.attentionlimits.empirical.check.RowTally;
import org.attentionlimits.empirical.check.RowViolation;
import org.attentionlimits.empirical.recording.RecordedAttention;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.reports.ledger.ClaimEntry.CertificateEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CurveEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CurveOf;
import org.attentionlimits.reports.ledger.ClaimEntry.PointEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.SearchEntry;
import org.attentionlimits.reports.ledger.ModelEntry.HeadEntry;
import org.attentionlimits.reports.ledger.ModelEntry.PlaceEntry;
import org.attentionlimits.reports.ledger.ModelEntry.RowsEntry;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.search.Certificate;
import org.attentionlimits.theory.search.Finding;
import org.attentionlimits.theory.search.Finding.Counterexample;
import org.attentionlimits.theory.search.RowEvidence;

/** Makes entries of the ledger from what the search and the row check found. */
public final class Entries {

  /** Time for shrinking a row of a model. */
  private static final Duration SHRINKING = Duration.ofSeconds(30);

  private Entries() {}

  /** The entry of a claim, by the search alone. */
  public static <I extends Instance<I>> ClaimEntry of(Finding<I> finding) {
    Claim<I> claim = finding.claim();
    return new ClaimEntry(
        claim.id(),
        StatementEntry.of(claim),
        finding.verdict(),
        finding.reason(),
        new SearchEntry(
            finding.tries(),
            finding.seed(),
            finding.longest(),
            finding.cutShort(),
            finding.largestRatio()),
        finding.tightest().map(Instances::write),
        finding.counterexample().map(smallest -> of(claim, smallest)),
        finding.strongest().map(strongest -> of(claim, strongest)),
        replacements(claim.id(), finding.counterexample(), finding.strongest()),
        curve(finding));
  }

  private static <I extends Instance<I>> List<String> replacements(
      String claim, Optional<Counterexample<I>> smallest, Optional<Counterexample<I>> strongest) {
    return replacements(
        claim,
        Stream.concat(smallest.stream(), strongest.stream())
            .map(Counterexample::instance)
            .toList());
  }

  /** Claims that can stand for a refuted one at all counterexamples that are shown. */
  static <I extends Instance<I>> List<String> replacements(String claim, List<I> shown) {
    return shown.isEmpty()
        ? List.of()
        : Catalogue.replacementsOf(claim, shown).stream().map(Claim::id).toList();
  }

  /** The entry of a counterexample: its sides are those at its printed decimals. */
  public static <I extends Instance<I>> CounterexampleEntry of(
      Claim<I> claim, Counterexample<I> counterexample) {
    I instance = counterexample.instance();
    Certificate certificate = counterexample.certificate();
    Evaluation sides = claim.evaluate(instance, Arithmetic.printed(certificate.digits()));
    return new CounterexampleEntry(
        Instances.write(instance),
        instance.toString(),
        sides.left().value(),
        sides.right().value(),
        sides.ratio(),
        points(sides),
        new CertificateEntry(
            certificate.digits(),
            certificate.logarithmic(),
            certificate.leftAtLeast().toString(),
            certificate.rightAtMost().toString(),
            certificate.doubt()));
  }

  /** The curve of the counterexample, or of the tightest instance. */
  private static <I extends Instance<I>> Optional<CurveEntry> curve(Finding<I> finding) {
    Optional<I> counterexample = finding.counterexample().map(Counterexample::instance);
    CurveOf of = counterexample.isPresent() ? CurveOf.COUNTEREXAMPLE : CurveOf.TIGHTEST;
    return counterexample
        .or(finding::tightest)
        .flatMap(instance -> curve(of, finding.claim(), instance));
  }

  /** What a claim about a limit was judged by. */
  public static List<PointEntry> points(Evaluation evaluation) {
    return evaluation.curve().stream()
        .map(point -> new PointEntry(point.tokens(), point.value()))
        .toList();
  }

  /** The curve of a claim at an instance, if it has one. */
  static <I extends Instance<I>> Optional<CurveEntry> curve(
      CurveOf of, Claim<I> claim, I instance) {
    return Optional.of(new CurveEntry(of, instance.toString(), points(claim.evaluate(instance))))
        .filter(curve -> !curve.points().isEmpty());
  }

  /** The entry of a model or recording. */
  public static ModelEntry of(AttentionSource source, int layers, List<RowTally> tallies) {
    return new ModelEntry(
        source.name(),
        source.description(),
        source instanceof RecordedAttention,
        source.length(),
        layers,
        source.heads(),
        source.rows(),
        source.weights(),
        tallies.stream().map(Entries::of).toList(),
        source.collection());
  }

  private static RowsEntry of(RowTally tally) {
    return new RowsEntry(
        tally.claim().id(),
        tally.rows(),
        tally.weights(),
        tally.violated(),
        tally.rows() == 0 ? 0 : tally.violatedShare(),
        tally.undecided(),
        tally.leftOut() + tally.unknown(),
        tally.violatedSingle(),
        tally.largestRatio(),
        tally.place().map(p -> new PlaceEntry(p.layer(), p.head(), p.query(), boxed(p.selected()))),
        tally.spread().ratios(),
        tally.violated() == 0
            ? List.of()
            : tally.spread().heads().stream().map(Entries::of).toList(),
        tally.notGiven().map(what -> "needs " + what + ", which this source does not give"));
  }

  private static HeadEntry of(HeadCount head) {
    return new HeadEntry(head.layer(), head.head(), head.rows(), head.violated());
  }

  private static Optional<Integer> boxed(OptionalInt value) {
    return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
  }

  /**
   * The claims with what rows of models say against them, by {@link RowEvidence}: the place of the
   * row is told in a remark.
   *
   * @param rows what the claims were on the rows of each model or recording, by its name
   */
  public static List<ClaimEntry> reconciled(
      List<ClaimEntry> claims, Map<String, List<RowTally>> rows) {
    return claims.stream().map(claim -> reconciled(claim, rows)).toList();
  }

  private static ClaimEntry reconciled(ClaimEntry claim, Map<String, List<RowTally>> rows) {
    ClaimEntry entry = claim;
    for (Map.Entry<String, List<RowTally>> model : rows.entrySet()) {
      for (RowTally tally : model.getValue()) {
        if (tally.claim().id().equals(claim.id())) {
          entry = facing(entry, tally.claim(), model.getKey(), tally);
        }
      }
    }
    return entry;
  }

  private static <I extends Instance<I>> ClaimEntry facing(
      ClaimEntry entry, Claim<I> claim, String model, RowTally tally) {
    List<? extends Instance<?>> rows =
        tally.violations().stream().map(RowViolation::instance).toList();
    return RowEvidence.against(claim, entry.verdict(), rows, SHRINKING)
        .map(
            evidence ->
                entry.with(
                    evidence.verdict(),
                    remark(evidence, model, tally),
                    evidence.counterexample().map(smallest -> of(claim, smallest))))
        .orElse(entry);
  }

  private static String remark(RowEvidence<?> evidence, String model, RowTally tally) {
    long violating = tally.violated() + tally.violatedSingle();
    String said =
        "the search found no counterexample, but "
            + violating
            + (violating == 1 ? " row of " : " rows of ")
            + model
            + (violating == 1 ? " violates the claim" : " violate the claim");
    if (evidence.counterexample().isEmpty()) {
      return said + ", of which none that was tried could be certified";
    }
    return said
        + "; the counterexample was certified and shrunk from "
        + tally.violations().get(evidence.row()).place()
        + (evidence.cutShort() ? ", as far as its limit of time allowed" : "");
  }
}
