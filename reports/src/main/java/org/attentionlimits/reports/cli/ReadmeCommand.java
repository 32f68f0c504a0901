package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.attentionlimits.reports.cli.option.Checked;
import org.attentionlimits.reports.cli.option.SearchOptions;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.LedgerFile;
import org.attentionlimits.reports.summary.Excerpt;
import org.attentionlimits.reports.summary.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds the README's excerpt of the summary against a ledger, or writes it anew. */
@Command(
    name = "readme",
    description =
        "Compare the excerpt between the comments verify:begin and verify:end of a Markdown file"
            + " with what a run of verify printed about the paper's statements. A run with other"
            + " settings than the usual ones is not compared.",
    mixinStandardHelpOptions = true)
final class ReadmeCommand implements Callable<Integer>, Checked {

  private static final String EXCERPT = "verify";

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "The Markdown file.")
  private Path file;

  @Parameters(index = "1", paramLabel = "LEDGER", description = "The file ledger.json of a run.")
  private Path ledgerFile;

  @Mixin private AcceptOption accept = new AcceptOption();

  @Override
  public void check() {
    accept.isAllowed();
  }

  @Override
  public Integer call() throws IOException {
    boolean writes = accept.isAllowed();
    Ledger ledger = LedgerFile.read(ledgerFile);
    Excerpt excerpt = Excerpt.of(file, EXCERPT);
    if (!SearchOptions.areUsual(ledger.search())) {
      return say("not compared, the run had other settings than the usual ones");
    }
    String printed = Summary.ofPaper(ledger);
    if (excerpt.shows(printed)) {
      return say("as printed");
    }
    if (writes) {
      excerpt.write(printed);
      return say("written");
    }
    PrintWriter err = spec.commandLine().getErr();
    err.println(file + ": the excerpt " + EXCERPT + " " + excerpt.difference(printed));
    err.println("Update it with --accept (in the build: mvn verify -Dattention.accept).");
    err.flush();
    return Main.DEPARTED;
  }

  private int say(String what) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Excerpt of " + file + ": " + what);
    out.flush();
    return Main.SUCCESS;
  }
}
