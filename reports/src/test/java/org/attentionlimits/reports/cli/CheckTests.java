package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.reports.ledger.ClaimEntry.SearchEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.Ledger.SearchSettings;
import org.attentionlimits.reports.ledger.LedgerFile;
import org.attentionlimits.reports.testing.Ledgers;
import org.attentionlimits.reports.testing.Searched;
import org.attentionlimits.theory.claim.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTests {

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void place() {
    file = directory.resolve(LedgerFile.LEDGER);
  }

  private Run check() {
    return Run.of("check", file.toString());
  }

  private static Ledger searched() {
    return Ledgers.of(SearchSettings.of(1, 200), Searched.claims(), List.of());
  }

  @Test
  void everyCounterexampleOfARunReproduces() throws IOException {
    LedgerFile.write(searched(), directory);
    long witnesses = searched().claims().stream().mapToLong(c -> c.witnesses().size()).sum();

    Run run = check();

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(witnesses).isPositive();
    assertThat(run.out())
        .contains("corollary-3-temperature at logits = (0, 0), T = 1")
        .contains("left at least 0.5, right at most 0.25: violated, certified")
        .contains(Line.counted(witnesses, "counterexample") + ", " + witnesses + " reproduced");
  }

  @Test
  void whatRestsOnTheSearchAloneIsCounted() throws IOException {
    LedgerFile.write(searched(), directory);
    long survived = count(Verdict.SURVIVED);
    long undecided = count(Verdict.UNDECIDED);

    assertThat(survived).isGreaterThan(1);
    assertThat(check().out())
        .endsWith(
            "Not searched again: "
                + Line.counted(survived, "claim")
                + " that survived, "
                + undecided
                + " undecided"
                + System.lineSeparator());
  }

  private static long count(Verdict verdict) {
    return searched().claims().stream().filter(claim -> claim.verdict() == verdict).count();
  }

  @Test
  void whatViolatesNothingIsFoundOut() throws IOException {
    String text = sample();
    int counterexample = text.indexOf("\"counterexample\"");
    Files.writeString(
        file,
        text.substring(0, counterexample)
            + text.substring(counterexample).replaceFirst("0, 0", "0, 100"));

    Run run = check();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("corollary-3-temperature at logits = (0, 100), T = 1")
        .contains("right 0.25: not violated, but its text shows another instance");
    assertThat(run.out().lines().filter(line -> line.contains(": violated"))).isNotEmpty();
  }

  @Test
  void otherBoundsAreFoundOut() throws IOException {
    Files.writeString(file, sample().replace("\"0.25\"", "\"0.2\""));

    Run run = check();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains(": violated, certified, but the bounds that stand there do not hold")
        .contains("1 counterexample, 0 reproduced");
  }

  /** A ledger with the counterexample (0, 1E-300) at T = 0.1, and its true bounds at T = 1. */
  private static String sample() {
    return org.attentionlimits.reports.ledger.Json.print(
            Ledgers.of(List.of(Ledgers.claim(Ledgers.PRINTED, Verdict.REFUTED)), List.of()))
        .replace("1E-300", "0")
        .replace("\"temperature\" : 0.1", "\"temperature\" : 1")
        .replace("T = 0.1", "T = 1");
  }

  @Test
  void nothingRefutedIsNothingToCheck() throws IOException {
    LedgerFile.write(
        Ledgers.of(
            List.of(
                Ledgers.with(
                    Ledgers.claim(Ledgers.SHARP, Verdict.SURVIVED),
                    new SearchEntry(100, 1, 2, false, 1),
                    Optional.empty())),
            List.of()),
        directory);

    assertThat(check().code()).isZero();
    assertThat(check().out()).contains("0 counterexamples, 0 reproduced");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'corollary-3-temperature' | 'nonsense' | nonsense: no such claim in the catalogue",
        "'[ 0, 0 ]' | '[ 0, \"x\" ]' | corollary-3-temperature: logits 1: must be a number",
        "'\"LogitRow\"' | '\"Row\"' | corollary-3-temperature: instances must be of LogitRow: Row",
        "'\"temperature\" : 1' | '\"temperature\" : -1' | temperature must be positive",
        "'\"schemaVersion\" : 5' | '\"schemaVersion\" : 2' | schemaVersion must be 5: 2; mvn verify writes",
        "'\"claims\"' | '\"clams\"' | not a ledger: line ",
        "'{' | '[' | not a ledger: line 2: "
      })
  void malformedLedgersAreToldInOneLine(String part, String wrong, String problem)
      throws IOException {
    assertThat(sample()).contains(part);
    Files.writeString(file, sample().replace(part, wrong));

    Run run = check();

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("attention-limits check: " + file + ": ").contains(problem);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.out()).isEmpty();
  }
}
