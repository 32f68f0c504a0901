package org.attentionlimits.reports.cli.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.attentionlimits.empirical.io.DirectoryLock;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.reports.cli.option.OutputOption;
import org.attentionlimits.reports.export.Departures;
import org.attentionlimits.reports.instance.Shell;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.LedgerFile;
import org.attentionlimits.reports.ledger.PowerTable;
import org.attentionlimits.reports.page.Page;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a report again from its ledger. */
@Command(
    name = "report",
    description =
        "Write the page, the summary, the badges and the forms for other tools again from a"
            + " ledger.json, as verify writes them, without a search. Nothing is compared with a"
            + " baseline.",
    footer = {"", "Example: attention-limits report out/ledger.json --output again"},
    sortOptions = false,
    mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "LEDGER", description = "The file ledger.json of a run.")
  private Path file;

  @Mixin private OutputOption output = new OutputOption("attention-limits-report");

  @Option(
      names = "--power",
      paramLabel = "FILE",
      description = "Show the table of power of this file, as the command power writes it.")
  private Path power;

  @Override
  public Integer call() throws IOException {
    Ledger ledger = LedgerFile.read(file);
    ReportFiles.requireUsable(output, ids(ledger));
    Optional<PowerTable> table =
        power == null ? Optional.empty() : Optional.of(PowerTable.read(power));
    DirectoryLock lock = DirectoryLock.of(output.directory());
    try (lock) {
      ReportFiles.write(ledger, table, Departures.none(again()), output.directory());
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println("Page: " + Line.of(output.directory().resolve(Page.FILE).toString()));
    out.flush();
    return 0;
  }

  private static List<String> ids(Ledger ledger) {
    return ledger.claims().stream().map(ClaimEntry::id).toList();
  }

  private String again() {
    return "To write it again: "
        + Shell.line(List.of(spec.root().name(), spec.name(), file.toString()));
  }
}
