package org.attentionlimits.reports.cli.option;

import ai.djl.Device;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.attentionlimits.empirical.model.Gpt2;
import org.attentionlimits.empirical.model.Gpt2Attention;
import org.attentionlimits.empirical.model.Models;
import org.attentionlimits.empirical.tensor.EmbeddingSpace;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What checks and experiments on models have in common: text, device, embeddings. */
public final class ModelOptions {

  @Spec private CommandSpec spec;

  @Mixin private InputOptions input;

  @Mixin private DeviceOption device;

  @Option(
      names = "--embeddings",
      paramLabel = "values|inputs|tokens",
      defaultValue = "values",
      description =
          "Embeddings of tokens: the head's values, the layer's inputs, or token embeddings.")
  private String embeddings;

  /**
   * Rejects what the models cannot be run with, as far as their names tell.
   *
   * @param models their names
   */
  public void check(List<String> models) {
    input.check(models);
    device.check();
    space();
  }

  /** Names of the options, which have nothing to say where no model is run. */
  public Set<String> names() {
    return spec.optionsMap().keySet();
  }

  /**
   * Rejects what models are read from, where it is a file or a directory that runs write into the
   * output.
   *
   * @param models their names
   */
  public void requireApart(OutputOption output, List<String> models) throws IOException {
    for (Map.Entry<String, Path> file : input.files().entrySet()) {
      output.requireApart(file.getKey(), file.getValue());
    }
    if (input.cache().given().isPresent()) {
      output.requireApart("--cache", input.cache().given().get());
    }
    for (String model : models) {
      Optional<Path> directory = Models.directory(model);
      if (directory.isPresent()) {
        output.requireApart("--model", directory.get());
      }
    }
  }

  /** Tells, in one line, why models run on the CPU where a GPU was to be used if there is one. */
  public void tellFallback(PrintWriter out) {
    device.tellFallback(out);
  }

  /** Opens a model by its name. */
  public Gpt2 model(String name) throws IOException {
    return device.open(name, input.cache());
  }

  /** A model on the text or the ids; one that runs on a GPU, on the CPU too. */
  public List<Gpt2Attention> attention(Gpt2 model) throws IOException {
    Gpt2Attention here = input.seenBy(model, space());
    return model.device().isGpu() ? here.besideThatOn(Device.cpu()) : List.of(here);
  }

  /** Reads or fetches the text or the ids. */
  public void read() throws IOException {
    input.read();
  }

  private EmbeddingSpace space() {
    return OptionValues.choice("--embeddings", embeddings, List.of(EmbeddingSpace.values()));
  }
}
