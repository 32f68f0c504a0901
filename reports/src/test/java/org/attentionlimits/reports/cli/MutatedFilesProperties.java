package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.attentionlimits.reports.ledger.Baseline;
import org.attentionlimits.reports.ledger.BaselineCheck;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Entries;
import org.attentionlimits.reports.ledger.Json;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.Ledger.Environment;
import org.attentionlimits.reports.ledger.PowerTable;
import org.attentionlimits.reports.page.Page;
import org.attentionlimits.reports.testing.Ledgers;
import org.attentionlimits.reports.testing.Mutations;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.search.Adversary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Whatever a file holds, a command that reads it ends with success, with a departure, or with bad
 * input in one line. The searches that would follow are left out.
 */
class MutatedFilesProperties {

  private static final Ledger SAMPLE = Ledgers.sample();

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void place() {
    file = directory.resolve("file");
  }

  private void write(String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ledgers of one claim each, of several types of instance. */
  private static List<String> ledgers() {
    Adversary adversary = new Adversary(1, 200);
    List<String> ledgers = new ArrayList<>();
    for (String id : List.of("corollary-3-temperature", "corollary-1-own", "head-coverage")) {
      ClaimEntry entry = Entries.of(adversary.attack(Catalogue.named(id).orElseThrow()));
      ledgers.add(
          Json.print(
              Ledgers.of(
                  List.of(entry),
                  List.of(Ledgers.model("mini", Ledgers.rows(entry.id(), 40, 5))))));
    }
    return ledgers;
  }

  @Test
  void checkedLedgers() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Main.commandLine(new PrintWriter(out), new PrintWriter(err), Map.of(), Catalogue.claims());
    Mutations.of(
        ledgers(),
        text -> {
          write(text);
          out.getBuffer().setLength(0);
          err.getBuffer().setLength(0);
          int code = command.execute("check", file.toString());
          assertThat(code).isIn(0, 1, 2);
          assertThat(err.toString().lines()).hasSize(code == 2 ? 1 : 0);
        });
  }

  @Test
  void baselines() {
    Baseline baseline = Baseline.of(SAMPLE);
    Mutations.of(
        List.of(Json.printLines(baseline)),
        text -> {
          write(text);
          read(() -> BaselineCheck.compare(Baseline.read(file), SAMPLE, false))
              .ifPresent(c -> c.differences().forEach(d -> assertThat(d.text()).isNotEmpty()));
        });
  }

  @Test
  void tablesOfPower() throws IOException {
    PowerTable table =
        new PowerTable(
            PowerTable.SCHEMA_VERSION,
            "0",
            1,
            100,
            List.of(
                new PowerTable.Entry(
                    "a",
                    "b",
                    "no two",
                    OptionalDouble.of(0.5),
                    OptionalLong.empty(),
                    OptionalLong.of(12),
                    Verdict.REFUTED,
                    new BigDecimal("0.25"),
                    Optional.of("logits = (0, 0), T = 1"))),
            Optional.of(new PowerTable.FalseAlarmsEntry(List.of("c"), 1, 100, 100, List.of())),
            Environment.current(Optional.empty()));
    String page = Page.of(SAMPLE, Optional.of(table));
    Mutations.of(
        List.of(Json.print(table)),
        text -> {
          write(text);
          read(() -> Page.of(SAMPLE, Optional.of(PowerTable.read(file))))
              .ifPresent(shown -> assertThat(shown).hasSizeLessThan(2 * page.length()));
        });
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read() throws IOException;
  }

  /** What is read, or nothing if that is told in a line with the file's name. */
  private <T> Optional<T> read(Reader<T> reader) {
    try {
      return Optional.of(reader.read());
    } catch (IOException e) {
      assertThat(e.getMessage()).startsWith(file + ": ");
      return Optional.empty();
    }
  }
}
