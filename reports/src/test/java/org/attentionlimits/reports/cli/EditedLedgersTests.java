package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.attentionlimits.reports.ledger.Json;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.LedgerFile;
import org.attentionlimits.reports.testing.Ledgers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ledgers that were right until somebody edited them. */
class EditedLedgersTests {

  private static final String TIED = "logits = (0, 0), T = 1";

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void place() {
    file = directory.resolve(LedgerFile.LEDGER);
  }

  private static Ledger ledger() {
    return Ledgers.of(
        List.of(Ledgers.refuted(Ledgers.PRINTED, Ledgers.tied(TIED))),
        List.of(Ledgers.model("mini", Ledgers.rows(Ledgers.PRINTED, 40, 5))));
  }

  private Run check(String text) throws IOException {
    Files.writeString(file, text);
    return Run.of("check", file.toString());
  }

  private Run edited(String part, String other) throws IOException {
    String text = Json.print(ledger());
    assertThat(text).contains(part);
    return check(text.replace(part, other));
  }

  @Test
  void theLedgerReproducesUntilItIsEdited() throws IOException {
    Run run = check(Json.print(ledger()));

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("1 counterexample, 1 reproduced");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"leftAtLeast\" : \"0.5\"' | '\"leftAtLeast\" : \"0.25\"' | the bounds that stand there are not apart",
        "'\"leftAtLeast\" : \"0.5\"' | '\"leftAtLeast\" : \"0.1\"' | the bounds that stand there are not apart",
        "'\"rightAtMost\" : \"0.25\"' | '\"rightAtMost\" : \"1E+999\"' | the bounds that stand there are not apart",
        "'\"leftAtLeast\" : \"0.5\"' | '\"leftAtLeast\" : \"0.51\"' | the bounds that stand there do not hold",
        "'\"rightAtMost\" : \"0.25\"' | '\"rightAtMost\" : \"0.24\"' | the bounds that stand there do not hold",
        "'\"digits\" : 60' | '\"digits\" : 0' | its digits are not 0 but 60",
        "'\"digits\" : 60' | '\"digits\" : -5' | its digits are not -5 but 60",
        "'\"digits\" : 60' | '\"digits\" : 61' | its digits are not 61 but 60",
        "'\"logarithmic\" : false' | '\"logarithmic\" : true' | its bounds are not those of logarithms",
        "'\"left\" : 0.5' | '\"left\" : 0.6' | its sides or their ratio are others",
        "'\"left\" : 0.5' | '\"left\" : \"Infinity\"' | its sides or their ratio are others",
        "'\"right\" : 0.25' | '\"right\" : 0.2' | its sides or their ratio are others",
        "'\"right\" : 0.25' | '\"right\" : \"NaN\"' | its sides or their ratio are others",
        "'\"ratio\" : 2.0' | '\"ratio\" : 3.0' | its sides or their ratio are others",
        "'\"doubt\" : 0.0' | '\"doubt\" : 0.5' | its chance of a misleading sample is not 0.5",
        "'\"points\" : [ ]' | '\"points\" : [ {\"tokens\" : 4, \"value\" : 1} ]' | its values along growing n are others",
        "'logits = (0, 0), T = 1' | 'logits = (0, 1), T = 1' | its text shows another instance",
        "'\"temperature\" : 1' | '\"temperature\" : 2' | its text shows another instance",
        "'\"logits\" : [ 0, 0 ]' | '\"logits\" : [ 0, 9 ]' | not violated",
      })
  void whatDoesNotReproduceIsToldBesideTheClaim(String part, String other, String why)
      throws IOException {
    Run run = edited(part, other);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains(why).contains("1 counterexample, 0 reproduced");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"digits\" : 60' | '\"digits\" : \"60\"' | digits: must be an integer from -2147483648 to 2147483647: \"60\"",
        "'\"digits\" : 60' | '\"digits\" : 60.0' | digits: must be an integer from -2147483648 to 2147483647: 60.0",
        "'\"digits\" : 60' | '\"digits\" : 1e999999999' | a number must be in the range of double precision: 1e999999999",
        "'\"digits\" : 60' | '\"digits\" : null' | digits: ",
        "'\"schemaVersion\" : 5' | '\"schemaVersion\" : \"5\"' | schemaVersion: must be an integer from -2147483648 to 2147483647: \"5\"",
        "'\"schemaVersion\" : 5' | '\"schemaVersion\" : 5.0' | schemaVersion: must be an integer from -2147483648 to 2147483647: 5.0",
        "'\"logarithmic\" : false' | '\"logarithmic\" : \"false\"' | logarithmic: must be true or false: \"false\"",
        "'\"logarithmic\" : false' | '\"logarithmic\" : 0' | logarithmic: must be true or false: 0",
        "'\"left\" : 0.5' | '\"left\" : \"0.5\"' | left: must be a number: \"0.5\"",
        "'\"version\" : \"0\"' | '\"version\" : 0' | version: must be a text: 0",
        "'\"verdict\" : \"REFUTED\"' | '\"verdict\" : 0' | verdict: ",
        "'\"verdict\" : \"REFUTED\"' | '\"verdict\" : \"SURVIVED\"' | status of corollary-3-temperature must be SURVIVED: REFUTED",
        "'\"status\" : \"REFUTED\"' | '\"status\" : \"SURVIVED\"' | status of corollary-3-temperature must be REFUTED: SURVIVED",
        "'\"refuted\" : 1' | '\"refuted\" : 0' | counts must ",
        "'\"leftAtLeast\" : \"0.5\"' | '\"leftAtLeast\" : \"half\"' | : claims.[0].counterexample.certificate: leftAtLeast must be a decimal of at most 200 digits: half",
        "'\"leftAtLeast\" : \"0.5\"' | '\"leftAtLeast\" : \"\u0661\"' | leftAtLeast must be a decimal of at most 200 digits",
        "'\"leftAtLeast\" : \"0.5\"' | '\"leftAtLeast\" : 0.5' | leftAtLeast: must be a text: 0.5",
        "'\"temperature\" : 1' | '\"temperature\" : 1e-999999999' | a number must be in the range of double precision: 1e-999999999",
        "'\"temperature\" : 1' | '\"temperature\" : \"1\"' | temperature: must be a number",
        "'\"replacements\" : [ \"corollary-3-sharp\" ]' | '\"replacements\" : [ null ]' | replacements",
        "'\"claims\" : [ {' | '\"claims\" : [ null, {' | claims",
        "'\"counterexample\" : {' | '\"counterexample\" : null, \"other\" : {' | other",
        "'LogitRow' | 'QueryKeys' | corollary-3-temperature: instances must be of LogitRow: QueryKeys",
        "'corollary-3-temperature' | 'corollary-3-sharp' | ",
      })
  void whatIsNoLedgerIsToldInOneLine(String part, String other, String problem) throws IOException {
    Run run = edited(part, other);

    assertThat(run.code()).isNotZero();
    if (problem != null) {
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).startsWith("attention-limits check: " + file + ": ").contains(problem);
      assertThat(run.err().lines()).hasSize(1);
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void anEmptyListOfClaimsIsToldInOneLine() throws IOException {
    Run run = check(Json.print(Ledgers.of(List.of(), List.of())));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "attention-limits check: " + file + ": claims must not be empty");
  }

  @Test
  void aStatementThatIsLeftOutIsToldInWords() throws IOException {
    JsonNode edited = Json.read(Json.print(ledger()), JsonNode.class);
    ((ArrayNode) edited.path("paper").path("statements")).remove(2);

    Run run = check(edited.toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "attention-limits check: "
                + file
                + ": not a ledger: line 1: paper: counts must be those of the statements, 1 refuted,"
                + " 0 depending, 0 survived, 2 undecided, 0 unconfirmed (0 refuted) of 3: 1 refuted, 0 depending, 0 survived,"
                + " 2 undecided, 1 unconfirmed (0 refuted) of 4");
  }

  @Test
  void aClaimThatIsThereTwiceIsToldInOneLine() throws IOException {
    String text = Json.print(ledger());
    int start = text.indexOf("\"claims\" : [ {") + "\"claims\" : [ ".length();
    int end = text.indexOf("} ],\n  \"models\"") + 1;
    String claim = text.substring(start, end);

    Run run = check(text.substring(0, end) + ", " + claim + text.substring(end));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("claims must be there once each: corollary-3-temperature");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SURVIVED", "UNDECIDED"})
  void aCounterexampleOfAClaimThatIsNotRefutedIsToldInOneLine(String verdict) throws IOException {
    String text = Json.print(ledger());
    int claims = text.indexOf("\"claims\" : [ {");
    String renamed = "\"id\" : \"" + Ledgers.SHARP + "\"";

    Run run =
        check(
            (text.substring(0, claims)
                        .replace("\"status\" : \"REFUTED\"", "\"status\" : \"UNDECIDED\"")
                    + text.substring(claims)
                        .replace("\"id\" : \"" + Ledgers.PRINTED + "\"", renamed))
                .replace("\"refuted\" : 1", "\"refuted\" : 0")
                .replace("\"undecided\" : 2", "\"undecided\" : 3")
                .replace("      \"verdict\" : \"REFUTED\",\n", "")
                .replace("    \"verdict\" : \"REFUTED\"", "    \"verdict\" : \"" + verdict + "\""));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("corollary-3-sharp: " + verdict + " with a counterexample");
  }

  @Test
  void aCertificateOfMillionsOfDigitsIsRefusedBeforeItIsRead() throws IOException {
    Run run =
        edited("\"leftAtLeast\" : \"0.5\"", "\"leftAtLeast\" : \"" + "5".repeat(800_000) + '"');

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("certificate: leftAtLeast must be a decimal of at most 200 digits: 555")
        .hasSizeLessThan(400);
  }

  @Test
  void aStringOfMillionsOfDigitsIsRefused() throws IOException {
    Run run =
        edited("\"leftAtLeast\" : \"0.5\"", "\"leftAtLeast\" : \"" + "5".repeat(3_000_000) + '"');

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("exceeds the maximum allowed").hasSizeLessThan(400);
  }

  @Test
  void aRowOfAMillionTokensIsRefusedBeforeItIsEvaluated() throws IOException {
    String logits = "\"logits\" : [ 0, 0";
    Run run = edited(logits, logits + ", 0".repeat(1_000_000));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("corollary-3-temperature: logits: must have at most 65536 entries: 1000002");
  }
}
