package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.attentionlimits.empirical.io.Replacement;
import org.attentionlimits.empirical.model.Devices;
import org.attentionlimits.empirical.model.Gpt2;
import org.attentionlimits.empirical.model.Gpt2Attention;
import org.attentionlimits.empirical.model.Models;
import org.attentionlimits.empirical.tensor.EmbeddingSpace;
import org.attentionlimits.reports.cli.option.Checked;
import org.attentionlimits.reports.cli.option.DeviceOption;
import org.attentionlimits.reports.cli.option.InputOptions;
import org.attentionlimits.reports.cli.option.ModelOption;
import org.attentionlimits.reports.cli.option.OptionValues;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a model's attention to a file. */
@Command(
    name = "record",
    description = "Run a model on a text and write its attention to a safetensors file.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    showDefaultValues = true)
final class RecordCommand implements Callable<Integer>, Checked {

  private static final Pattern OF_A_MODEL = Pattern.compile("config\\.json|model[.-].*");

  @Spec private CommandSpec spec;

  @Mixin private ModelOption model = new ModelOption(Models.MINI);

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description = "The file to write; an existing one is replaced.")
  private Path output;

  @Mixin private InputOptions input;

  @Mixin private DeviceOption device;

  @Override
  public void check() {
    input.check(List.of(model.name()));
    device.check();
  }

  /** Rejects a file that the model is read from, or that it would be read from another time. */
  private void requireApartFromModel() throws IOException {
    Path target = Replacement.requireFile(output);
    Path parent = target.getParent();
    Optional<Path> directory = Models.directory(model.name());
    if (directory.isPresent()
        && Files.exists(parent)
        && Files.isSameFile(directory.get(), parent)
        && OF_A_MODEL.matcher(target.getFileName().toString()).matches()) {
      throw new IOException("--output must not be a file of --model: " + output);
    }
  }

  @Override
  public Integer call() throws IOException {
    check();
    for (Map.Entry<String, Path> file : input.files().entrySet()) {
      OptionValues.requireDifferent("--output", output, file.getKey(), file.getValue());
    }
    requireApartFromModel();
    Replacement.requireWritable(output);
    device.tellFallback(spec.commandLine().getErr());
    try (Gpt2 opened = device.open(model.name(), input.cache())) {
      Gpt2Attention attention = input.seenBy(opened, EmbeddingSpace.VALUES);
      String engine = Devices.description(opened.device());
      attention.record(output, Map.of("source", Main.NAME + " " + Version.text() + ", " + engine));
      PrintWriter out = spec.commandLine().getOut();
      out.println("Recorded: " + output);
      out.println(attention.description() + "; " + engine);
      out.flush();
    }
    return Main.SUCCESS;
  }
}
