package org.attentionlimits.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.attentionlimits.empirical.check.RowPlace;
import org.attentionlimits.empirical.check.RowSpread;
import org.attentionlimits.empirical.check.RowTally;
import org.attentionlimits.empirical.check.RowViolation;
import org.attentionlimits.reports.ledger.ClaimEntry.CurveEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CurveOf;
import org.attentionlimits.reports.ledger.ClaimEntry.PointEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.SearchEntry;
import org.attentionlimits.reports.ledger.Ledger.SearchSettings;
import org.attentionlimits.reports.ledger.ModelEntry.PlaceEntry;
import org.attentionlimits.reports.testing.Ledgers;
import org.attentionlimits.reports.testing.OwnClaims;
import org.attentionlimits.reports.testing.Searched;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.catalogue.PaperStatement.Display;
import org.attentionlimits.theory.catalogue.PaperStatement.Status;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
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
    return Ledgers.of(
        Searched.claims(),
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
    "'\"schemaVersion\" : 5', '\"schemaVersion\" : 2'",
    "'\"standing\" : \"STATED\"', '\"standing\" : \"CLAIMED\"'",
    "'\"status\" : \"REFUTED\"', '\"status\" : \"WRONG\"'",
    "'\"display\" : \"WORDS\"', '\"display\" : \"SAID\"'",
    "'\"strongest\"', '\"largest\"'",
    "'\"longest\" : 2048', '\"longest\" : -1'",
    "'\"cutShort\" : false', '\"cutShort\" : 0'",
    "'\"memory\" : false', '\"memory\" : \"file\"'",
    "'\"recorded\" : false', '\"recorded\" : null'",
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
        Ledgers.with(
            entry, new SearchEntry(1, 1, 2, false, Double.POSITIVE_INFINITY), Optional.empty());
    String json = Json.print(Ledgers.of(List.of(infinite), List.of()));

    assertThat(problems(json)).isEmpty();
    assertThat(Json.read(json, Ledger.class).claims().get(0).largestRatio()).isInfinite();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"schemaVersion\" : 5' | '\"schemaVersion\" : ' | line 2: ",
        "'\"schemaVersion\" : 5' | '\"schemaVersion\" : 2' | schemaVersion must be 5: 2; mvn verify writes it anew",
        "'\"domain\" : \"any logit row\",' | '' | claims.[0].statement.domain: missing",
        "'\"refuted\" : 1' | '\"refuted\" : 2' | counts must add up: 2 refuted, 0 depending, 0 survived, 2 undecided",
        "'\"status\" : \"REFUTED\"' | '\"status\" : \"SURVIVED\"' | status of corollary-3-temperature must be REFUTED: SURVIVED",
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
  void enumerationsOfTheSchemaAreTheProducts() throws IOException {
    JsonNode claim = Json.read(LedgerFile.schema(), JsonNode.class).at("/$defs");

    assertThat(names(claim.at("/statement/properties/provenance")))
        .containsExactlyElementsOf(names(Provenance.values()));
    assertThat(names(claim.at("/statement/properties/standing")))
        .containsExactlyElementsOf(names(Standing.values()));
    assertThat(names(claim.at("/verdict")))
        .containsExactlyInAnyOrderElementsOf(names(Verdict.values()));
    assertThat(names(claim.at("/paperStatement/properties/status")))
        .containsExactlyElementsOf(names(Status.values()));
    assertThat(names(claim.at("/paperStatement/properties/display")))
        .containsExactlyElementsOf(names(Display.values()));
  }

  private static List<String> names(JsonNode property) {
    List<String> names = new ArrayList<>();
    property.get("enum").forEach(name -> names.add(name.textValue()));
    return names;
  }

  private static List<String> names(Enum<?>... values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  @Test
  void ledgerWhoseStatementHasAnotherVerdictThanItsClaimIsRejected() {
    Ledger sample = Ledgers.sample();
    List<ClaimEntry> claims = List.of(Ledgers.claim(Ledgers.PRINTED, Verdict.SURVIVED));

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Ledger(
                    Ledger.SCHEMA_VERSION,
                    "0",
                    sample.search(),
                    sample.paper(),
                    claims,
                    List.of(),
                    sample.environment()))
        .withMessage("verdict of the statement corollary-3-temperature must be SURVIVED: REFUTED");
  }

  @Test
  void onlySeedAndBudgetAreReproducible() {
    List<ClaimEntry> claims = Ledgers.sample().claims();
    ClaimEntry cut =
        Ledgers.with(claims.get(1), new SearchEntry(9, 1, 5, true, 0.5), claims.get(1).strongest());

    assertThat(Ledgers.sample().reproducible()).isTrue();
    assertThat(Words.irreproducible(Ledgers.sample())).isEmpty();
    assertThat(Ledgers.of(new SearchSettings(1, 9, 2, false), claims, List.of()))
        .satisfies(
            ledger -> {
              assertThat(ledger.reproducible()).isFalse();
              assertThat(Words.irreproducible(ledger)).containsExactly("it went on for 2 minutes");
            });
    assertThat(Ledgers.of(new SearchSettings(1, 9, 0, true), claims, List.of()).reproducible())
        .isFalse();
    assertThat(Ledgers.of(List.of(claims.get(0), cut), List.of()))
        .satisfies(
            ledger -> {
              assertThat(ledger.reproducible()).isFalse();
              assertThat(Words.irreproducible(ledger))
                  .containsExactly("a limit of time cut short the search of corollary-3-sharp");
            });
  }

  @Test
  void claimWithoutAnAdmissibleInstanceIsUndecidedWithItsReason() throws IOException {
    Claim<LogitRow> claim =
        Claim.about(LogitRow.TYPE)
            .named("own-empty")
            .where("no row at all", row -> false)
            .evaluatedBy((row, a) -> Evaluation.atMost(a.of(0), a.of(1)));

    ClaimEntry entry = Entries.of(new Adversary(1, 50).attack(claim));
    String json = Json.print(Ledgers.of(List.of(entry), List.of()));

    assertThat(entry.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(entry.reason().orElseThrow()).startsWith("no admissible instance was found");
    assertThat(entry.tightest()).isEmpty();
    assertThat(problems(json)).isEmpty();
    assertThat(Json.print(Json.read(json, Ledger.class))).isEqualTo(json);
  }

  @Test
  void statementIsTold() {
    ClaimEntry entry = Entries.of(new Adversary(1, 50).attack(OwnClaims.vanishing()));

    assertThat(entry.statement().instances()).isEqualTo("LogitRow");
    assertThat(entry.statement().domain()).isEqualTo("any row at all");
    assertThat(entry.statement().special()).contains("nothing in particular");
  }

  @Test
  void curveIsThatOfTheCounterexampleOrOfTheTightestInstance() throws IOException {
    Adversary adversary = new Adversary(1, 50);
    ClaimEntry survivor = Entries.of(adversary.attack(OwnClaims.vanishing()));
    ClaimEntry refuted = Entries.of(adversary.attack(OwnClaims.staying()));
    String json = Json.print(Ledgers.of(List.of(survivor, refuted), List.of()));

    CurveEntry tightest = survivor.curve().orElseThrow();
    CurveEntry counterexample = refuted.curve().orElseThrow();

    double temperature = survivor.tightest().orElseThrow().get("temperature").doubleValue();
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
  void claimsAboutGrowingRowsAloneHaveACurve() {
    assertThat(searched().claims())
        .allSatisfy(
            claim ->
                assertThat(claim.curve().isPresent())
                    .as(claim.id())
                    .isEqualTo(claim.statement().instances().equals("GrowingRow")));
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

  /** What a claim was on rows of a model, of which some violate it. */
  private static Map<String, List<RowTally>> rows(String id, LogitRow... violating) {
    List<RowViolation> violations =
        Arrays.stream(violating)
            .map(row -> new RowViolation(new RowPlace(1, 2, 3, OptionalInt.empty()), row, 2))
            .toList();
    RowTally tally =
        new RowTally(
            Catalogue.named(id).orElseThrow(),
            40,
            400,
            violations.size(),
            0,
            0,
            0,
            0,
            2,
            violations.stream().map(RowViolation::place).findFirst(),
            RowSpread.NONE,
            violations,
            Optional.empty());
    return Map.of("gpt2", List.of(tally));
  }

  @Test
  void survivorThatRowsSeemToViolateIsUndecided() {
    List<ClaimEntry> claims = Ledgers.sample().claims();
    List<ClaimEntry> reconciled =
        Entries.reconciled(claims, rows(Ledgers.SHARP, new LogitRow(1, 0, 0)));

    assertThat(reconciled)
        .extracting(ClaimEntry::verdict)
        .containsExactly(Verdict.REFUTED, Verdict.UNDECIDED);
    assertThat(reconciled.get(1).reason())
        .contains(
            "the search found no counterexample, but 1 row of gpt2 violates the claim, of which"
                + " none that was tried could be certified");
    assertThat(Entries.reconciled(claims, rows(Ledgers.SHARP))).isEqualTo(claims);
  }

  @Test
  void survivorThatRowsViolateIsRefutedByThem() {
    ClaimEntry survivor =
        Ledgers.sample().claims().get(0).with(Verdict.SURVIVED, "", Optional.empty());
    ClaimEntry refuted =
        Entries.reconciled(
                List.of(survivor), rows(survivor.id(), new LogitRow(8, 0.3, 0.3, 0.2, 0.1)))
            .get(0);

    assertThat(refuted.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(refuted.reason())
        .contains(
            "the search found no counterexample, but 1 row of gpt2 violates the claim; the"
                + " counterexample was certified and shrunk from layer 1, head 2, query 3");
    assertThat(refuted.counterexample().orElseThrow().certificate().proven()).isTrue();
    assertThat(Entries.reconciled(Ledgers.sample().claims().subList(0, 1), rows(survivor.id())))
        .extracting(ClaimEntry::verdict)
        .containsExactly(Verdict.REFUTED);
  }

  @Test
  void placesPrint() {
    assertThat(new PlaceEntry(1, 2, 3, Optional.empty())).hasToString("layer 1, head 2, query 3");
    assertThat(new PlaceEntry(1, 2, 3, Optional.of(5)))
        .hasToString("layer 1, head 2, query 3, N = 5");
  }
}
