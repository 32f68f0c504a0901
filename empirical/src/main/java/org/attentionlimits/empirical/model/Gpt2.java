package org.attentionlimits.empirical.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.attentionlimits.empirical.tensor.Safetensors;
import org.attentionlimits.empirical.tensor.TensorFileException;

/**
 * A GPT-2 to run on token ids. Weights stay in their file; a run reads one layer's at a time and
 * frees them, and what the layer computed, before it reads the next.
 */
public final class Gpt2 implements AutoCloseable {

  private static final String CONFIG = "config.json";
  private static final String WEIGHTS = "model.safetensors";
  private static final String MINI = "mini";

  private final String name;
  private final Gpt2Config config;
  private final Weights weights;

  private Gpt2(String name, Gpt2Config config, Weights weights) {
    this.name = name;
    this.config = config;
    this.weights = weights;
  }

  /**
   * Opens a model in Hugging Face's layout: {@code config.json} and {@code model.safetensors} of
   * F32, F16 or BF16 weights, whose names may begin with {@code transformer.}.
   *
   * @throws TensorFileException if a file is missing or malformed, or is not that of a GPT-2; every
   *     parameter's presence, shape and type is checked here
   */
  public static Gpt2 open(Path directory) throws IOException {
    Gpt2Config config = readConfig(directory.resolve(CONFIG));
    Safetensors file = Safetensors.open(directory.resolve(WEIGHTS));
    try {
      return new Gpt2(nameOf(directory), config, new StoredWeights(file, config));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static String nameOf(Path directory) {
    return String.valueOf(directory.toAbsolutePath().normalize().getFileName());
  }

  private static Gpt2Config readConfig(Path path) throws IOException {
    byte[] json;
    try {
      json = Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw new TensorFileException(path.toString(), "no such file", e);
    } catch (IOException e) {
      throw new TensorFileException(path.toString(), "cannot be read: " + e.getMessage(), e);
    }
    return Gpt2Config.parse(path.toString(), new String(json, StandardCharsets.UTF_8));
  }

  /** The embedded byte-level model; {@link #miniCard()} describes it. */
  public static Gpt2 mini() throws IOException {
    String json = new String(resource(CONFIG), StandardCharsets.UTF_8);
    Gpt2Config config = Gpt2Config.parse(MINI + "/" + CONFIG, json);
    Safetensors file = Safetensors.of(MINI + "/" + WEIGHTS, resource(WEIGHTS));
    return new Gpt2(MINI, config, new StoredWeights(file, config));
  }

  /** The card of the embedded model, Markdown: its data, architecture, training and loss. */
  public static String miniCard() throws IOException {
    return new String(resource("model-card.md"), StandardCharsets.UTF_8);
  }

  private static byte[] resource(String file) throws IOException {
    try (var in = Gpt2.class.getResourceAsStream(MINI + "/" + file)) {
      if (in == null) {
        throw new TensorFileException(MINI + "/" + file, "embedded file is missing");
      }
      return in.readAllBytes();
    }
  }

  /** An untrained model: matrices N(0, 0.02²), gains one, biases zero. */
  public static Gpt2 random(Gpt2Config config, long seed) {
    return new Gpt2("random-" + seed, config, new RandomWeights(config, seed));
  }

  /** The directory's name, {@code mini}, or {@code random-} and the seed. */
  public String name() {
    return name;
  }

  /** One line: name and shape. */
  public String description() {
    return String.format(
        Locale.ROOT,
        "%s (%d layers of %d heads, width %d, %d positions, %d token ids)",
        name,
        config.layers(),
        config.heads(),
        config.width(),
        config.positions(),
        config.vocabulary());
  }

  /** The model's shape. */
  public Gpt2Config config() {
    return config;
  }

  /**
   * Runs the model and shows each layer's attention, B = 1, from the first to the last. The arrays
   * are freed when the sink returns: copy what is to be kept.
   *
   * @param ids token ids, [L], L from 1 to the model's positions
   * @throws IllegalArgumentException on other ids
   * @throws IOException if the weights cannot be read, or a weight, logit or value is not finite
   */
  public void capture(long[] ids, Consumer<LayerAttention> sink) throws IOException {
    requireIds(ids, 1, config.positions());
    try (NDManager manager = NDManager.newBaseManager()) {
      new Gpt2Run(config, weights, manager, ids).hidden(checked(sink));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Consumer<LayerAttention> checked(Consumer<LayerAttention> sink) {
    return attention -> {
      try {
        FiniteCheck.require(weights.source(), attention);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      sink.accept(attention);
    };
  }

  /**
   * Logits of the token after each, flattened [L, V].
   *
   * @param ids token ids, [L], L from 1 to the model's positions
   * @throws IllegalArgumentException on other ids
   * @throws IOException if the weights cannot be read or are not finite
   */
  public float[] predict(long... ids) throws IOException {
    requireIds(ids, 1, config.positions());
    try (NDManager manager = NDManager.newBaseManager()) {
      return new Gpt2Run(config, weights, manager, ids).predictions().toFloatArray();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Mean loss in nats per token: of {@code −ln p(id_{i+1} | id_0 … id_i)} over i.
   *
   * @param ids token ids, [L + 1], L from 1 to the model's positions; the last is only predicted
   * @throws IllegalArgumentException on other ids
   * @throws IOException if the weights cannot be read or are not finite
   */
  public double meanLoss(long... ids) throws IOException {
    requireIds(ids, 2, config.positions() + 1);
    int length = ids.length - 1;
    try (NDManager manager = NDManager.newBaseManager()) {
      long[] inputs = LongStream.of(ids).limit(length).toArray();
      long[] targets = LongStream.of(ids).skip(1).toArray();
      Gpt2Run run = new Gpt2Run(config, weights, manager, inputs);
      NDArray logProbabilities = run.predictions().logSoftmax(-1);
      NDArray index = manager.create(targets, new Shape(1, length, 1));
      float[] ofTargets = logProbabilities.gather(index, -1).toFloatArray();
      double sum = 0;
      for (float logProbability : ofTargets) {
        sum -= logProbability;
      }
      return sum / length;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void requireIds(long[] ids, int least, int most) {
    if (ids.length < least || ids.length > most) {
      throw new IllegalArgumentException(
          "number of tokens must be from " + least + " to " + most + ": " + ids.length);
    }
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] < 0 || ids[i] >= config.vocabulary()) {
        throw new IllegalArgumentException(
            "token id at " + i + " must be from 0 to " + (config.vocabulary() - 1) + ": " + ids[i]);
      }
    }
  }

  @Override
  public void close() throws IOException {
    weights.close();
  }
}
