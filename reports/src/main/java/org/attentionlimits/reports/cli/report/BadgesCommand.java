package org.attentionlimits.reports.cli.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.attentionlimits.empirical.io.DirectoryLock;
import org.attentionlimits.empirical.io.FileSet;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.reports.badge.Badge;
import org.attentionlimits.reports.badge.Badges;
import org.attentionlimits.reports.cli.option.OutputOption;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.LedgerFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the badges of a ledger. */
@Command(
    name = "badges",
    description =
        "Write the badges of a ledger.json as verify writes them: of every claim, of every model and"
            + " of the paper's statements together, as pictures and as endpoints for shields.io.",
    footer = {"", "Example: attention-limits badges out/ledger.json --output site"},
    sortOptions = false,
    mixinStandardHelpOptions = true)
public final class BadgesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "LEDGER", description = "The file ledger.json of a run.")
  private Path file;

  @Mixin private OutputOption output = new OutputOption("attention-limits-report");

  @Override
  public Integer call() throws IOException {
    Ledger ledger = LedgerFile.read(file);
    List<String> claims = ledger.claims().stream().map(ClaimEntry::id).toList();
    output.requireUsable(Badges.files(claims));
    output.requireFilesIn(Badges.DIRECTORY, Badges.OF_MODELS, Badges.ENDINGS);
    Path directory = output.directory();
    DirectoryLock lock = DirectoryLock.of(directory);
    try (lock;
        FileSet files = FileSet.in(directory, Badges.files(Badge.OVERALL).get(0))) {
      Badges.removeEarlier(directory, files);
      Badges.write(ledger, files);
      files.finish();
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println("Badges: " + Line.of(directory.resolve(Badges.DIRECTORY).toString()));
    out.flush();
    return 0;
  }
}
