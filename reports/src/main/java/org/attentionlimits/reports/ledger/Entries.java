package org.attentionlimits.reports.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.attentionlimits.empirical.experiment.RowTally;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.reports.ledger.ClaimEntry.CertificateEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CurveEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CurveOf;
import org.attentionlimits.reports.ledger.ClaimEntry.PointEntry;
import org.attentionlimits.reports.ledger.ModelEntry.PlaceEntry;
import org.attentionlimits.reports.ledger.ModelEntry.RowsEntry;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Statement;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.search.Certificate;
import org.attentionlimits.theory.search.Finding;
import org.attentionlimits.theory.search.Finding.Counterexample;

/** Makes entries of the ledger from what the search and the row check found. */
public final class Entries {

  private Entries() {}

  /**
   * The entry of a claim, by the search alone.
   *
   * @throws IllegalStateException if the search found no admissible instance
   */
  public static <I extends Instance<I>> ClaimEntry of(Finding<I> finding) {
    Claim<I> claim = finding.claim();
    Statement statement = claim.statement();
    return new ClaimEntry(
        statement.id(),
        statement.provenance(),
        statement.place(),
        statement.words(),
        statement.latex(),
        claim.type().getSimpleName(),
        statement.domain(),
        Optional.of(statement.special()).filter(special -> !special.isEmpty()),
        statement.proof(),
        finding.verdict(),
        Optional.empty(),
        finding.tries(),
        finding.seed(),
        finding.largestRatio(),
        Instances.write(tightest(finding)),
        finding.counterexample().map(counterexample -> of(claim, counterexample)),
        curve(finding));
  }

  private static <I extends Instance<I>> I tightest(Finding<I> finding) {
    return finding
        .tightest()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    finding.claim().id() + ": " + finding.reason().orElseThrow()));
  }

  private static <I extends Instance<I>> CounterexampleEntry of(
      Claim<I> claim, Counterexample<I> counterexample) {
    I instance = counterexample.instance();
    Certificate certificate = counterexample.certificate();
    Evaluation sides = claim.evaluate(instance, Arithmetic.printed(certificate.digits()));
    return new CounterexampleEntry(
        Instances.write(instance),
        instance.toString(),
        sides.left().value(),
        sides.right().value(),
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
    I instance = counterexample.orElseGet(() -> tightest(finding));
    List<PointEntry> points =
        finding.claim().evaluate(instance).curve().stream()
            .map(point -> new PointEntry(point.tokens(), point.value()))
            .toList();
    CurveOf of = counterexample.isPresent() ? CurveOf.COUNTEREXAMPLE : CurveOf.TIGHTEST;
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(new CurveEntry(of, instance.toString(), points));
  }

  /** The entry of a model or recording. */
  public static ModelEntry of(AttentionSource source, int layers, List<RowTally> tallies) {
    long length = source.length();
    return new ModelEntry(
        source.name(),
        source.description(),
        source.length(),
        layers,
        source.heads(),
        source.heads() * length,
        source.heads() * (length * (length + 1) / 2),
        tallies.stream().map(Entries::of).toList());
  }

  private static RowsEntry of(RowTally tally) {
    return new RowsEntry(
        tally.claim().id(),
        tally.rows(),
        tally.weights(),
        tally.violated(),
        tally.rows() == 0 ? 0 : tally.violatedShare(),
        tally.undecided(),
        tally.leftOut(),
        tally.largestRatio(),
        tally.place().map(p -> new PlaceEntry(p.layer(), p.head(), p.query(), boxed(p.selected()))),
        tally.notGiven().map(what -> "needs " + what + ", which this source does not give"));
  }

  private static Optional<Integer> boxed(OptionalInt value) {
    return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
  }

  /**
   * The claims with verdicts that no model contradicts: one that the search left standing and that
   * rows of a model violate is {@code UNDECIDED}, with a remark.
   */
  public static List<ClaimEntry> reconciled(List<ClaimEntry> claims, List<ModelEntry> models) {
    List<ClaimEntry> entries = new ArrayList<>();
    for (ClaimEntry claim : claims) {
      entries.add(
          claim.verdict() == Verdict.SURVIVED
              ? violations(claim.id(), models)
                  .map(where -> claim.with(Verdict.UNDECIDED, where))
                  .orElse(claim)
              : claim);
    }
    return entries;
  }

  private static Optional<String> violations(String id, List<ModelEntry> models) {
    for (ModelEntry model : models) {
      for (RowsEntry rows : model.claims()) {
        if (rows.id().equals(id) && rows.violating() > 0) {
          return Optional.of(
              "the search found no counterexample, but "
                  + rows.violating()
                  + " rows of "
                  + model.name()
                  + " violate the claim");
        }
      }
    }
    return Optional.empty();
  }
}
