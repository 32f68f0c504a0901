package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.attentionlimits.reports.ledger.LedgerFile;
import org.attentionlimits.reports.testing.Ledgers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a run, written again from its ledger. */
class ReportTests {

  /** Files that tell the command by which they were written. */
  private static final List<String> REPLAYING = List.of("junit.xml", "summary.md");

  @TempDir private Path directory;

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        files.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  private static Run of(Object... words) {
    return Run.of(Stream.of(words).map(Object::toString).toArray(String[]::new));
  }

  @Test
  void theFilesAreThoseThatVerifyWrote() throws IOException {
    Path run = directory.resolve("run");
    Path again = directory.resolve("again");
    Run verify =
        Run.in(
            Map.of(),
            VerifyTests.FEW,
            "verify",
            "--no-model",
            "--budget=50",
            "--quiet",
            "--output=" + run);
    assertThat(verify.err()).isEmpty();
    assertThat(verify.out().lines()).hasSize(2).first().asString().startsWith("Of the ");

    Run report = of("report", run.resolve("ledger.json"), "--output", again);

    assertThat(report.err()).isEmpty();
    assertThat(report.code()).isZero();
    assertThat(report.out())
        .isEqualTo("Page: " + again.resolve("index.html") + System.lineSeparator());
    Map<String, String> written = files(run);
    assertThat(files(again).keySet()).isEqualTo(written.keySet());
    REPLAYING.forEach(written::remove);
    assertThat(files(again)).containsAllEntriesOf(written);
    assertThat(files(again).get("summary.md")).contains("Baseline: none was given");

    Run badges = of("badges", run.resolve("ledger.json"), "--output", directory.resolve("b"));

    assertThat(badges.code()).isZero();
    assertThat(files(directory.resolve("b/badges"))).isEqualTo(files(run.resolve("badges")));
  }

  /** The ledger that is read is among the files that are written. */
  @Test
  void aReportMayStandInTheDirectoryOfItsLedger() throws IOException {
    LedgerFile.write(Ledgers.sample(), directory);
    String before = Files.readString(directory.resolve("ledger.json"));

    Run run = of("report", directory.resolve("ledger.json"), "--output", directory);

    assertThat(run.err()).isEmpty();
    assertThat(directory.resolve("ledger.json")).hasContent(before);
    assertThat(files(directory).keySet())
        .containsAll(List.of("index.html", "results.tex", "citation.bib", "badges/model-mini.svg"));
  }

  @Test
  void aDirectoryWhereABadgeMustBeIsToldBeforeTheWork() throws IOException {
    LedgerFile.write(Ledgers.sample(), directory);
    Path inTheWay = Files.createDirectories(directory.resolve("out/badges/model-mini.svg"));

    for (String command : List.of("report", "badges")) {
      Run run = of(command, directory.resolve("ledger.json"), "--output", directory.resolve("out"));
      assertThat(run.err()).contains(inTheWay + ": must be a file").hasLineCount(1);
      assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
      assertThat(files(directory.resolve("out"))).isEmpty();
    }
  }
}
