package org.attentionlimits.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.reports.ledger.ClaimEntry.CertificateEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;
import org.attentionlimits.reports.testing.Ledgers;
import org.attentionlimits.reports.testing.OwnClaims;
import org.attentionlimits.reports.testing.Searched;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.search.Adversary;
import org.attentionlimits.theory.search.RowEvidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecheckTests {

  private static final String FLAT = "{\"logits\": [0, 0], \"temperature\": 1}";

  /** corollary-3-temperature refuted at an instance with a text and bounds. */
  private static Recheck recheck(String instance, String text, String left, String right) {
    return recheck(instance, text, new CertificateEntry(60, false, left, right, 0));
  }

  private static Recheck recheck(String instance, String text, CertificateEntry certificate) {
    CounterexampleEntry counterexample =
        new CounterexampleEntry(
            Json.read(instance, JsonNode.class), text, 0.5, 0.25, 2, List.of(), certificate);
    List<Recheck> checks =
        Recheck.all(
            Ledgers.of(List.of(Ledgers.refuted(Ledgers.PRINTED, counterexample)), List.of()));
    assertThat(checks).hasSize(1);
    return checks.get(0);
  }

  @Test
  void everyCounterexampleOfTheCatalogueReproducesFromItsTextAlone() {
    List<ClaimEntry> entries = Searched.claims();
    String text = Json.print(Ledgers.of(entries, List.of()));

    List<Recheck> checks = Recheck.all(Json.read(text, Ledger.class));

    assertThat(checks)
        .extracting(Recheck::id)
        .containsExactlyElementsOf(
            entries.stream()
                .flatMap(entry -> entry.witnesses().stream().map(witness -> entry.id()))
                .toList())
        .contains("corollary-1-own", "corollary-3", "corollary-3-temperature");
    assertThat(checks).allMatch(Recheck::reproduces);
    assertThat(checks).allMatch(c -> c.certificate().orElseThrow().digits() >= 50);
  }

  /** A row of a model is one if the time for shrinking is over before it is short. */
  @Test
  void aCounterexampleLongerThanTheSearchMakesReproduces() {
    double[] logits = new double[5000];
    Arrays.fill(logits, 2, logits.length, -1000);
    CounterexampleEntry entry =
        unshrunk(Catalogue.named(Ledgers.PRINTED).orElseThrow(), new LogitRow(1, logits));
    assertThat(entry.instance().path("logits")).hasSize(logits.length);
    String text =
        Json.print(Ledgers.of(List.of(Ledgers.refuted(Ledgers.PRINTED, entry)), List.of()));

    assertThat(Recheck.all(Json.read(text, Ledger.class))).hasSize(1).allMatch(Recheck::reproduces);
  }

  private static <I extends Instance<I>> CounterexampleEntry unshrunk(
      Claim<I> claim, Instance<?> row) {
    RowEvidence<I> evidence =
        RowEvidence.against(claim, Verdict.SURVIVED, List.of(row), Duration.ZERO).orElseThrow();
    return Entries.of(claim, evidence.counterexample().orElseThrow());
  }

  @Test
  void bothSidesAreThoseOfTheText() {
    Recheck check = recheck(FLAT, "logits = (0, 0), T = 1", "0.5", "0.25");

    assertThat(check.reproduces()).isTrue();
    assertThat(check.left()).isEqualTo(0.5);
    assertThat(check.right()).isEqualTo(0.25);
  }

  @Test
  void otherDecimalsThatViolateNothingDoNotReproduce() {
    Recheck check =
        recheck(
            "{\"logits\": [0, 100], \"temperature\": 1}",
            "logits = (0, 100), T = 1",
            "0.5",
            "0.25");

    assertThat(check.certificate()).isEmpty();
    assertThat(check.reproduces()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "logits = (0, 1), T = 1 | 0.5 | 0.25 | its text shows another instance: logits = (0, 1), T = 1",
        "logits = (0, 0), T = 1 | 0.51 | 0.25 | the bounds that stand there do not hold",
        "logits = (0, 0), T = 1 | 0.5 | 0.24 | the bounds that stand there do not hold",
      })
  void whatElseStandsThereMustHold(String text, String left, String right, String objection) {
    Recheck check = recheck(FLAT, text, left, right);

    assertThat(check.certificate()).isPresent();
    assertThat(check.objection()).contains(objection);
    assertThat(check.reproduces()).isFalse();
  }

  @Test
  void doubtMustBeThatOfTheClaim() {
    Recheck check =
        recheck(
            FLAT, "logits = (0, 0), T = 1", new CertificateEntry(60, false, "0.5", "0.25", 1e-6));

    assertThat(check.objection()).contains("its chance of a misleading sample is not 1.0E-6");
  }

  @Test
  void refutationBySampleReproducesWithItsDoubt() {
    ClaimEntry entry = Entries.of(new Adversary(1, 50).attack(OwnClaims.sampled()));

    Recheck check = Recheck.of(OwnClaims.sampled(), entry).get(0);

    assertThat(check.reproduces()).isTrue();
    assertThat(check.certificate().orElseThrow().doubt()).isEqualTo(OwnClaims.DOUBT);
  }

  private static Claim<LogitRow> own(Claim.Formula<LogitRow> formula) {
    return Claim.about(LogitRow.TYPE).named("own").evaluatedBy(formula);
  }

  private static Optional<String> objection(Claim<LogitRow> claim, String part, String other) {
    String text = Json.print(Entries.of(new Adversary(1, 20).attack(claim)));
    assertThat(text).contains(part);
    assertThat(Recheck.of(claim, Json.read(text, ClaimEntry.class))).allMatch(Recheck::reproduces);
    return Recheck.of(claim, Json.read(text.replace(part, other), ClaimEntry.class))
        .get(0)
        .objection();
  }

  @Test
  void anInfiniteRatioAgreesWithNoOther() {
    Claim<LogitRow> claim = own((row, a) -> Evaluation.atMost(a.of(1), a.of(0)));

    assertThat(objection(claim, "\"ratio\" : \"Infinity\"", "\"ratio\" : 3"))
        .contains("its sides or their ratio are others");
  }

  @Test
  void boundsOfLogarithmsAreNoBoundsOfSides() {
    Claim<LogitRow> claim =
        own((row, a) -> Evaluation.atMostLog(a.of(4_000_000_000L), a.of(3_999_999_999L)));

    assertThat(objection(claim, "\"logarithmic\" : true", "\"logarithmic\" : false"))
        .contains("its bounds are those of logarithms");
  }

  @Test
  void whatCannotBeCheckedIsTold() {
    ClaimEntry unknown = Ledgers.claim("nonsense", Verdict.REFUTED);
    ClaimEntry empty =
        Ledgers.claim(Ledgers.PRINTED, Verdict.SURVIVED).with(Verdict.REFUTED, "by hand");
    ClaimEntry other = Ledgers.claim("corollary-1-own", Verdict.REFUTED);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recheck.all(Ledgers.of(List.of(unknown), List.of())))
        .withMessage("nonsense: no such claim in the catalogue");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recheck.all(Ledgers.of(List.of(empty), List.of())))
        .withMessage("corollary-3-temperature: refuted without a smallest and a strongest witness");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recheck.all(Ledgers.of(List.of(other), List.of())))
        .withMessage("corollary-1-own: instances must be of QueryKeys: LogitRow");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> recheck("{}", "", "1", "0"))
        .withMessage("corollary-3-temperature: temperature: missing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> recheck(FLAT, "logits = (0, 0), T = 1", "x", "0"))
        .withMessage("leftAtLeast must be a decimal of at most 200 digits: x");
  }

  @Test
  void bothWitnessesAreChecked() {
    ClaimEntry claim = Ledgers.refuted(Ledgers.PRINTED, Ledgers.tied("logits = (0, 0), T = 1"));
    LogitRow other = new LogitRow(1, 0, 0, -9);
    CounterexampleEntry wrong =
        new CounterexampleEntry(
            Instances.write(other),
            other.toString(),
            0.9,
            0.25,
            3.6,
            List.of(),
            new CertificateEntry(60, false, "0.4", "0.3", 0));
    ClaimEntry both = Ledgers.with(claim, claim.search(), Optional.of(wrong));

    List<Recheck> checks = Recheck.all(Ledgers.of(List.of(both), List.of()));

    assertThat(checks)
        .extracting(Recheck::text)
        .containsExactly("logits = (0, 0), T = 1", other.toString());
    assertThat(checks.get(0).reproduces()).isTrue();
    assertThat(checks.get(1).objection()).contains("its sides or their ratio are others");
  }

  @Test
  void survivorsHaveNothingToCheck() {
    Ledger ledger = Ledgers.of(List.of(Ledgers.claim(Ledgers.SHARP, Verdict.SURVIVED)), List.of());

    assertThat(Recheck.all(ledger)).isEmpty();
    assertThat(ledger.claims().get(0).counterexample()).isEqualTo(Optional.empty());
  }
}
