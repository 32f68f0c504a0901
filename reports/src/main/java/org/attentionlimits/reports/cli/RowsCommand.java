package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.attentionlimits.empirical.check.HeadTallies;
import org.attentionlimits.empirical.check.RowCheck;
import org.attentionlimits.empirical.check.RowTally;
import org.attentionlimits.empirical.download.Checksum;
import org.attentionlimits.empirical.download.Progress;
import org.attentionlimits.empirical.io.DirectoryLock;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.empirical.io.Replacement;
import org.attentionlimits.empirical.recording.RecordedAttention;
import org.attentionlimits.reports.cli.option.Bar;
import org.attentionlimits.reports.cli.option.Checked;
import org.attentionlimits.reports.cli.option.OptionValues;
import org.attentionlimits.reports.cli.option.OutputOption;
import org.attentionlimits.reports.export.Departures;
import org.attentionlimits.reports.ledger.Json;
import org.attentionlimits.reports.rows.RecordingFiles;
import org.attentionlimits.reports.rows.RowsEntry;
import org.attentionlimits.reports.rows.RowsFiles;
import org.attentionlimits.reports.rows.RowsGate;
import org.attentionlimits.reports.rows.RowsMarkdown;
import org.attentionlimits.reports.rows.RowsReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
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
            + " above each bound, and where the largest ratio is; write a page and badges, and compare with"
            + " a baseline.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RowsCommand implements Callable<Integer>, Checked {

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

  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "Compare checksums, rows, shares and ratios with this file; a difference gives exit code"
              + " 1.",
      showDefaultValue = Visibility.NEVER)
  private Path baseline;

  @Mixin private AcceptOption accept = new AcceptOption();

  @Override
  public void check() {
    accept.check(baseline);
  }

  @Override
  public Integer call() throws IOException {
    check();
    List<Path> recordings = RecordingFiles.of(files);
    checkTargets(recordings);
    Optional<RowsGate> gate =
        baseline == null
            ? Optional.empty()
            : Optional.of(RowsGate.open(baseline, accept.isAllowed()));
    List<RowsReport> reports = checkedAndWritten(recordings);
    PrintWriter out = spec.commandLine().getOut();
    reports.forEach(report -> report.print(out));
    if (output.isGiven()) {
      out.println("Page: " + Line.of(output.directory().resolve(RowsFiles.PAGE).toString()));
    }
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    boolean asExpected = gate.isEmpty() || gate.get().settle(reports, out, err);
    String replay = Replay.of(spec);
    Departures departures =
        gate.map(held -> held.departures(reports, replay)).orElseGet(() -> Departures.none(replay));
    String markdown = RowsMarkdown.of(reports, departures, Version.text());
    StepSummary.append(main.environment(), output, markdown, err);
    return asExpected ? Main.SUCCESS : Main.DEPARTED;
  }

  /** Rejects files that cannot be written, or that the command would read or write otherwise. */
  private void checkTargets(List<Path> recordings) throws IOException {
    Map<String, Path> targets = new LinkedHashMap<>();
    Optional.ofNullable(csv).ifPresent(file -> targets.put("--csv", file));
    Optional.ofNullable(json).ifPresent(file -> targets.put("--json", file));
    for (Path file : targets.values()) {
      Replacement.requireWritable(file);
    }
    Optional.ofNullable(baseline).ifPresent(file -> targets.put("--baseline", file));
    List<Map.Entry<String, Path>> used = new ArrayList<>();
    recordings.forEach(file -> used.add(Map.entry("FILE", file)));
    for (Map.Entry<String, Path> target : targets.entrySet()) {
      for (Map.Entry<String, Path> other : used) {
        OptionValues.requireDifferent(
            target.getKey(), target.getValue(), other.getKey(), other.getValue());
      }
      used.add(target);
    }
    if (output.isGiven()) {
      output.requireUsable(RowsFiles.names(recordings));
      for (Map.Entry<String, Path> file : used) {
        output.requireApart(file.getKey(), file.getValue());
      }
    }
  }

  /** Checks the rows and writes what is asked for, with the directory locked meanwhile. */
  private List<RowsReport> checkedAndWritten(List<Path> recordings) throws IOException {
    List<RowsReport> reports;
    if (output.isGiven()) {
      DirectoryLock lock = DirectoryLock.of(output.directory());
      try (lock) {
        reports = reports(recordings);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        RowsFiles.write(reports, today, Version.text(), output.directory());
      }
    } else {
      reports = reports(recordings);
    }
    if (csv != null) {
      Replacement.write(csv, RowsReport.csv(reports));
    }
    if (json != null) {
      Replacement.write(json, Json.print(reports.stream().map(RowsEntry::of).toList()));
    }
    return reports;
  }

  /** One bar for all files: a file is as long as its bytes. */
  private List<RowsReport> reports(List<Path> recordings) throws IOException {
    List<RowsReport> reports = new ArrayList<>();
    long all = recordings.stream().mapToLong(file -> file.toFile().length()).sum();
    try (Bar bar = new Bar("Rows", all)) {
      long before = 0;
      for (Path file : recordings) {
        long size = file.toFile().length();
        long start = before;
        reports.add(
            report(
                file,
                (done, heads) -> bar.stepTo(start + Math.round((double) size * done / heads))));
        before += size;
      }
    }
    return reports;
  }

  private RowsReport report(Path file, RowCheck.Listener listener) throws IOException {
    try (RecordedAttention recorded = RecordedAttention.open(file)) {
      List<HeadTallies> heads = new ArrayList<>();
      List<RowTally> tallies =
          new RowCheck(main.claims(), Referee.SELECTIONS).run(recorded, listener, heads::add);
      String digest = Checksum.ofFile(file, Progress.NONE).sha256().orElseThrow();
      return RowsReport.of(recorded, digest, tallies, heads);
    }
  }
}
