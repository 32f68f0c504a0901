package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.attentionlimits.empirical.text.Text;
import org.attentionlimits.empirical.text.Texts;
import org.attentionlimits.empirical.training.ModelCard;
import org.attentionlimits.empirical.training.ModelTraining;
import org.attentionlimits.empirical.training.TrainingData;
import org.attentionlimits.empirical.training.TrainingOptions;
import org.attentionlimits.empirical.training.TrainingOptions.Stage;
import org.attentionlimits.reports.cli.option.Bar;
import org.attentionlimits.reports.cli.option.Checked;
import org.attentionlimits.reports.cli.option.SeedOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a model of the shape of {@code mini}. */
@Command(
    name = "train",
    description =
        "Train a byte-level model of the shape of mini on a text, for verify --model. The whole"
            + " schedule takes about an hour on one idle core.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    showDefaultValues = true)
final class TrainCommand implements Callable<Integer>, Checked {

  @Spec private CommandSpec spec;

  @Option(
      names = "--text",
      paramLabel = "FILE",
      required = true,
      description = "What to train on; its last twentieth is kept for validation.")
  private Path text;

  @Option(
      names = "--title",
      paramLabel = "TITLE",
      description = "Work and edition, for the model's card. Default: the file's name.")
  private String title;

  @Option(
      names = "--licence",
      paramLabel = "TERMS",
      defaultValue = "not stated",
      description = "Terms of the text, for the model's card.")
  private String licence;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "A new or empty directory for the model.")
  private Path output;

  @Mixin private SeedOption seed = new SeedOption(20250817);

  @Option(
      names = "--steps",
      paramLabel = "FACTOR",
      defaultValue = "1",
      description = "Factor on the number of steps of each stage of the schedule.")
  private double factor;

  @Override
  public void check() {
    if (!(factor > 0 && factor <= 1)) {
      throw new IllegalArgumentException("--steps must be above 0 and at most 1: " + factor);
    }
  }

  @Override
  public Integer call() throws IOException {
    check();
    Text read = Texts.read(text);
    TrainingData data = new TrainingData(title == null ? read.name() : title, licence, read);
    TrainingOptions options = options();
    ModelCard card;
    try (Bar bar = new Bar("Training", options.steps())) {
      card =
          ModelTraining.run(
              data, ModelTraining.MINI, options, output, (step, steps, loss) -> bar.stepTo(step));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "Validation loss: %.4f nats per byte%n", card.validationLoss());
    Replay.ofDrawn(spec, seed.seed()).ifPresent(out::println);
    out.println("Model: " + output);
    out.flush();
    return Main.SUCCESS;
  }

  private TrainingOptions options() {
    TrainingOptions mini = TrainingOptions.mini();
    List<Stage> stages = mini.stages().stream().map(this::shortened).toList();
    return new TrainingOptions(
        seed.seed(),
        stages,
        mini.tokensPerStep(),
        mini.learningRate(),
        mini.warmUpSteps(),
        mini.gradientNorm(),
        mini.weightDecay());
  }

  private Stage shortened(Stage stage) {
    int steps = (int) Math.max(1, Math.round(factor * stage.steps()));
    return new Stage(steps, stage.length(), stage.shifted());
  }
}
