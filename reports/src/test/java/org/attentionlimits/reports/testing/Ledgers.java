package org.attentionlimits.reports.testing;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CertificateEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CurveEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CurveOf;
import org.attentionlimits.reports.ledger.ClaimEntry.PointEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.SearchEntry;
import org.attentionlimits.reports.ledger.Instances;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.Ledger.Environment;
import org.attentionlimits.reports.ledger.Ledger.SearchSettings;
import org.attentionlimits.reports.ledger.ModelEntry;
import org.attentionlimits.reports.ledger.ModelEntry.HeadEntry;
import org.attentionlimits.reports.ledger.ModelEntry.PlaceEntry;
import org.attentionlimits.reports.ledger.ModelEntry.RowsEntry;
import org.attentionlimits.reports.ledger.StatementEntry;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.catalogue.Paper;
import org.attentionlimits.theory.catalogue.PaperStatement;
import org.attentionlimits.theory.catalogue.PaperStatement.Display;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.claim.Verdict;

/** Ledgers made up for tests. */
public final class Ledgers {

  public static final String PRINTED = "corollary-3-temperature";
  public static final String SHARP = "corollary-3-sharp";

  public static final String LIMIT = "a-limit";

  /** A paper of four statements, of which the sample's ledger has one. */
  public static final Paper PAPER =
      new Paper(
          "A Paper",
          "Author",
          "arXiv:0",
          "the test text",
          List.of(
              new PaperStatement("lemma-1", Display.SEEN, "Lemma 1", "weights are bounded"),
              new PaperStatement(PRINTED, Display.SEEN, "Corollary 3", "the Jacobian is bounded"),
              new PaperStatement("lemma-2", Display.UNSEEN, "Lemma 2", "a formula not seen"),
              new PaperStatement("sparse", Display.WORDS, "Discussion", "zeros")),
          List.of("Lemma 2", "<b>the rest</b>"));

  private Ledgers() {}

  /** A refuted and a surviving claim, and one model. */
  public static Ledger sample() {
    return of(
        List.of(claim(PRINTED, Verdict.REFUTED), claim(SHARP, Verdict.SURVIVED)),
        List.of(model("mini", rows(PRINTED, 40, 5), rows(SHARP, 40, 0))));
  }

  public static Ledger of(List<ClaimEntry> claims, List<ModelEntry> models) {
    return of(SearchSettings.of(1, 100), claims, models);
  }

  public static Ledger of(
      SearchSettings settings, List<ClaimEntry> claims, List<ModelEntry> models) {
    return Ledger.of(
        "0",
        settings,
        PAPER,
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
        statement(standing(id), List.of(), Optional.empty()),
        verdict,
        verdict == Verdict.UNDECIDED ? Optional.of("no row was found") : Optional.empty(),
        new SearchEntry(100, 1, 2048, false, verdict == Verdict.REFUTED ? 2 : 0.9996),
        Optional.of(Instances.write(new LogitRow(1, 0, 0))),
        counterexample,
        counterexample,
        verdict == Verdict.REFUTED ? List.of(SHARP) : List.of(),
        curve);
  }

  private static Standing standing(String id) {
    return PAPER.statement(id).isPresent() ? Standing.STATED : Standing.CORRECTED;
  }

  /** The statement of a claim of a standing. */
  public static StatementEntry statement(Standing standing, List<String> of) {
    return statement(standing, of, Optional.empty());
  }

  /** The statement of a claim of a standing, with the rule by which it is judged. */
  public static StatementEntry statement(
      Standing standing, List<String> of, Optional<String> rule) {
    return statement(standing, of, rule, Optional.empty());
  }

