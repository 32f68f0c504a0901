package org.attentionlimits.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attentionlimits.reports.ledger.ClaimEntry.CurveEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CurveOf;
import org.attentionlimits.reports.ledger.ClaimEntry.PointEntry;
import org.attentionlimits.reports.ledger.ModelEntry.PlaceEntry;
import org.attentionlimits.reports.testing.Ledgers;
import org.attentionlimits.reports.testing.OwnClaims;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.search.Adversary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTests {

  @TempDir private Path directory;

  private static Set<ValidationMessage> problems(String json) throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(LedgerFile.schema());
    return schema.validate(json, InputFormat.JSON);
  }

  private static Ledger searched() {
    Adversary adversary = new Adversary(1, 300);
    List<ClaimEntry> claims =
        Catalogue.claims().stream().<ClaimEntry>map(c -> Entries.of(adversary.attack(c))).toList();
    return Ledgers.of(
        claims,
        List.of(
            Ledgers.model(
                "mini",
                Ledgers.rows(Ledgers.PRINTED, 40, 5),
                Ledgers.notApplicable(Ledgers.SHARP, "needs key vectors"))));
  }

  @Test
  void readsBackAsWritten() throws IOException {
    Ledger ledger = searched();

    LedgerFile.write(ledger, directory);
    Ledger read = LedgerFile.read(directory.resolve(LedgerFile.LEDGER));

    assertThat(Json.print(read)).isEqualTo(Json.print(ledger));
    assertThat(read.environment()).isEqualTo(ledger.environment());
    assertThat(read.models()).isEqualTo(ledger.models());
  }

  @Test
  void realLedgerIsValid() throws IOException {
    assertThat(problems(Json.print(searched()))).isEmpty();
    assertThat(problems(Json.print(Ledgers.sample()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "REFUTED, SURVIVED",
    "REFUTED, PROVEN",
    "'\"schemaVersion\" : 2', '\"schemaVersion\" : 1'",
    "'\"tries\" : 100', '\"tries\" : -1'",
    "'\"doubt\" : 0.0', '\"doubt\" : 1.0'",
    "'\"domain\"', '\"range\"'",
    "'\"temperature\" : 0.1', '\"temperature\" : null'",
    "'\"leftAtLeast\" : \"0.5\"', '\"leftAtLeast\" : 0.5'",
    "'\"latex\"', '\"tex\"'",
    "'\"violatingShare\" : 0.125', '\"violatingShare\" : 12.5'"
  })
  void schemaFindsWhatIsWrong(String part, String wrong) throws IOException {
    String json = Json.print(Ledgers.sample());

    assertThat(json).contains(part);
    assertThat(problems(json.replace(part, wrong))).isNotEmpty();
  }

  @Test
  void schemaIsShippedBesideIt() throws IOException {
    LedgerFile.write(Ledgers.sample(), directory);

    assertThat(directory.resolve("ledger.schema.json")).hasContent(LedgerFile.schema());
    try (var files = Files.list(directory)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void numbersAreThePrintedDecimals() {
    String json = Json.print(Ledgers.sample());

    assertThat(json).contains("\"logits\" : [ 0, 1E-300 ]", "\"temperature\" : 0.1");
  }

  @Test
  void infiniteRatiosReadBack() throws IOException {
    ClaimEntry entry = Ledgers.claim(Ledgers.SHARP, Verdict.SURVIVED);
    ClaimEntry infinite =
        new ClaimEntry(
            entry.id(),
            entry.provenance(),
            entry.place(),
            entry.words(),
            entry.latex(),
            entry.instances(),
            entry.domain(),
            entry.special(),
            entry.proof(),
            entry.verdict(),
            entry.remark(),
            1,
            1,
            Double.POSITIVE_INFINITY,
            entry.tightest(),
            entry.counterexample(),
            entry.curve());
    String json = Json.print(Ledgers.of(List.of(infinite), List.of()));

    assertThat(problems(json)).isEmpty();
    assertThat(Json.read(json, Ledger.class).claims().get(0).largestRatio()).isInfinite();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"schemaVersion\" : 2' | '\"schemaVersion\" : ' | line 2: ",
        "'\"schemaVersion\" : 2' | '\"schemaVersion\" : 1' | schemaVersion must be 2: 1",
        "'\"domain\" : \"any logit row\",' | '' | claims.[0].domain: missing",
        "'\"special\" : ' | '\"spatial\" : ' | spatial",
        "'\"verdict\" : \"REFUTED\"' | '\"verdict\" : \"TRUE\"' | TRUE",
        "'\"doubt\" : 0.0' | '\"doubt\" : null' | doubt",
      })
  void unreadableLedgersAreToldInOneLine(String part, String wrong, String problem)
      throws IOException {
    Path file = directory.resolve("ledger.json");
    String json = Json.print(Ledgers.sample());
    assertThat(json).contains(part);
    Files.writeString(file, json.replace(part, wrong));

    assertThatIOException()
        .isThrownBy(() -> LedgerFile.read(file))
        .withMessageStartingWith(file + ": not a ledger: ")
        .withMessageContaining(problem)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  @Test
  void statementIsTold() {
    ClaimEntry entry = Entries.of(new Adversary(1, 50).attack(OwnClaims.vanishing()));

    assertThat(entry.instances()).isEqualTo("LogitRow");
    assertThat(entry.domain()).isEqualTo("any row at all");
    assertThat(entry.special()).contains("nothing in particular");
  }

  @Test
  void curveIsThatOfTheCounterexampleOrOfTheTightestInstance() throws IOException {
    Adversary adversary = new Adversary(1, 50);
    ClaimEntry survivor = Entries.of(adversary.attack(OwnClaims.vanishing()));
    ClaimEntry refuted = Entries.of(adversary.attack(OwnClaims.staying()));
    String json = Json.print(Ledgers.of(List.of(survivor, refuted), List.of()));

    CurveEntry tightest = survivor.curve().orElseThrow();
    CurveEntry counterexample = refuted.curve().orElseThrow();

    double temperature = survivor.tightest().get("temperature").doubleValue();
    assertThat(tightest.of()).isEqualTo(CurveOf.TIGHTEST);
    assertThat(tightest.points()).hasSize(8);
    assertThat(tightest.points().get(7)).isEqualTo(new PointEntry(1024, temperature / 1024));
    assertThat(counterexample.of()).isEqualTo(CurveOf.COUNTEREXAMPLE);
    assertThat(counterexample.text()).isEqualTo(refuted.counterexample().orElseThrow().text());
    assertThat(counterexample.points())
        .extracting(PointEntry::value)
        .containsOnly(
            refuted.counterexample().orElseThrow().instance().get("temperature").doubleValue());
    assertThat(problems(json)).isEmpty();
    assertThat(Json.print(Json.read(json, Ledger.class))).isEqualTo(json);
  }

  @Test
  void claimsAboutFamiliesAloneHaveACurve() {
    assertThat(searched().claims())
        .allSatisfy(
            claim ->
                assertThat(claim.curve().isPresent())
                    .as(claim.id())
                    .isEqualTo(claim.instances().equals("Family")));
  }

  @Test
  void curveThatIsNotFiniteIsValidAndReadsBack() throws IOException {
    String json =
        Json.print(
            Ledgers.of(
                List.of(
                    Ledgers.limit(
                        new PointEntry(1, Double.POSITIVE_INFINITY),
                        new PointEntry(2, Double.NaN),
                        new PointEntry(4, 0))),
                List.of()));

    assertThat(problems(json)).isEmpty();
    assertThat(Json.print(Json.read(json, Ledger.class))).isEqualTo(json);
  }

  @Test
  void doubtIsKept() throws IOException {
    ClaimEntry entry = Entries.of(new Adversary(1, 50).attack(OwnClaims.sampled()));
    String json = Json.print(Ledgers.of(List.of(entry), List.of()));

    assertThat(entry.doubt()).isEqualTo(OwnClaims.DOUBT);
    assertThat(entry.counterexample().orElseThrow().certificate().proven()).isFalse();
    assertThat(problems(json)).isEmpty();
    assertThat(Json.read(json, Ledger.class).claims().get(0).doubt()).isEqualTo(OwnClaims.DOUBT);
  }

  @Test
  void survivorThatRowsViolateIsUndecided() {
    Ledger sample = Ledgers.sample();
    List<ModelEntry> models = List.of(Ledgers.model("gpt2", Ledgers.rows(Ledgers.SHARP, 40, 3)));

    List<ClaimEntry> claims = Entries.reconciled(sample.claims(), models);

    assertThat(claims)
        .extracting(ClaimEntry::verdict)
        .containsExactly(Verdict.REFUTED, Verdict.UNDECIDED);
    assertThat(claims.get(1).remark())
        .contains("the search found no counterexample, but 3 rows of gpt2 violate the claim");
    assertThat(Entries.reconciled(sample.claims(), sample.models())).isEqualTo(sample.claims());
  }

  @Test
  void placesPrint() {
    assertThat(new PlaceEntry(1, 2, 3, Optional.empty())).hasToString("layer 1, head 2, query 3");
    assertThat(new PlaceEntry(1, 2, 3, Optional.of(5)))
        .hasToString("layer 1, head 2, query 3, N = 5");
  }

  @Test
  void aClaimWithoutAnAdmissibleInstanceHasNoEntry() {
    Claim<LogitRow> claim =
        Claim.about(LogitRow.class)
            .named("about-nothing")
            .where("nothing", row -> false)
            .evaluatedBy((row, a) -> Evaluation.atMost(a.of(0), a.of(1)));

    assertThatThrownBy(() -> Entries.of(new Adversary(1, 10).attack(claim)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("about-nothing: no admissible instance was found among ");
  }
}
