package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attentionlimits.empirical.model.Gpt2;
import org.attentionlimits.empirical.model.Gpt2Attention;
import org.attentionlimits.empirical.model.Gpt2Config;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.empirical.tensor.RecordedAttention;
import org.attentionlimits.empirical.text.ByteTokenizer;
import org.attentionlimits.empirical.text.Text;
import org.attentionlimits.empirical.text.Texts;

/** The models and recordings of a run, open and checked. */
final class Sources implements AutoCloseable {

  /** Something to be closed. */
  private interface Resource {
    void close() throws IOException;
  }

  private static final String MINI = "mini";

  private final List<AttentionSource> sources = new ArrayList<>();
  private final List<Resource> resources = new ArrayList<>();
  private final boolean useEngine;

  private Sources(boolean useEngine) {
    this.useEngine = useEngine;
  }

  /**
   * Opens models and recordings.
   *
   * @param models {@code mini}, or directories
   * @param recordings files
   * @param textFile that models run on; the embedded text if empty
   * @param tokens of the text
   * @throws IOException if a file cannot be read or is malformed
   * @throws IllegalArgumentException if the text is too short, or longer than a model can see, or
   *     two have the same name
   */
  static Sources open(
      List<String> models, List<Path> recordings, Optional<Path> textFile, int tokens)
      throws IOException {
    Sources opened = new Sources(!models.isEmpty());
    try {
      if (!models.isEmpty()) {
        Text text = textFile.isPresent() ? Texts.read(textFile.get()) : Texts.winterRoad();
        for (String model : models) {
          opened.addModel(model, text, tokens);
        }
      }
      for (Path recording : recordings) {
        RecordedAttention recorded = RecordedAttention.open(recording);
        opened.resources.add(recorded::close);
        opened.sources.add(recorded);
      }
      opened.requireDistinctNames();
      return opened;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private void addModel(String name, Text text, int tokens) throws IOException {
    Gpt2 model = name.equals(MINI) ? Gpt2.mini() : Gpt2.open(directory(name));
    resources.add(model::close);
    requireReadable(model, tokens);
    sources.add(new Gpt2Attention(model, text.name(), text.byteTokens(tokens)));
  }

  private static void requireReadable(Gpt2 model, int tokens) {
    Gpt2Config config = model.config();
    if (config.vocabulary() != ByteTokenizer.VOCABULARY) {
      throw new IllegalArgumentException(
          "tokens of model "
              + model.name()
              + " must be the "
              + ByteTokenizer.VOCABULARY
              + " bytes: it has "
              + config.vocabulary());
    }
    if (tokens > config.positions()) {
      throw new IllegalArgumentException(
          "--tokens must be at most the "
              + config.positions()
              + " positions of model "
              + model.name()
              + ": "
              + tokens);
    }
  }

  private static Path directory(String name) throws IOException {
    Path directory = Path.of(name);
    if (!Files.isDirectory(directory)) {
      throw new IOException(name + ": no such model, neither mini nor a directory");
    }
    return directory;
  }

  private void requireDistinctNames() {
    Set<String> names = new HashSet<>();
    for (AttentionSource source : sources) {
      if (!names.add(source.name())) {
        throw new IllegalArgumentException(
            "models and recordings must have different names: " + source.name());
      }
    }
  }

  List<AttentionSource> all() {
    return List.copyOf(sources);
  }

  /** Whether there is a model, which needs an engine to run. */
  boolean useEngine() {
    return useEngine;
  }

  @Override
  public void close() throws IOException {
    for (Resource resource : resources) {
      resource.close();
    }
  }
}
