package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.attentionlimits.reports.ledger.Baseline;
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
  private static final Ledger EMPTY = Ledgers.of(List.of(), List.of());

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Set<Object> ends = new HashSet<>();
  private CommandLine command;
  private Path file;

  @BeforeEach
  void place() throws IOException {
    file = Files.createFile(directory.resolve("file"));
    command =
        Main.commandLine(new PrintWriter(out), new PrintWriter(err), Map.of(), Catalogue.claims());
  }

  /** Over what was there: some file systems flush a file that was emptied before. */
  private void write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes));
      channel.truncate(bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Exit code of a command, which tells bad input, and nothing else, in one line. */
  private int execute(String... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    int code = command.execute(words);
    assertThat(code).isIn(Main.SUCCESS, Main.DEPARTED, Main.BAD_INPUT);
    assertThat(err.toString().lines()).hasSize(code == Main.BAD_INPUT ? 1 : 0);
    return code;
  }

  /** Whether verify reads the file; the directory in the memory's place ends it before a search. */
  private boolean verifyReads(String option) {
    int code =
        execute(
            "verify",
            "--no-model",
            "--output=" + directory.resolve("report"),
            option + "=" + file,
            "--memory=" + directory);
    assertThat(code).isEqualTo(Main.BAD_INPUT);
    boolean refused = err.toString().startsWith("attention-limits verify: " + file + ": ");
    if (!refused) {
      assertThat(err.toString()).startsWith("attention-limits verify: " + directory + ": ");
    }
    ends.add(refused);
    return !refused;
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
    Mutations.of(
        ledgers(),
        text -> {
          write(text);
          ends.add(execute("check", file.toString()));
        });
    assertThat(ends).contains(Main.SUCCESS, Main.BAD_INPUT);
  }

  @Test
  void baselines() {
    Mutations.of(
        List.of(Json.printLines(Baseline.of(SAMPLE))),
        text -> {
          write(text);
          if (verifyReads("--baseline")) {
            settle();
          }
        });
    assertThat(ends).containsExactlyInAnyOrder(true, false);
  }

  /** As verify does it after the search: a departure is told, and nothing else. */
  private void settle() {
    err.getBuffer().setLength(0);
    PrintWriter told = new PrintWriter(err);
    try {
      boolean asExpected =
          Expectation.open(file, false, false, "again").settle(SAMPLE, new PrintWriter(out), told);
      assertThat(err.toString().isEmpty()).isEqualTo(asExpected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    String page = Page.of(EMPTY, Optional.of(table));
    Mutations.of(
        List.of(Json.print(table)),
        text -> {
          write(text);
          if (verifyReads("--power")) {
            assertThat(page(file)).hasSizeLessThan(2 * page.length());
          }
        });
    assertThat(ends).containsExactlyInAnyOrder(true, false);
  }

  private static String page(Path table) {
    try {
      return Page.of(EMPTY, Optional.of(PowerTable.read(table)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