  private static StatementEntry statement(
      Standing standing, List<String> of, Optional<String> rule, Optional<String> proof) {
    return new StatementEntry(
        Provenance.PRINTED,
        standing,
        of,
        standing == Standing.VARIANT ? Optional.of("the paper says otherwise") : Optional.empty(),
        "Corollary 3",
        "the norm is at most 1/(4T)",
        "\\|J\\|_2 \\le \\frac{1}{4T}",
        "LogitRow",
        "any logit row",
        Optional.of("a single token has no gradient"),
        proof,
        Optional.empty(),
        Optional.empty(),
        rule);
  }

  /** A claim as another one of a standing under a stated claim. */
  public static ClaimEntry as(Standing standing, String of, ClaimEntry claim) {
    return saying(statement(standing, List.of(of)), claim);
  }

  /** A corrected form that is proven. */
  public static ClaimEntry proven(ClaimEntry claim) {
    return saying(
        statement(Standing.CORRECTED, List.of(), Optional.empty(), Optional.of("proofs.md#it")),
        claim);
  }

  /** A claim with another statement. */
  public static ClaimEntry saying(StatementEntry statement, ClaimEntry claim) {
    return new ClaimEntry(
        claim.id(),
        statement,
        claim.verdict(),
        claim.reason(),
        claim.search(),
        claim.tightest(),
        claim.counterexample(),
        claim.strongest(),
        claim.replacements(),
        claim.curve());
  }

  /** A claim with another strongest counterexample and other facts about the search. */
  public static ClaimEntry with(
      ClaimEntry claim, SearchEntry search, Optional<CounterexampleEntry> strongest) {
    return new ClaimEntry(
        claim.id(),
        claim.statement(),
        claim.verdict(),
        claim.reason(),
        search,
        claim.tightest(),
        claim.counterexample(),
        strongest,
        claim.replacements(),
        claim.curve());
  }

  /** The counterexample (0, 0) at T = 1 of the printed bound, with its bounds. */
  public static CounterexampleEntry tied(String text) {
    return new CounterexampleEntry(
        Instances.write(new LogitRow(1, 0, 0)),
        text,
        0.5,
        0.25,
        2,
        List.of(),
        new CertificateEntry(60, false, "0.5", "0.25", 0));
  }

  private static CounterexampleEntry counterexample(double doubt) {
    LogitRow row = new LogitRow(0.1, 0, 1e-300);
    return new CounterexampleEntry(
        Instances.write(row),
        row.toString(),
        0.5,
        0.25,
        2,
        List.of(),
        new CertificateEntry(60, false, "0.5", "0.25", doubt));
  }

  public static ModelEntry model(String name, RowsEntry... claims) {
    return new ModelEntry(
        name, name + " on a text", false, 10, 2, 4, 40, 220, List.of(claims), Optional.empty());
  }

  /** The same as a recording. */
  public static ModelEntry recording(ModelEntry model) {
    return recording(model, model.collection());
  }

  /** The same as a recording of a collection. */
  public static ModelEntry recording(ModelEntry model, Optional<String> collection) {
    return new ModelEntry(
        model.name(),
        model.description(),
        true,
        model.tokens(),
        model.layers(),
        model.heads(),
        model.rows(),
        model.weights(),
        model.claims(),
        collection);
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
        0,
        violating > 0 ? 1.75 : 0.5,
        Optional.of(new PlaceEntry(1, 0, 7, Optional.of(5))),
        ratios(rows, violating),
        violating == 0
            ? List.of()
            : List.of(
                new HeadEntry(0, 0, rows - violating, 0),
                new HeadEntry(1, 0, violating, violating)),
        Optional.empty());
  }

  /** Ratios of 0.5, and of 1.75 where the claim is violated. */
  private static List<Long> ratios(long rows, long violating) {
    return IntStream.range(0, violating > 0 ? 35 : 10)
        .mapToObj(bin -> bin == 9 ? rows - violating : bin == 34 ? violating : 0L)
        .toList();
  }

  public static RowsEntry notApplicable(String id, String reason) {
    return new RowsEntry(
        id, 0, 0, 0, 0, 0, 0, 0, 0, Optional.empty(), List.of(), List.of(), Optional.of(reason));
  }
}
