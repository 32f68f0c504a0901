package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.attentionlimits.reports.ledger.Baseline;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Entries;
import org.attentionlimits.reports.ledger.Json;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.Ledger.Environment;
import org.attentionlimits.reports.ledger.Ledger.SearchSettings;
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

  /** How a record of the program prints, which is no word of a file. */
  private static final String RECORD = "[A-Z][A-Za-z]+\\[[a-z][A-Za-z]*=";

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

  private void write(String text) {
    Mutations.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Exit code of a command that reads the file, and ends without the search that would follow: bad
   * input is told in one line, a departure as the command likes.
   *
   * @param rest what the command does with the file; what it throws ends as it does for all
   */
  private int end(String name, Callable<Integer> rest) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    int code = call(command.getSubcommands().get(name), rest);
    assertThat(code).isIn(Main.SUCCESS, Main.DEPARTED, Main.BAD_INPUT);
    if (code == Main.BAD_INPUT) {
      assertThat(err.toString()).startsWith("attention-limits " + name + ": " + file + ": ");
      assertThat(err.toString().lines()).hasSize(1);
      assertThat(err.toString()).doesNotContainPattern(RECORD);
    }
    ends.add(code);
    return code;
  }

  private static int call(CommandLine subcommand, Callable<Integer> rest) {
    try {
      return rest.call();
    } catch (Exception e) {
      return told(subcommand, e);
    }
  }

  private static int told(CommandLine subcommand, Exception e) {
    try {
      return subcommand
          .getExecutionExceptionHandler()
          .handleExecutionException(e, subcommand, null);
    } catch (Exception bug) {
      throw new AssertionError("a bug", bug);
    }
  }

  /** Ledgers of one claim each, of several types of instance. */
  private static List<String> ledgers() {
    Adversary adversary = new Adversary(1, 200);
    List<String> ledgers = new ArrayList<>();
    for (String id : List.of("corollary-3-temperature", "corollary-1-own", "head-coverage")) {
      ClaimEntry entry =
          withOneWitness(Entries.of(adversary.attack(Catalogue.named(id).orElseThrow())));
      ledgers.add(
          Json.print(
              Ledgers.of(
                  SearchSettings.of(1, 200),
                  List.of(entry),
                  List.of(Ledgers.model("mini", Ledgers.rows(entry.id(), 40, 5))))));
    }
    return ledgers;
  }

  /** The same without the strongest: its sides take milliseconds, as e to the 711th power does. */
  private static ClaimEntry withOneWitness(ClaimEntry entry) {
    return new ClaimEntry(
        entry.id(),
        entry.statement(),
        entry.verdict(),
        entry.reason(),
        entry.search(),
        entry.tightest(),
        entry.counterexample(),
        entry.counterexample(),
        entry.replacements(),
        entry.curve());
  }

  @Test
  void checkedLedgers() {
    Mutations.of(
        ledgers(),
        text -> {
          write(text);
          int code = end("check", () -> command.execute("check", file.toString()));
          assertThat(err.toString().isEmpty()).isEqualTo(code != Main.BAD_INPUT);
        });
    assertThat(ends).contains(Main.SUCCESS, Main.BAD_INPUT);
  }

  /** As verify reads a baseline before the search and settles it afterwards. */
  @Test
  void baselines() {
    PrintWriter printed = new PrintWriter(out);
    PrintWriter told = new PrintWriter(err);
    Mutations.of(
        List.of(Json.printLines(Baseline.of(SAMPLE))),
        text -> {
          write(text);
          int code =
              end(
                  "verify",
                  () ->
                      BaselineGate.open(file, false, false, "again").settle(SAMPLE, printed, told)
                          ? Main.SUCCESS
                          : Main.DEPARTED);
          assertThat(err.toString().isEmpty()).isEqualTo(code == Main.SUCCESS);
        });
    assertThat(ends).containsExactlyInAnyOrder(Main.SUCCESS, Main.DEPARTED, Main.BAD_INPUT);
  }

  /** As verify reads a table before the search and shows it afterwards. */
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
    int length = Page.of(EMPTY, Optional.of(table)).length();
    Mutations.of(
        List.of(Json.print(table)),
        text -> {
          write(text);
          end(
              "verify",
              () -> {
                String page = Page.of(EMPTY, Optional.of(PowerTable.read(file)));
                assertThat(page).hasSizeLessThan(2 * length);
                return Main.SUCCESS;
              });
        });
    assertThat(ends).containsExactlyInAnyOrder(Main.SUCCESS, Main.BAD_INPUT);
  }
}
