package org.attentionlimits.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.attentionlimits.reports.ledger.BaselineCheck.Difference;
import org.attentionlimits.reports.testing.Ledgers;
import org.attentionlimits.theory.claim.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTests {

  private static final Ledger SAMPLE = Ledgers.sample();
  private static final Baseline BASELINE = Baseline.of(SAMPLE);

  @TempDir private Path directory;

  private static String compare(Ledger ledger) {
    StringBuilder text = new StringBuilder();
    for (Difference difference : BaselineCheck.compare(BASELINE, ledger)) {
      text.append(difference.text());
    }
    return text.toString();
  }

  @Test
  void equalLedgerHasNoDifference() {
    assertThat(compare(Ledgers.sample())).isEmpty();
  }

  @Test
  void orderDoesNotMatter() {
    List<ClaimEntry> claims = List.of(SAMPLE.claims().get(1), SAMPLE.claims().get(0));

    assertThat(compare(Ledgers.of(claims, SAMPLE.models()))).isEmpty();
  }

  @Test
  void newlyRefutedClaimShowsItsCounterexample() {
    List<ClaimEntry> claims =
        List.of(SAMPLE.claims().get(0), Ledgers.claim(Ledgers.SHARP, Verdict.REFUTED));

    assertThat(compare(Ledgers.of(claims, SAMPLE.models())))
        .isEqualTo(
            """
              corollary-3-sharp: was SURVIVED, is REFUTED
                counterexample: logits = (0, 1E-300), T = 0.1
                left side at least 0.5, right side at most 0.25
            """);
  }

  @Test
  void refutationBySampleTellsItsDoubt() {
    List<ClaimEntry> claims =
        List.of(SAMPLE.claims().get(0), Ledgers.claim(Ledgers.SHARP, Verdict.REFUTED, 1e-12));

    assertThat(compare(Ledgers.of(claims, SAMPLE.models())))
        .contains(
            "right side at most 0.25, by a sample: at most 1e-12 chance that the sample misled");
  }

  @Test
  void claimNoLongerRefutedShowsItsRatio() {
    List<ClaimEntry> claims =
        List.of(Ledgers.claim(Ledgers.PRINTED, Verdict.SURVIVED), SAMPLE.claims().get(1));

    assertThat(compare(Ledgers.of(claims, SAMPLE.models())))
        .isEqualTo(
            """
              corollary-3-temperature: was REFUTED, is SURVIVED
                largest ratio 0.999
            """);
  }

  @Test
  void undecidedClaimShowsItsRemark() {
    List<ClaimEntry> claims =
        List.of(SAMPLE.claims().get(0), SAMPLE.claims().get(1).with(Verdict.UNDECIDED, "why"));

    assertThat(compare(Ledgers.of(claims, SAMPLE.models())))
        .isEqualTo("  corollary-3-sharp: was SURVIVED, is UNDECIDED\n    why\n");
  }

  @Test
  void claimThatVanished() {
    assertThat(compare(Ledgers.of(SAMPLE.claims().subList(0, 1), SAMPLE.models())))
        .isEqualTo("  corollary-3-sharp: was SURVIVED, is nothing\n");
  }

  @Test
  void claimThatIsNew() {
    List<ClaimEntry> claims =
        List.of(
            SAMPLE.claims().get(0),
            SAMPLE.claims().get(1),
            Ledgers.claim("lemma-1", Verdict.SURVIVED));

    assertThat(compare(Ledgers.of(claims, SAMPLE.models())))
        .startsWith("  lemma-1: was nothing, is SURVIVED\n");
  }

  @Test
  void modelThatIsNotRunOrNew() {
    assertThat(compare(Ledgers.of(SAMPLE.claims(), List.of(Ledgers.model("gpt2")))))
        .isEqualTo(
            """
              model mini: was in the baseline, is not run
              model gpt2: was nothing, is run
            """);
  }

  @Test
  void rowsThatViolateNowOrNoMore() {
    ModelEntry changed =
        Ledgers.model(
            "mini", Ledgers.rows(Ledgers.PRINTED, 40, 0), Ledgers.rows(Ledgers.SHARP, 40, 1));

    assertThat(compare(Ledgers.of(SAMPLE.claims(), List.of(changed))))
        .isEqualTo(
            """
              corollary-3-temperature on mini: was violated on 40 rows, is not violated on 40 rows
                0 rows violate it; largest ratio 0.500 at layer 1, head 0, query 7, N = 5
              corollary-3-sharp on mini: was not violated on 40 rows, is violated on 40 rows
                1 rows violate it; largest ratio 1.750 at layer 1, head 0, query 7, N = 5
            """);
  }

  @Test
  void fewerRowsAreADifference() {
    ModelEntry changed =
        Ledgers.model(
            "mini",
            Ledgers.rows(Ledgers.PRINTED, 40, 7),
            Ledgers.notApplicable(Ledgers.SHARP, "needs key vectors"));

    assertThat(compare(Ledgers.of(SAMPLE.claims(), List.of(changed))))
        .isEqualTo(
            "  corollary-3-sharp on mini: was not violated on 40 rows, is not violated on 0 rows\n");
  }

  @Test
  void claimsAloneCanBeCompared() {
    assertThat(BaselineCheck.compareClaims(BASELINE, Ledgers.of(SAMPLE.claims(), List.of())))
        .isEmpty();
  }

  @Test
  void readsBackAsWritten() throws IOException {
    Path file = directory.resolve("new/baseline.json");

    BASELINE.write(file);

    assertThat(Baseline.read(file)).isEqualTo(BASELINE);
    assertThat(BASELINE.withModelsOf(Baseline.read(file))).isEqualTo(BASELINE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | No content to map due to end-of-input",
        "{ | Unexpected end-of-input",
        "[] | Cannot deserialize",
        "{\"schemaVersion\": 2, \"claims\": {}, \"models\": {}} | schemaVersion must be 1: 2",
        "{\"schemaVersion\": 1, \"models\": {}} | line 1: claims: missing",
        "{\"schemaVersion\": 1, \"claims\": {}} | line 1: models: missing",
        "{\"schemaVersion\": 1, \"claims\": {\"a\": null}, \"models\": {}} | claims must have",
        "{\"schemaVersion\": 1, \"claims\": {\"a\": \"TRUE\"}, \"models\": {}} | TRUE",
        "{\"schemaVersion\": 1, \"claims\": {}, \"models\": {}, \"more\": 1} | more",
        "{\"schemaVersion\": 1, \"claims\": {}, \"models\": {\"m\": {\"a\": {\"rows\": 1}}}} | models.m.a.violated: Cannot map `null`",
        "{\"schemaVersion\": 1, \"claims\": {}, \"models\": {}} 1 | Trailing token",
      })
  void badFilesAreToldInOneLine(String content, String problem) throws IOException {
    Path file = directory.resolve("baseline.json");
    Files.writeString(file, content);

    assertThatIOException()
        .isThrownBy(() -> Baseline.read(file))
        .withMessageStartingWith(file + ": not a baseline: ")
        .withMessageContaining(problem)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }
}
