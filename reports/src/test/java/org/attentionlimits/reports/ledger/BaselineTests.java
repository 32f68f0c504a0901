package org.attentionlimits.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.attentionlimits.reports.ledger.BaselineCheck.Comparison;
import org.attentionlimits.reports.ledger.BaselineCheck.Difference;
import org.attentionlimits.reports.ledger.ClaimEntry.SearchEntry;
import org.attentionlimits.reports.ledger.Ledger.SearchSettings;
import org.attentionlimits.reports.ledger.ModelEntry.RowsEntry;
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
    for (Difference difference : BaselineCheck.compare(BASELINE, ledger, false).differences()) {
      text.append(difference.text());
    }
    return text.toString();
  }

  private static List<String> notes(Ledger ledger) {
    return BaselineCheck.compare(BASELINE, ledger, false).notes();
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
  void modelThatIsNotRunIsADifferenceAndANewOneIsTold() {
    Ledger ledger = Ledgers.of(SAMPLE.claims(), List.of(Ledgers.model("gpt2")));

    assertThat(compare(ledger)).isEqualTo("  model mini: was in the baseline, is not run\n");
    assertThat(notes(ledger)).containsExactly("model gpt2: run, not in the baseline, not compared");
  }

  @Test
  void modelThatIsNotRunOnPurposeIsTold() {
    Comparison comparison =
        BaselineCheck.compare(BASELINE, Ledgers.of(SAMPLE.claims(), List.of()), true);

    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.notes())
        .containsExactly("model mini: in the baseline, not run, not compared");
  }

  @Test
  void recordingsAreComparedWithAndWithoutModels() {
    ModelEntry before = Ledgers.recording(Ledgers.model("x", Ledgers.rows(Ledgers.PRINTED, 40, 2)));
    ModelEntry after = Ledgers.recording(Ledgers.model("x", Ledgers.rows(Ledgers.PRINTED, 40, 14)));
    Baseline baseline = Baseline.of(Ledgers.of(SAMPLE.claims(), List.of(before)));

    for (boolean withoutModels : new boolean[] {true, false}) {
      assertThat(
              BaselineCheck.compare(
                      baseline, Ledgers.of(SAMPLE.claims(), List.of(after)), withoutModels)
                  .differences())
          .singleElement()
          .satisfies(
              d -> {
                assertThat(d.what()).isEqualTo("corollary-3-temperature on x");
                assertThat(d.was()).startsWith("5 % of 40 rows violating");
                assertThat(d.is()).startsWith("35 % of 40 rows violating");
              });
      assertThat(
              BaselineCheck.compare(baseline, Ledgers.of(SAMPLE.claims(), List.of()), withoutModels)
                  .differences())
          .extracting(Difference::what)
          .containsExactly("recording x");
    }
  }

  /** Rows of 10 000, of which so many violate, with a largest ratio. */
  private static Ledger rows(long violating, double ratio) {
    RowsEntry rows = Ledgers.rows(Ledgers.PRINTED, 10_000, violating);
    return Ledgers.of(
        SAMPLE.claims(),
        List.of(
            Ledgers.model(
                "mini",
                new RowsEntry(
                    rows.id(),
                    rows.rows(),
                    rows.weights(),
                    violating,
                    rows.violatingShare(),
                    0,
                    0,
                    0,
                    ratio,
                    rows.place(),
                    rows.ratios(),
                    rows.heads(),
                    rows.notApplicable()))));
  }

  @ParameterizedTest
  @CsvSource({
    "500, 550, 2, 2, true",
    "500, 450, 2, 2, true",
    "500, 551, 2, 2, false",
    "500, 449, 2, 2, false",
    "500, 3500, 2, 2, false",
    "5000, 5100, 2, 2, true",
    "5000, 5101, 2, 2, false",
    "0, 1, 2, 2, false",
    "1, 0, 2, 2, false",
    "500, 500, 2, 2.019, true",
    "500, 500, 2, 2.021, false",
    "500, 500, 2, 1.979, false",
    "500, 500, Infinity, Infinity, true",
    "500, 500, Infinity, 5, false",
    "500, 500, 5, Infinity, false"
  })
  void sharesAndRatiosAreComparedWithinBounds(
      long before, long after, double ratio, double now, boolean same) {
    Comparison comparison =
        BaselineCheck.compare(Baseline.of(rows(before, ratio)), rows(after, now), false);

    assertThat(comparison.differences().isEmpty()).isEqualTo(same);
    assertThat(comparison.notes()).isEmpty();
  }

  private static Ledger tightness(double ratio, SearchSettings settings) {
    ClaimEntry claim = SAMPLE.claims().get(1);
    SearchEntry search = new SearchEntry(100, 1, 2048, false, ratio);
    return Ledgers.of(
        settings,
        List.of(SAMPLE.claims().get(0), Ledgers.with(claim, search, claim.strongest())),
        SAMPLE.models());
  }

  @Test
  void tightnessThatFellIsADifference() {
    assertThat(compare(tightness(0.98, SAMPLE.search())))
        .isEqualTo(
            """
              corollary-3-sharp: was left/right up to 0.999, is up to 0.980
                the search sees less than it did
            """);
    assertThat(compare(tightness(0.99, SAMPLE.search()))).isEmpty();
  }

  @Test
  void tightnessThatFellByASearchWithOtherSettingsIsTold() {
    Ledger ledger = tightness(0.9, SearchSettings.of(1, 50));

    assertThat(compare(ledger)).isEmpty();
    assertThat(notes(ledger))
        .containsExactly(
            "corollary-3-sharp: was left/right up to 0.999, is up to 0.900, by a search with other"
                + " settings");
  }

  @Test
  void tightnessThatRoseIsTold() {
    Ledger ledger = tightness(1.02, SAMPLE.search());

    assertThat(compare(ledger)).isEmpty();
    assertThat(notes(ledger))
        .containsExactly(
            "corollary-3-sharp: was left/right up to 0.999, is up to 1.020: the search sees more");
  }

  @Test
  void rowsOfAnotherNumberOfTokensAreOneDifference() {
    ModelEntry other =
        Ledgers.model(
            "mini", Ledgers.rows(Ledgers.PRINTED, 8, 5), Ledgers.rows(Ledgers.SHARP, 7, 7));

    assertThat(compare(Ledgers.of(SAMPLE.claims(), List.of(other))))
        .isEqualTo(
            """
              mini: was 40 rows, is 8 rows
                --tokens or the text is another than the baseline's: its claims are not compared
            """);
  }

  @Test
  void rowsOfSomeClaimsAreDifferencesOfTheirOwn() {
    ModelEntry other =
        Ledgers.model(
            "mini", Ledgers.rows(Ledgers.PRINTED, 40, 5), Ledgers.rows(Ledgers.SHARP, 39, 0));

    assertThat(compare(Ledgers.of(SAMPLE.claims(), List.of(other))))
        .startsWith("  corollary-3-sharp on mini: was 0 % of 40 rows violating")
        .doesNotContain("corollary-3-temperature");
  }

  @Test
  void fewerRowsAreADifference() {
    ModelEntry changed =
        Ledgers.model(
            "mini",
            Ledgers.rows(Ledgers.PRINTED, 40, 5),
            Ledgers.notApplicable(Ledgers.SHARP, "needs key vectors"));

    assertThat(compare(Ledgers.of(SAMPLE.claims(), List.of(changed))))
        .isEqualTo(
            "  corollary-3-sharp on mini: was 0 % of 40 rows violating, left/right up to 0.500, is"
                + " nothing\n");
  }

  @Test
  void theFileHasAnEntryALineAndNoneForClaimsWithoutRows() throws IOException {
    Path file = directory.resolve("baseline.json");
    ModelEntry model =
        Ledgers.model(
            "mini",
            Ledgers.rows(Ledgers.PRINTED, 3, 1),
            Ledgers.notApplicable(Ledgers.SHARP, "needs key vectors"));

    Baseline.of(Ledgers.of(SAMPLE.claims(), List.of(model))).write(file);

    assertThat(file)
        .hasContent(
            """
            {
              "schemaVersion" : 2,
              "search" : {
                "seed" : 1,
                "budget" : 100,
                "claims" : {
                  "corollary-3-temperature" : { "verdict" : "REFUTED", "ratio" : 2.0 },
                  "corollary-3-sharp" : { "verdict" : "SURVIVED", "ratio" : 0.9996 }
                }
              },
              "models" : {
                "mini" : {
                  "corollary-3-temperature" : { "rows" : 3, "violatingPercent" : 33.33, "ratio" : 1.75 }
                }
              },
              "recordings" : { }
            }
            """);
  }

  @Test
  void readsBackAsWritten() throws IOException {
    Path file = directory.resolve("new/baseline.json");

    BASELINE.write(file);

    assertThat(Baseline.read(file)).isEqualTo(BASELINE);
    assertThat(BASELINE.withModelsOf(Baseline.read(file))).isEqualTo(BASELINE);
    assertThat(Json.read(Json.printLines("{\n  a }"), String.class)).isEqualTo("{\n  a }");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | line 1: must be an object, is empty",
        "{ | Unexpected end-of-input",
        "[] | line 1: must be an object: []",
        "{\"schemaVersion\": 1, \"claims\": {}, \"models\": {}} | schemaVersion must be 2: 1; mvn verify -Dattention.accept writes it anew",
        "{\"models\": {}, \"recordings\": {}} | line 1: schemaVersion: missing",
        "{\"schemaVersion\": 2, \"models\": {}, \"recordings\": {}} | line 1: search: missing",
        "{\"schemaVersion\": 2, SEARCH, \"models\": {}} | line 1: recordings: missing",
        "{\"schemaVersion\": 2, SEARCH, \"recordings\": {}} | line 1: models: missing",
        "{\"schemaVersion\": 2, SEARCH, \"models\": {\"m\": null}, \"recordings\": {}} | line 1: models.m: must not be null",
        "{\"schemaVersion\": 2, \"search\": {\"seed\": 1, \"budget\": 1, \"claims\": {\"a\": null}}, \"models\": {}, \"recordings\": {}} | line 1: search.claims.a: must not be null",
        "{\"schemaVersion\": 2, \"search\": {\"seed\": 1, \"budget\": 1, \"claims\": {\"a\": {\"verdict\": \"REFUTED\", \"ratio\": \"NaN\"}}}, \"models\": {}, \"recordings\": {}} | ratio must be at least 0: NaN",
        "{\"schemaVersion\": 2, SEARCH, \"models\": {\"m\": {\"a\": {\"rows\": 1, \"violatingPercent\": \"NaN\", \"ratio\": 1}}}, \"recordings\": {}} | violatingPercent must be from 0 to 100: NaN",
        "{\"schemaVersion\": 2, SEARCH, \"models\": {\"m\": {\"a\": {\"rows\": 0, \"violatingPercent\": 0, \"ratio\": 1}}}, \"recordings\": {}} | rows must be at least 1: 0",
        "{\"schemaVersion\": 2, \"search\": {\"seed\": 1, \"budget\": 1, \"claims\": {\"a\": {\"verdict\": \"TRUE\", \"ratio\": 1}}}, \"models\": {}, \"recordings\": {}} | TRUE",
        "{\"schemaVersion\": 2, SEARCH, \"models\": {}, \"recordings\": {}, \"more\": 1} | more",
        "{\"schemaVersion\": 2, SEARCH, \"models\": {\"m\": {\"a\": {\"rows\": 1, \"ratio\": 1}}}, \"recordings\": {}} | models.m.a.violatingPercent: missing",
        "{\"schemaVersion\": 2, SEARCH, \"models\": {}, \"recordings\": {}} 1 | nothing may follow the object",
      })
  void badFilesAreToldInOneLine(String content, String problem) throws IOException {
    Path file = directory.resolve("baseline.json");
    Files.writeString(
        file,
        content.replace("SEARCH", "\"search\": {\"seed\": 1, \"budget\": 1, \"claims\": {}}"));

    assertThatIOException()
        .isThrownBy(() -> Baseline.read(file))
        .withMessageStartingWith(file + ": not a baseline: ")
        .withMessageContaining(problem)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }
}
