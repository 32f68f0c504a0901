package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.empirical.model.Hub.Weights;
import org.attentionlimits.empirical.model.KnownModel;
import org.attentionlimits.reports.cli.option.CacheOption;
import org.attentionlimits.reports.cli.option.Checked;
import org.attentionlimits.reports.cli.option.DownloadBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Downloads the weights of a model. */
@Command(
    name = "fetch",
    description =
        "Download the weights of a model into the cache, unless they are there, and check them. A"
            + " later run with --model needs no network. HF_ENDPOINT names a mirror of the hub.",
    footer = {"", "Example: attention-limits fetch gpt2"},
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class FetchCommand implements Callable<Integer>, Checked {

  @Spec private CommandSpec spec;

  @ParentCommand private Main main;

  @Parameters(
      paramLabel = "MODEL",
      description =
          "gpt2, gpt2-medium, gpt2-large, gpt2-xl or distilgpt2, or one with its revision,"
              + " NAME@REVISION.")
  private String name;

  @Mixin private CacheOption cache;

  @Override
  public void check() {
    model();
  }

  @Override
  public Integer call() throws IOException {
    check();
    Weights weights;
    try (DownloadBar bar = new DownloadBar()) {
      weights = cache.hub(main.environment(), bar).weights(model(), revision());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(Line.of(weights.origin()));
    out.println("Weights: " + Line.of(weights.file().toString()));
    out.flush();
    return Main.SUCCESS;
  }

  private KnownModel model() {
    return KnownModel.named(name.replaceFirst("@.*", ""))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "model to download must be "
                        + Line.alternatives(
                            Arrays.stream(KnownModel.values()).map(KnownModel::id).toList())
                        + ": "
                        + name));
  }

  private Optional<String> revision() {
    int at = name.indexOf('@');
    return at < 0 ? Optional.empty() : Optional.of(name.substring(at + 1));
  }
}
