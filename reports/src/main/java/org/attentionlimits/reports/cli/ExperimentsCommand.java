package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.attentionlimits.empirical.experiment.Experiment;
import org.attentionlimits.empirical.experiment.ExperimentResult;
import org.attentionlimits.empirical.experiment.run.Checkpoint;
import org.attentionlimits.empirical.experiment.run.ExperimentRun;
import org.attentionlimits.empirical.experiment.run.ExperimentRun.Outcome;
import org.attentionlimits.empirical.experiment.run.ExperimentRun.Timed;
import org.attentionlimits.empirical.experiment.suite.PaperExperiments;
import org.attentionlimits.empirical.io.DirectoryLock;
import org.attentionlimits.empirical.io.FileSet;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.empirical.kernel.Visibility;
import org.attentionlimits.empirical.model.Models;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.reports.cli.option.Bar;
import org.attentionlimits.reports.cli.option.Checked;
import org.attentionlimits.reports.cli.option.ModelOption;
import org.attentionlimits.reports.cli.option.ModelOptions;
import org.attentionlimits.reports.cli.option.OptionValues;
import org.attentionlimits.reports.cli.option.OutputOption;
import org.attentionlimits.reports.cli.option.QuietOption;
import org.attentionlimits.reports.cli.option.SeedOption;
import org.attentionlimits.reports.figure.Figure;
import org.attentionlimits.reports.ledger.ExperimentFiles;
import org.attentionlimits.reports.ledger.Experiments;
import org.attentionlimits.reports.ledger.Ledger.Environment;
import org.attentionlimits.reports.page.ExperimentFigures;
import org.attentionlimits.reports.page.ExperimentsPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the paper's experiments on a model. */
@Command(
    name = "experiments",
    aliases = "experiment",
    description =
        "Run the paper's experiments on a model and write data, figures and verdicts as"
            + " experiments.html, experiments.json and tables. An interrupted run goes on where it was when it is started again.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    showDefaultValues = true)
final class ExperimentsCommand implements Callable<Integer>, Checked {

  private static final String ALL = "all";

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "ID",
      description = "Run only these, or all. Default: all.",
      showDefaultValue = Help.Visibility.NEVER)
  private List<String> named = new ArrayList<>();

  @Mixin private ModelOption model = new ModelOption(Models.MINI);

  @Option(
      names = "--recorded",
      paramLabel = "FILE",
      description = "Recorded attention instead of a model and its options.")
  private Path recorded;

  @Mixin private OutputOption output = new OutputOption("attention-limits-experiments");

  @Option(
      names = "--experiment",
      paramLabel = "ID",
      description = "The same as ID; repeatable.",
      showDefaultValue = Help.Visibility.NEVER)
  private List<String> chosen = new ArrayList<>();

  @Option(
      names = "--visible",
      paramLabel = "prefix|whole",
      defaultValue = "prefix",
      description = "Tokens that count for a query: its causal prefix, or the whole sequence.")
  private String visible;

  @Mixin private SeedOption seed = new SeedOption(20250817);

  @Mixin private ModelOptions options;

  @Mixin private QuietOption quiet;

  @Override
  public void check() {
    options.check(models());
    visibility();
    PaperExperiments.requireKnown(chosen());
    if (recorded != null) {
      OptionValues.exclude(spec, "--recorded", List.of("--model"));
      OptionValues.exclude(spec, "--recorded", options.names());
    }
  }

  @Override
  public Integer call() throws IOException {
    check();
    List<String> models = models();
    checkFiles(models);
    if (!models.isEmpty()) {
      options.tellFallback(spec.commandLine().getErr());
    }
    List<Path> recordings = recorded == null ? List.of() : List.of(recorded);
    try (Sources sources = Sources.open(models, false, recordings, options)) {
      requireHeads(sources.all().get(0));
      List<Experiment<?>> experiments = experiments(sources.all().get(0));
      DirectoryLock lock = DirectoryLock.of(output.directory());
      try (lock) {
        run(experiments, sources.all().get(0), sources.engine());
      }
    }
    return Main.SUCCESS;
  }

  /** The experiments to run; none of all. */
  private List<String> chosen() {
    boolean all = named.contains(ALL) || chosen.contains(ALL);
    return all ? List.of() : Stream.concat(named.stream(), chosen.stream()).distinct().toList();
  }

  private List<String> models() {
    return recorded == null ? List.of(model.name()) : List.of();
  }

  /** Rejects files that the run would replace for another purpose. */
  private void checkFiles(List<String> models) throws IOException {
    output.requireUsable(List.of(ExperimentFiles.RESULTS, ExperimentsPage.FILE));
    OutputOption.requireDirectory(output.directory().resolve(OutputOption.CHECKPOINT));
    for (String id : PaperExperiments.ids()) {
      if (chosen().isEmpty() || chosen().contains(id)) {
        output.requireFilesIn(id, ExperimentFiles.ENDINGS);
      }
    }
    options.requireApart(output, models);
    if (recorded != null) {
      output.requireApart("--recorded", recorded);
    }
  }

  private static void requireHeads(AttentionSource source) {
    source
        .withoutHeads()
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(
                  "experiments need causal heads with logits; " + source.name() + ": " + reason);
            });
  }

  private void run(List<Experiment<?>> experiments, AttentionSource source, Optional<String> engine)
      throws IOException {
    Checkpoint checkpoint =
        Checkpoint.in(output.directory().resolve(OutputOption.CHECKPOINT), Version.text());
    Outcome outcome;
    try (Bar bar = new Bar(source.name(), (long) source.heads() * experiments.size())) {
      outcome =
          new ExperimentRun(experiments, checkpoint).run(source, (steps, all) -> bar.stepTo(steps));
    }
    List<ExperimentResult> results = outcome.experiments().stream().map(Timed::result).toList();
    Experiments written =
        Experiments.of(Version.text(), source, outcome, Environment.current(engine));
    write(written, results);
    checkpoint.clear();
    PrintWriter out = spec.commandLine().getOut();
    if (quiet.isGiven()) {
      out.println(written.description());
    } else {
      ExperimentsSummary.print(written, out);
    }
    Replay.ofDrawn(spec, seed.seed()).ifPresent(out::println);
    out.println("Page: " + Line.of(output.directory().resolve(ExperimentsPage.FILE).toString()));
    out.flush();
  }

  private List<Experiment<?>> experiments(AttentionSource source) {
    List<Experiment<?>> runnable = new ArrayList<>();
    for (Experiment<?> experiment :
        PaperExperiments.named(chosen(), source.length(), visibility(), seed.seed())) {
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
    return OptionValues.choice("--visible", visible, List.of(Visibility.values()));
  }

  private void write(Experiments written, List<ExperimentResult> results) throws IOException {
    try (FileSet files = FileSet.in(output.directory(), ExperimentFiles.RESULTS)) {
      ExperimentFiles.removeNamed(output.directory(), files);
      ExperimentsPage.write(ExperimentsPage.of(written, draw(results, files)), files);
      ExperimentFiles.write(written, results, files);
      files.finish();
    }
  }

  /** Adds the figures to the files; their markup by experiment. */
  private static Map<String, String> draw(List<ExperimentResult> results, FileSet files)
      throws IOException {
    Map<String, String> figures = new LinkedHashMap<>();
    for (ExperimentResult result : results) {
      Optional<Figure> figure = ExperimentFigures.of(result);
      if (figure.isPresent()) {
        String id = result.paper().id();
        String svg = figure.get().svg();
        if (Figure.canBeDrawn()) {
          files.write(ExperimentFiles.figureFile(id), svg);
        }
        figures.put(id, svg);
      }
    }
    return figures;
  }
}
