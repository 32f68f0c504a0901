package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.attentionlimits.empirical.experiment.Checkpoint;
import org.attentionlimits.empirical.experiment.Experiment;
import org.attentionlimits.empirical.experiment.ExperimentResult;
import org.attentionlimits.empirical.experiment.ExperimentRun;
import org.attentionlimits.empirical.experiment.ExperimentRun.Outcome;
import org.attentionlimits.empirical.experiment.ExperimentRun.Timed;
import org.attentionlimits.empirical.experiment.PaperExperiments;
import org.attentionlimits.empirical.experiment.Visibility;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.reports.figure.Figure;
import org.attentionlimits.reports.ledger.DirectoryLock;
import org.attentionlimits.reports.ledger.ExperimentFiles;
import org.attentionlimits.reports.ledger.Experiments;
import org.attentionlimits.reports.ledger.Experiments.Cost;
import org.attentionlimits.reports.ledger.Experiments.Entry;
import org.attentionlimits.reports.ledger.Experiments.FindingEntry;
import org.attentionlimits.reports.ledger.Ledger.Environment;
import org.attentionlimits.reports.ledger.WholeFile;
import org.attentionlimits.reports.page.ExperimentFigures;
import org.attentionlimits.reports.page.ExperimentsPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Runs the paper's experiments on a model. */
@Command(
    name = "experiments",
    description =
        "Run the paper's experiments on a model and write their data, figures and verdicts. An"
            + " interrupted run goes on where it was when it is started again.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    showDefaultValues = true,
    exitCodeOnExecutionException = Main.BUG)
final class ExperimentsCommand implements Callable<Integer> {

  private static final String CHECKPOINT = "unfinished";
  private static final int SECONDS_PER_MINUTE = 60;

  /** Options that a recording leaves nothing to say. */
  private static final List<String> OF_MODELS =
      List.of("--model", "--text", "--tokens", "--device", "--embeddings");

  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      paramLabel = "NAME|DIR",
      defaultValue = "mini",
      description = "The model, as for verify.")
  private String model;

  @Option(
      names = "--recorded",
      paramLabel = "FILE",
      description = "Recorded attention instead of a model and its options.")
  private Path recorded;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = "attention-limits-experiments",
      description = "Where to write index.html, experiments.json, tables and figures.")
  private Path output;

  @Option(
      names = "--experiment",
      paramLabel = "ID",
      description = "Run only this one; repeatable. Default: all.")
  private List<String> chosen = new ArrayList<>();

  @Option(
      names = "--visible",
      paramLabel = "prefix|whole",
      defaultValue = "prefix",
      description = "Tokens that count for a query: its causal prefix, or the whole sequence.")
  private String visible;

  @Option(
      names = "--seed",
      paramLabel = "N|random",
      defaultValue = "20250817",
      converter = Seed.class,
      description = "Seed of random directions.")
  private long seed;

  @Mixin private ModelOptions options;

  @Override
  public Integer call() throws IOException {
    options.check();
    requireUsedOptions();
    List<String> models = recorded == null ? List.of(model) : List.of();
    List<Path> recordings = recorded == null ? List.of() : List.of(recorded);
    try (Sources sources = Sources.open(models, recordings, options)) {
      List<Experiment> experiments = experiments(sources.all().get(0));
      DirectoryLock lock = DirectoryLock.of(output);
      try (lock) {
        run(experiments, sources.all().get(0), sources.engine());
      }
    }
    return Main.SUCCESS;
  }

  private void requireUsedOptions() {
    ParseResult given = spec.commandLine().getParseResult();
    for (String option : OF_MODELS) {
      if (recorded != null && given.hasMatchedOption(option)) {
        throw new IllegalArgumentException("--recorded and " + option + " exclude each other");
      }
    }
  }

  private void run(List<Experiment> experiments, AttentionSource source, Optional<String> engine)
      throws IOException {
    Checkpoint checkpoint = Checkpoint.in(output.resolve(CHECKPOINT), Version.text());
    Outcome outcome;
    try (Bar bar = new Bar(source.name(), (long) source.heads() * experiments.size())) {
      outcome =
          new ExperimentRun(experiments, checkpoint).run(source, (steps, all) -> bar.stepTo(steps));
    }
    List<ExperimentResult> results = outcome.experiments().stream().map(Timed::result).toList();
    Experiments written =
        Experiments.of(Version.text(), source, outcome, Environment.current(engine));
    ExperimentFiles.removeNamed(output);
    String page = ExperimentsPage.of(written, draw(results));
    ExperimentFiles.write(written, results, output);
    ExperimentsPage.write(page, output);
    checkpoint.clear();
    print(written, spec.commandLine().getOut());
  }

  private List<Experiment> experiments(AttentionSource source) {
    List<Experiment> runnable = new ArrayList<>();
    for (Experiment experiment :
        PaperExperiments.named(chosen, source.length(), visibility(), seed)) {
      String obstacle = experiment.obstacle(source);
      if (obstacle.isEmpty()) {
        runnable.add(experiment);
      } else {
        spec.commandLine().getOut().println(experiment.paper().id() + ": not run, " + obstacle);
      }
    }
    if (runnable.isEmpty()) {
      throw new IllegalArgumentException("no experiment can be run on " + source.description());
    }
    return runnable;
  }

  private Visibility visibility() {
    return switch (visible) {
      case "prefix" -> Visibility.PREFIX;
      case "whole" -> Visibility.WHOLE;
      default ->
          throw new IllegalArgumentException("--visible must be prefix or whole: " + visible);
    };
  }

  /** Writes the figures; their markup by experiment. */
  private Map<String, String> draw(List<ExperimentResult> results) throws IOException {
    Map<String, String> figures = new LinkedHashMap<>();
    for (ExperimentResult result : results) {
      Optional<Figure> figure = ExperimentFigures.of(result);
      if (figure.isPresent()) {
        String id = result.paper().id();
        String svg = figure.get().svg();
        if (Figure.canBeDrawn()) {
          WholeFile.write(output.resolve(id).resolve(id + ".svg"), svg);
        }
        figures.put(id, svg);
      }
    }
    return figures;
  }

  private void print(Experiments written, PrintWriter out) {
    out.println(written.description());
    Table findings = new Table(4, "finding", "verdict", "measured", "paper");
    for (Entry entry : written.experiments()) {
      for (FindingEntry finding : entry.findings()) {
        findings.row(finding.id(), finding.verdict().name(), finding.measured(), finding.paper());
      }
    }
    findings.print(out);
    out.println();
    Table costs = new Table(1, "experiment", "seconds", "processor seconds", "paper's seconds");
    costs.row("forward pass", seconds(written.costs().source()), "", "");
    costs.row("digests of heads", seconds(written.costs().digests()), "", "");
    for (Cost cost : written.costs().experiments()) {
      costs.row(
          cost.label(written.heads()),
          seconds(cost.seconds()),
          seconds(cost.processorSeconds()),
          cost.paperSeconds().isPresent() ? seconds(cost.paperSeconds().getAsDouble()) : "");
    }
    costs.print(out);
    out.println();
    out.println("Page: " + output.resolve(ExperimentsPage.FILE));
    out.flush();
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, seconds < SECONDS_PER_MINUTE ? "%.1f" : "%.0f", seconds);
  }
}
