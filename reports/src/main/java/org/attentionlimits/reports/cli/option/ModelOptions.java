package org.attentionlimits.reports.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attentionlimits.empirical.model.Gpt2;
import org.attentionlimits.empirical.model.Gpt2Attention;
import org.attentionlimits.empirical.model.Models;
import org.attentionlimits.empirical.tensor.EmbeddingSpace;
import org.attentionlimits.empirical.text.Text;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What checks and experiments on models have in common: text, device, embeddings. */
public final class ModelOptions {

  @Spec private CommandSpec spec;

  @Mixin private TextOptions text;

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
    text.check(models);
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
    if (text.file().isPresent()) {
      output.requireApart("--text", text.file().get());
    }
    if (text.cache().given().isPresent()) {
      output.requireApart("--cache", text.cache().given().get());
    }
    for (String model : models) {
      Optional<Path> directory = Models.directory(model);
      if (directory.isPresent()) {
        output.requireApart("--model", directory.get());
      }
    }
  }

  /** Opens a model by its name. */
  public Gpt2 model(String name) throws IOException {
    return device.open(name, text.cache());
  }

  /** A model on the text. */
  public Gpt2Attention attention(Gpt2 model) throws IOException {
    return text.seenBy(model, space());
  }

  /** The text, read or fetched when it is first asked for. */
  public Text text() throws IOException {
    return text.read();
  }

  private EmbeddingSpace space() {
    return OptionValues.choice("--embeddings", embeddings, List.of(EmbeddingSpace.values()));
  }
}
