package org.attentionlimits.reports.cli;

import ai.djl.Device;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.empirical.download.Cache;
import org.attentionlimits.empirical.model.Devices;
import org.attentionlimits.empirical.model.Gpt2;
import org.attentionlimits.empirical.model.Gpt2Attention;
import org.attentionlimits.empirical.model.Hub;
import org.attentionlimits.empirical.model.Models;
import org.attentionlimits.empirical.tensor.EmbeddingSpace;
import org.attentionlimits.empirical.text.Text;
import org.attentionlimits.empirical.text.Texts;
import org.attentionlimits.empirical.text.Tokenizer;
import picocli.CommandLine.Option;

/** What commands that run models have in common: device, text, cache. */
final class ModelOptions {

  private static final String WAR_AND_PEACE = "war-and-peace";

  @Option(
      names = "--text",
      paramLabel = "FILE|war-and-peace",
      description =
          "The text that models run on; war-and-peace is fetched from Project Gutenberg."
              + " Default: an embedded one.")
  private String text;

  @Option(
      names = "--tokens",
      paramLabel = "N",
      defaultValue = "1024",
      description = "How many tokens of the text.")
  private int tokens;

  @Option(
      names = "--device",
      paramLabel = "cpu|gpu|gpu:K|auto",
      defaultValue = "cpu",
      description = "Where models run.")
  private String device;

  @Option(
      names = "--embeddings",
      paramLabel = "values|inputs|tokens",
      defaultValue = "values",
      description =
          "Embeddings of tokens: the head's values, the layer's inputs, or token embeddings.")
  private String embeddings;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Where downloads are kept. Default: ATTENTION_LIMITS_CACHE, or attention-limits in the"
              + " user's cache directory.")
  private Path cache;

  private Text read;

  /** Rejects what no model can be run with. */
  void check() {
    Arguments.requireAtLeast("--tokens", 1, tokens);
    space();
  }

  int tokens() {
    return tokens;
  }

  Device device() {
    return Devices.named(device);
  }

  /** Opens a model by its name. */
  Gpt2 model(String name) throws IOException {
    try (DownloadBar bar = new DownloadBar()) {
      return new Models(new Hub(hub(), cache(), bar), device()).open(name);
    }
  }

  /** The hub, or a mirror that the variable HF_ENDPOINT names. */
  private static URI hub() {
    String mirror = System.getenv().getOrDefault("HF_ENDPOINT", "");
    return mirror.isEmpty()
        ? Hub.ADDRESS
        : URI.create(mirror.endsWith("/") ? mirror : mirror + "/");
  }

  private Path cache() {
    return Optional.ofNullable(cache).orElseGet(Cache::directory);
  }

  /** A model on the text. */
  Gpt2Attention attention(Gpt2 model) throws IOException {
    Text source = text();
    if (tokens > model.config().positions()) {
      throw new IllegalArgumentException(
          "--tokens must be at most the "
              + model.config().positions()
              + " positions of model "
              + model.name()
              + ": "
              + tokens);
    }
    long[] ids = tokenizer(model).encode(source, tokens);
    return new Gpt2Attention(
        model, text == null ? source.name() : source.description(), space(), ids);
  }

  private static Tokenizer tokenizer(Gpt2 model) {
    try {
      return Tokenizer.ofVocabulary(model.config().vocabulary());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("model " + model.name() + ": " + e.getMessage(), e);
    }
  }

  /** The text, read or fetched when it is first asked for. */
  Text text() throws IOException {
    if (read == null) {
      read = readText();
    }
    return read;
  }

  private Text readText() throws IOException {
    if (text == null) {
      return Texts.winterRoad();
    }
    if (!text.equals(WAR_AND_PEACE)) {
      return Texts.read(Path.of(text));
    }
    try (DownloadBar bar = new DownloadBar()) {
      return Texts.warAndPeace(cache(), bar);
    }
  }

  private EmbeddingSpace space() {
    return Arguments.choice("--embeddings", embeddings, List.of(EmbeddingSpace.values()));
  }
}
