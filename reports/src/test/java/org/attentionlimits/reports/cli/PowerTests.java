package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.attentionlimits.reports.ledger.PowerTable;
import org.attentionlimits.reports.page.Page;
import org.attentionlimits.theory.power.PowerSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PowerTests {

  @TempDir private Path directory;

  private Path file() {
    return directory.resolve(PowerTable.FILE);
  }

  /** Both commands in one process; the exit code is the worse of the two. */
  @Test
  void tooFewEvaluationsSeeTooLittleAndThePageShowsIt() throws IOException {
    String output = "--output=" + directory;
    Run run =
        Run.of(
            Stream.of(
                    List.of("power", "--budget=100", "--false-alarms=1", output, Main.THEN),
                    List.of("verify", "--no-model", "--budget=100", output, "--power=" + file()))
                .flatMap(List::stream)
                .toArray(String[]::new));
    PowerTable table = PowerTable.read(file());

    assertThat(run.err())
        .startsWith("attention-limits power: ")
        .contains(
            "refutes " + table.refuted() + " of " + table.claims().size() + " false claims,",
            ", less than 97 %",
            "wrong by 1 % or more, and missed: ")
        .hasLineCount(1);
    assertThat(run.code()).isEqualTo(Main.DEPARTED);
    assertThat(table.claims()).hasSameSizeAs(PowerSuite.claims());
    assertThat(table.refuted()).isBetween(20L, table.claims().size() - 20L);
    assertThat(table.falseAlarms().orElseThrow().alarms()).isEmpty();
    assertThat(run.out())
        .contains("at most 100 evaluations each: the adversary refutes " + table.refuted() + " (")
        .contains(" proven claims, 1 seed, ")
        .contains(": 0 false alarms");

    assertThat(Files.readString(directory.resolve(Page.FILE)))
        .contains("How much the search sees", "corollary-3-sharp-no-two", "not refuted");
  }

  @Test
  void helpNamesTheLimits() {
    assertThat(Run.of("power", "--help").out().replaceAll("\\s+", " "))
        .contains(
            "Exit codes:",
            "1 fewer than 97 % of the false claims are refuted, one that is wrong by 1 % or more is"
                + " missed, or a proven claim is refuted");
  }

  @Test
  void aRunOfARandomSeedTellsTheCommandThatRepeatsIt() throws IOException {
    Run run =
        Run.in(
            Map.of(),
            VerifyTests.FEW.subList(0, 1),
            "power",
            "--budget=1",
            "--seed=random",
            "--output=" + directory);

    assertThat(run.out())
        .contains(
            "To run it again: attention-limits power --budget=1 --output="
                + directory
                + " --seed="
                + PowerTable.read(file()).seed()
                + System.lineSeparator());
  }

  @Test
  void badInputOfOneCommandEndsThoseAfterIt() {
    Run run = Run.of("verify", "--no-model", "--power=" + file(), Main.THEN, "claims");
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aMissingTableIsToldBeforeTheSearch() {
    Run run = Run.of("verify", "--no-model", "--power=" + file());
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(run.err()).contains(file() + ": no such file");
  }

  @Test
  void aSearchBeginsWithTheBestOfTheOneBefore() throws IOException {
    Path memory = directory.resolve("search.tsv");
    String[] arguments = {
      "verify", "--no-model", "--budget=200", "--output=" + directory, "--memory=" + memory
    };
    assertThat(Run.in(Map.of(), VerifyTests.FEW, arguments).code()).isZero();
    String first = Files.readString(memory);
    assertThat(first).contains("corollary-3-sharp\t");

    assertThat(Run.in(Map.of(), VerifyTests.FEW, arguments).code()).isZero();
    assertThat(Files.readString(memory)).isNotEqualTo(first);
  }

  @Test
  void badNumbersAreTold() {
    assertThat(Run.of("power", "--budget=0").err())
        .contains("'--budget': must be an integer from 1");
    assertThat(Run.of("verify", "--no-model", "--minutes=-1").err())
        .contains("'--minutes': must be an integer from 0 to 2147483647: -1");
  }
}
