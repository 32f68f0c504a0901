package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.attentionlimits.empirical.model.Models;
import org.attentionlimits.reports.badge.Badges;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.Ledger.SearchSettings;
import org.attentionlimits.reports.ledger.LedgerFile;
import org.attentionlimits.reports.ledger.PowerTable;
import org.attentionlimits.reports.page.Page;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the referee and writes what it found. */
@Command(
    name = "verify",
    description =
        "Attack every claim, check it on every attention row of models and recordings, write"
            + " ledger.json, index.html and badges/, and compare the verdicts with a baseline.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    showDefaultValues = true,
    exitCodeOnExecutionException = Main.BUG)
final class VerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private OutputOption output = new OutputOption("attention-limits-report");

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Compare the verdicts with this file; a difference gives exit code 1.")
  private Path baseline;

  @Option(
      names = "--accept",
      arity = "0..1",
      paramLabel = "true|false",
      defaultValue = "false",
      fallbackValue = "true",
      description = "Write the baseline instead of comparing with it.")
  private boolean accept;

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
      description = "Go on with the search beyond the budget until about so many minutes are over.")
  private int minutes;

  @Option(
      names = "--memory",
      paramLabel = "FILE",
      description =
          "Begin the search with the best instances of earlier ones in this file, and keep the best"
              + " there.",
      showDefaultValue = Visibility.NEVER)
  private Path memory;

  @Option(
      names = "--model",
      paramLabel = "NAME|DIR",
      description =
          "A model to run: mini, embedded; gpt2, gpt2-medium, gpt2-large, gpt2-xl or distilgpt2,"
              + " downloaded, NAME@REVISION too; random:NAME or random:NAME:SEED; or a directory"
              + " with config.json and model.safetensors; repeatable. Default: mini.",
      showDefaultValue = Visibility.NEVER)
  private List<String> models = new ArrayList<>();

  @Option(names = "--no-model", description = "Run no model.")
  private boolean noModel;

  @Option(
      names = "--recorded",
      paramLabel = "FILE",
      description = "Recorded attention, safetensors; repeatable.",
      showDefaultValue = Visibility.NEVER)
  private List<Path> recorded = new ArrayList<>();

  @Mixin private ModelOptions options;

  @Override
  public Integer call() throws IOException {
    SearchSettings settings = search.settings();
    options.check();
    if (noModel) {
      Arguments.exclude(spec, "--no-model", List.of("--model"));
      Arguments.exclude(spec, "--no-model", options.names());
    }
    output.requireUsable();
    Optional<Expectation> expectation = expectation();
    Optional<PowerTable> table =
        power == null ? Optional.empty() : Optional.of(PowerTable.read(power));
    Referee referee = referee(settings);
    Ledger ledger;
    try (Sources sources = openSources()) {
      ledger = referee.run(sources.all(), sources.engine());
    }
    write(ledger, table);
    PrintWriter out = spec.commandLine().getOut();
    Summary.print(ledger, referee.searchTime(), out);
    out.println("Page: " + output.directory().resolve(Page.FILE));
    out.flush();
    return expectation.isEmpty() ? Main.SUCCESS : settle(expectation.get(), ledger);
  }

  private Referee referee(SearchSettings settings) {
    Arguments.requireAtLeast("--minutes", 0, minutes);
    Optional<Path> file = Optional.ofNullable(memory).filter(m -> !m.toString().isEmpty());
    return new Referee(settings, Duration.ofMinutes(minutes), file);
  }

  private Optional<Expectation> expectation() throws IOException {
    if (baseline == null) {
      if (accept) {
        throw new IllegalArgumentException("--accept needs --baseline, the file to write");
      }
      return Optional.empty();
    }
    return Optional.of(Expectation.open(baseline, accept, noModel));
  }

  private Sources openSources() throws IOException {
    List<String> names = models.isEmpty() && !noModel ? List.of(Models.MINI) : models;
    return Sources.open(names, recorded, options);
  }

  /** Removes the ledger first and writes it last: where it is, the files belong together. */
  private void write(Ledger ledger, Optional<PowerTable> table) throws IOException {
    String page = Page.of(ledger, table);
    LedgerFile.remove(output.directory());
    Badges.write(ledger, output.directory());
    Page.write(page, output.directory());
    LedgerFile.write(ledger, output.directory());
  }

  private int settle(Expectation expectation, Ledger ledger) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    return expectation.settle(ledger, out, err) ? Main.SUCCESS : Main.DEPARTED;
  }
}
