package org.attentionlimits.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

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
import org.attentionlimits.reports.ledger.ModelEntry.PlaceEntry;
import org.attentionlimits.reports.testing.Ledgers;
import org.attentionlimits.theory.claim.Catalogue;
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
    "'\"schemaVersion\" : 1', '\"schemaVersion\" : 2'",
    "'\"tries\" : 100', '\"tries\" : -1'",
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
            entry.proof(),
            entry.verdict(),
            entry.remark(),
            1,
            1,
            Double.POSITIVE_INFINITY,
            entry.tightest(),
            entry.counterexample());
    String json = Json.print(Ledgers.of(List.of(infinite), List.of()));

    assertThat(problems(json)).isEmpty();
    assertThat(Json.read(json, Ledger.class).claims().get(0).largestRatio()).isInfinite();
  }

  @Test
  void unreadableLedgersAreToldInOneLine() throws IOException {
    Path file = directory.resolve("ledger.json");
    Files.writeString(file, "{\"schemaVersion\": 1,");

    assertThatIOException()
        .isThrownBy(() -> LedgerFile.read(file))
        .withMessageStartingWith(file + ": not a ledger: line 1: ")
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
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
}
