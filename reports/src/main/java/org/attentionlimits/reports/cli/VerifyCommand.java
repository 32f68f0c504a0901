package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.attentionlimits.empirical.io.DirectoryLock;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.empirical.model.Models;
import org.attentionlimits.reports.cli.option.Checked;
import org.attentionlimits.reports.cli.option.MemoryOption;
import org.attentionlimits.reports.cli.option.ModelName;
import org.attentionlimits.reports.cli.option.ModelOptions;
import org.attentionlimits.reports.cli.option.OptionValues;
import org.attentionlimits.reports.cli.option.OutputOption;
import org.attentionlimits.reports.cli.option.QuietOption;
import org.attentionlimits.reports.cli.option.SearchOptions;
import org.attentionlimits.reports.cli.option.Whole;
import org.attentionlimits.reports.cli.report.ReportFiles;
import org.attentionlimits.reports.export.Departures;
import org.attentionlimits.reports.export.LedgerMarkdown;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.Ledger.SearchSettings;
import org.attentionlimits.reports.ledger.PowerTable;
import org.attentionlimits.reports.memory.MemoryFile;
import org.attentionlimits.reports.page.Page;
import org.attentionlimits.reports.summary.Summary;
import org.attentionlimits.theory.catalogue.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs the referee and writes what it found. */
@Command(
    name = "verify",
    description =
        "Attack every claim, check it on every attention row of models and recordings, write"
            + " ledger.json, index.html, summary.txt, badges/ and forms for other tools, and compare"
            + " them with a baseline.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    showDefaultValues = true)
final class VerifyCommand implements Callable<Integer>, Checked {

  private static final double MILLIS = 1000;

  @Spec private CommandSpec spec;

  @ParentCommand private Main main;

  @Mixin private OutputOption output = new OutputOption("attention-limits-report");

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "Compare verdicts, ratios and rows with this file; a difference gives exit code 1.")
  private Path baseline;

  @Mixin private AcceptOption accept = new AcceptOption();

  @Mixin private SearchOptions search;

  @Option(
      names = "--power",
      paramLabel = "FILE",
      description = "Show the table of power of this file, as the command power writes it.",
      showDefaultValue = Visibility.NEVER)
  private Path power;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "0",
      converter = Whole.Count.class,
      description =
          "Go on with the search beyond the budget until about so many minutes are over; another"
              + " run may then find something else.")
  private int minutes;

  @Mixin private MemoryOption memory = new MemoryOption();

  @Option(
      names = "--model",
      paramLabel = "NAME|DIR",
      converter = ModelName.class,
      description =
          "A model to run: mini, embedded; gpt2, gpt2-medium, gpt2-large, gpt2-xl or distilgpt2,"
              + " downloaded, NAME@REVISION too; random:NAME or random:NAME:SEED; or a directory"
              + " with config.json and model.safetensors; repeatable. Default: mini.",
      showDefaultValue = Visibility.NEVER)
  private List<String> models = new ArrayList<>();

  @Option(
      names = "--no-model",
      description =
          "Run no model, and leave out the attention of real models that others published.")
  private boolean noModel;

  @Option(
      names = "--recorded",
      paramLabel = "FILE",
      description = "Recorded attention, safetensors; repeatable.",
      showDefaultValue = Visibility.NEVER)
  private List<Path> recorded = new ArrayList<>();

  @Mixin private ModelOptions options;

  @Mixin private QuietOption quiet;

  @Override
  public void check() {
    options.check(names());
    if (noModel) {
      OptionValues.exclude(spec, "--no-model", List.of("--model"));
      OptionValues.exclude(spec, "--no-model", options.names());
    }
    accept.check(baseline);
  }

  /** Rejects files that the run would replace for another purpose. */
  private void checkFiles() throws IOException {
    ReportFiles.requireUsable(
        output, main.claims().stream().<String>map(claim -> claim.id()).toList());
    options.requireApart(output, models);
    if (baseline != null) {
      output.requireApart("--baseline", baseline);
    }
    if (memory.file().isPresent()) {
      checkMemory(memory.file().get());
    }
    if (power != null && !power.endsWith(PowerTable.FILE)) {
      output.requireApart("--power", power);
    }
    for (Path file : recorded) {
      output.requireApart("--recorded", file);
    }
  }

  private void checkMemory(Path file) throws IOException {
    output.requireApart(MemoryOption.NAME, file);
    if (baseline != null) {
      OptionValues.requireDifferent(MemoryOption.NAME, file, "--baseline", baseline);
    }
  }

  @Override
  public Integer call() throws IOException {
    check();
    checkFiles();
    SearchSettings settings = settings();
    Optional<BaselineGate> expectation = expectation();
    Optional<PowerTable> table =
        power == null ? Optional.empty() : Optional.of(PowerTable.read(power));
    Optional<MemoryFile> remembered = memory.open(this::isKnown);
    Referee referee = new Referee(settings, remembered, main.claims());
    Ledger ledger;
    Departures departures;
    try (Sources sources = openSources()) {
      DirectoryLock lock = DirectoryLock.of(output.directory());
      try (lock) {
        ledger = referee.run(sources.all(), sources.engine());
        departures = departures(ledger, expectation);
        ReportFiles.write(ledger, table, departures, output.directory());
      }
    }
    boolean asExpected = tell(ledger, referee.searchTime(), expectation, departures);
    if (remembered.isPresent()) {
      remembered.get().requireSaved();
    }
    return asExpected ? Main.SUCCESS : Main.DEPARTED;
  }

  /** Prints what was found and compares it; false if it departs from the baseline. */
  private boolean tell(
      Ledger ledger, Duration searchTime, Optional<BaselineGate> expectation, Departures departures)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (quiet.isGiven()) {
      out.println(ledger.paper().text());
    } else {
      out.print(Summary.of(ledger));
      out.println();
      out.println(effort(ledger, searchTime));
    }
    Replay.ofDrawn(spec, ledger.search().seed()).ifPresent(out::println);
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    boolean asExpected = expectation.isEmpty() || expectation.get().settle(ledger, out, err);
    out.println("Page: " + Line.of(output.directory().resolve(Page.FILE).toString()));
    out.flush();
    StepSummary.append(main.environment(), output, LedgerMarkdown.of(ledger, departures), err);
    return asExpected;
  }

  private Departures departures(Ledger ledger, Optional<BaselineGate> expectation) {
    return expectation
        .map(gate -> gate.departures(ledger))
        .orElseGet(() -> Departures.none(Replay.of(spec, ledger.search().seed())));
  }

  private boolean isKnown(String id) {
    return Catalogue.named(id).isPresent()
        || main.claims().stream().anyMatch(claim -> claim.id().equals(id));
  }

  private SearchSettings settings() {
    SearchSettings usual = search.settings();
    return new SearchSettings(usual.seed(), usual.budget(), minutes, memory.file().isPresent());
  }

  private static String effort(Ledger ledger, Duration searchTime) {
    return String.format(
        Locale.ROOT,
        "Search: %s in %.1f s",
        Line.counted(
            ledger.claims().stream().mapToLong(claim -> claim.search().tries()).sum(),
            "try",
            "tries"),
        searchTime.toMillis() / MILLIS);
  }

  private Optional<BaselineGate> expectation() throws IOException {
    if (baseline == null) {
      return Optional.empty();
    }
    String replay = Replay.of(spec, search.settings().seed());
    return Optional.of(BaselineGate.open(baseline, accept.isAllowed(), noModel, replay));
  }

  private Sources openSources() throws IOException {
    if (!noModel) {
      options.tellFallback(spec.commandLine().getErr());
    }
    return Sources.open(names(), !noModel, recorded, options);
  }

  private List<String> names() {
    return models.isEmpty() && !noModel ? List.of(Models.MINI) : models;
  }
}
