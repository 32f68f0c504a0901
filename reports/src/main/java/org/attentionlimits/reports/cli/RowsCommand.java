package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.attentionlimits.empirical.check.HeadTallies;
import org.attentionlimits.empirical.check.RowCheck;
import org.attentionlimits.empirical.check.RowTally;
import org.attentionlimits.empirical.download.Checksum;
import org.attentionlimits.empirical.io.Replacement;
import org.attentionlimits.empirical.recording.RecordedAttention;
import org.attentionlimits.reports.cli.option.Bar;
import org.attentionlimits.reports.cli.option.OptionValues;
import org.attentionlimits.reports.ledger.Json;
import org.attentionlimits.reports.rows.RowsEntry;
import org.attentionlimits.reports.rows.RowsReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Checks the claims on every row of recordings, without a search. */
@Command(
    name = "rows",
    description =
        "Check the claims on every row of recorded attention, without a search: how many rows are"
            + " above each bound, and where the largest ratio is.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeOnExecutionException = Main.BUG)
final class RowsCommand implements Callable<Integer> {

  private static final String ENDING = ".safetensors";

  @Spec private CommandSpec spec;

  @ParentCommand private Main main;

  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "1..*",
      description = "Recorded attention, safetensors; of a directory all such files.")
  private List<Path> files;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write one line for each claim and head.",
      showDefaultValue = Visibility.NEVER)
  private Path csv;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write what is printed as JSON.",
      showDefaultValue = Visibility.NEVER)
  private Path json;

  @Override
  public Integer call() throws IOException {
    checkTargets();
    PrintWriter out = spec.commandLine().getOut();
    List<RowsReport> reports = new ArrayList<>();
    for (Path file : recordings()) {
      RowsReport report = report(file);
      reports.add(report);
      out.println(report.description());
      out.println("SHA-256 " + report.digest());
      report.table().print(out);
      report.notes().forEach(out::println);
      out.println();
      out.flush();
    }
    if (csv != null) {
      Replacement.write(csv, RowsReport.csv(reports));
    }
    if (json != null) {
      Replacement.write(json, Json.print(reports.stream().map(RowsEntry::of).toList()));
    }
    return Main.SUCCESS;
  }

  /** Rejects files that cannot be written, or that the command would read or write otherwise. */
  private void checkTargets() throws IOException {
    Map<String, Path> targets = new LinkedHashMap<>();
    if (csv != null) {
      targets.put("--csv", csv);
    }
    if (json != null) {
      targets.put("--json", json);
    }
    for (Map.Entry<String, Path> target : targets.entrySet()) {
      Replacement.requireWritable(target.getValue());
      for (Path file : files) {
        OptionValues.requireDifferent(target.getKey(), target.getValue(), "FILE", file);
      }
    }
    if (targets.size() > 1) {
      OptionValues.requireDifferent("--csv", csv, "--json", json);
    }
  }

  /** The files that were named, and those of the directories that were, by their names. */
  private List<Path> recordings() throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path file : files) {
      if (Files.isDirectory(file)) {
        all.addAll(recordingsIn(file));
      } else {
        all.add(file);
      }
    }
    return all;
  }

  private static List<Path> recordingsIn(Path directory) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "*" + ENDING)) {
      entries.forEach(found::add);
    }
    if (found.isEmpty()) {
      throw new IOException(directory + ": there is no recording, no file *" + ENDING);
    }
    return found.stream().sorted().toList();
  }

  private RowsReport report(Path file) throws IOException {
    try (RecordedAttention recorded = RecordedAttention.open(file);
        Bar bar = new Bar(recorded.name(), recorded.heads())) {
      List<HeadTallies> heads = new ArrayList<>();
      List<RowTally> tallies =
          new RowCheck(main.claims(), Referee.SELECTIONS)
              .run(recorded, (done, all) -> bar.stepTo(done), heads::add);
      String digest = Checksum.ofFile(file, (what, done, all) -> {}).sha256().orElseThrow();
      return new RowsReport(recorded.name(), recorded.description(), digest, tallies, heads);
    }
  }
}
