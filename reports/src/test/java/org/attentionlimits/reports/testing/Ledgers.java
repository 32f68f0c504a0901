package org.attentionlimits.reports.testing;

import java.util.List;
import java.util.Optional;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CertificateEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CurveEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CurveOf;
import org.attentionlimits.reports.ledger.ClaimEntry.PointEntry;
import org.attentionlimits.reports.ledger.Instances;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.Ledger.Environment;
import org.attentionlimits.reports.ledger.Ledger.SearchSettings;
import org.attentionlimits.reports.ledger.ModelEntry;
import org.attentionlimits.reports.ledger.ModelEntry.PlaceEntry;
import org.attentionlimits.reports.ledger.ModelEntry.RowsEntry;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Verdict;

/** Ledgers made up for tests. */
public final class Ledgers {

  public static final String PRINTED = "corollary-3-temperature";
  public static final String SHARP = "corollary-3-sharp";

  public static final String LIMIT = "a-limit";

  private Ledgers() {}

  /** A refuted and a surviving claim, and one model. */
  public static Ledger sample() {
    return of(
        List.of(claim(PRINTED, Verdict.REFUTED), claim(SHARP, Verdict.SURVIVED)),
        List.of(model("mini", rows(PRINTED, 40, 5), rows(SHARP, 40, 0))));
  }

  public static Ledger of(List<ClaimEntry> claims, List<ModelEntry> models) {
    return new Ledger(
        Ledger.SCHEMA_VERSION,
        "0",
        new SearchSettings(1, 100),
        claims,
        models,
        new Environment("17", "Linux", Optional.of("PyTorch")));
  }

  public static ClaimEntry claim(String id, Verdict verdict) {
    return claim(id, verdict, 0);
  }

  /** A claim that, if it is refuted, is so but for a doubt. */
  public static ClaimEntry claim(String id, Verdict verdict, double doubt) {
    return claim(
        id,
        verdict,
        verdict == Verdict.REFUTED ? Optional.of(counterexample(doubt)) : Optional.empty());
  }

  /** A claim refuted by a counterexample. */
  public static ClaimEntry refuted(String id, CounterexampleEntry counterexample) {
    return claim(id, Verdict.REFUTED, Optional.of(counterexample));
  }

  private static ClaimEntry claim(
      String id, Verdict verdict, Optional<CounterexampleEntry> counterexample) {
    return claim(id, verdict, counterexample, Optional.empty());
  }

  /** A surviving claim about a limit. */
  public static ClaimEntry limit(PointEntry... points) {
    return claim(
        LIMIT,
        Verdict.SURVIVED,
        Optional.empty(),
        Optional.of(new CurveEntry(CurveOf.TIGHTEST, "logits = (0, <1>), T = 1", List.of(points))));
  }

  private static ClaimEntry claim(
      String id,
      Verdict verdict,
      Optional<CounterexampleEntry> counterexample,
      Optional<CurveEntry> curve) {
    return new ClaimEntry(
        id,
        Provenance.PRINTED,
        "Corollary 3",
        "the norm is at most 1/(4T)",
        "\\|J\\|_2 \\le \\frac{1}{4T}",
        "LogitRow",
        "any logit row",
        Optional.of("a single token has no gradient"),
        Optional.empty(),
        verdict,
        Optional.empty(),
        100,
        1,
        verdict == Verdict.REFUTED ? 2 : 0.9996,
        Instances.write(new LogitRow(1, 0, 0)),
        counterexample,
        curve);
  }

  private static CounterexampleEntry counterexample(double doubt) {
    LogitRow row = new LogitRow(0.1, 0, 1e-300);
    return new CounterexampleEntry(
        Instances.write(row),
        row.toString(),
        0.5,
        0.25,
        new CertificateEntry(60, false, "0.5", "0.25", doubt));
  }

  public static ModelEntry model(String name, RowsEntry... claims) {
    return new ModelEntry(name, name + " on a text", 10, 2, 4, 40, 220, List.of(claims));
  }

  public static RowsEntry rows(String id, long rows, long violating) {
    return new RowsEntry(
        id,
        rows,
        220,
        violating,
        (double) violating / rows,
        0,
        0,
        violating > 0 ? 1.75 : 0.5,
        Optional.of(new PlaceEntry(1, 0, 7, Optional.of(5))),
        Optional.empty());
  }

  public static RowsEntry notApplicable(String id, String reason) {
    return new RowsEntry(id, 0, 0, 0, 0, 0, 0, 0, Optional.empty(), Optional.of(reason));
  }
}
