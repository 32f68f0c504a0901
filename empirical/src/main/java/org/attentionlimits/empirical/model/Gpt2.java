package org.attentionlimits.empirical.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.empirical.tensor.Safetensors;
import org.attentionlimits.empirical.tensor.TensorFileException;
import org.attentionlimits.empirical.tensor.Tensors;

/**
 * A GPT-2 to run on token ids. Weights stay in their file; a run reads one layer's at a time and
 * frees them, and what the layer computed, before it reads the next.
 */
public final class Gpt2 implements AutoCloseable {

  private final String name;
  private final String origin;
  private final Gpt2Config config;
  private final Weights weights;
  private final Device device;
  private final boolean published;

  private Gpt2(String name, String origin, Gpt2Config config, Weights weights) {
    this(name, origin, config, weights, Device.cpu(), false);
  }

  private Gpt2(
      String name,
      String origin,
      Gpt2Config config,
      Weights weights,
      Device device,
      boolean published) {
    this.name = name;
    this.origin = origin;
    this.config = config;
    this.weights = weights;
    this.device = device;
    this.published = published;
  }

  /** This model, with the same open files, on a device; this one need not be closed then. */
  public Gpt2 on(Device where) {
    return new Gpt2(name, origin, config, weights, where, published);
  }

  /**
   * This model, with the same open files: its weights are those that were published, with one thing
   * more told of them.
   */
  Gpt2 asPublished(String note) {
    return new Gpt2(name, origin + "; " + note, config, weights, device, true);
  }

  /** This model, with the same open files and one thing more told of it. */
  Gpt2 noting(String note) {
    return new Gpt2(name, origin + "; " + note, config, weights, device, published);
  }

  /** This model, with the same open files, if its square matrices were stored transposed. */
  Gpt2 withTransposedOutputs() {
    Weights transposed = new TransposedOutputs(weights, config.width());
    return new Gpt2(name, origin, config, transposed, device, published);
  }

  /** Whether the weights are the published ones of GPT-2 124M, by their size and SHA-256. */
  public boolean isPublished() {
    return published;
  }

  /**
   * Opens a model in Hugging Face's layout: {@code config.json} and {@code model.safetensors}, or
   * the files that {@code model.safetensors.index.json} names, of F32, F16 or BF16 weights, before
   * whose names programs may have put {@code transformer.}, {@code _orig_mod.}, {@code module.} or
   * {@code model.}. An output matrix of its own, which attention does not need, is not looked at.
   *
   * @throws TensorFileException if a file is missing or malformed, or is not that of a GPT-2; every
   *     parameter's presence, shape and type is checked here
   */
  public static Gpt2 open(Path directory) throws IOException {
    Gpt2Config config = Gpt2Files.config(directory);
    return of(nameOf(directory), "", config, Gpt2Files.weights(directory));
  }

  /** A known model whose weights a hub has given. */
  static Gpt2 of(KnownModel model, String name, Hub.Weights weights) throws IOException {
    return of(name, "; " + weights.origin(), model.config(), Safetensors.open(weights.file()));
  }

  private static Gpt2 of(String name, String origin, Gpt2Config config, Tensors file)
      throws IOException {
    try {
      StoredWeights weights = new StoredWeights(file, config);
      return new Gpt2(name, origin + weights.note(), config, weights);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static String nameOf(Path directory) {
    return String.valueOf(directory.toAbsolutePath().normalize().getFileName());
  }

  /** The embedded byte-level model; {@link #miniCard()} describes it. */
  public static Gpt2 mini() throws IOException {
    return of(Models.MINI, "", Gpt2Files.miniConfig(), Gpt2Files.miniWeights());
  }

  /** The card of the embedded model, Markdown: its data, architecture, training and loss. */
  public static String miniCard() throws IOException {
    return Gpt2Files.miniCard();
  }

  /** An untrained model: matrices of mean 0 and deviation 0.02, gains one, biases zero. */
  public static Gpt2 random(Gpt2Config config, long seed) {
    return random("random-" + seed, config, seed);
  }

  /** The same under a name. */
  static Gpt2 random(String name, Gpt2Config config, long seed) {
    return new Gpt2(
        name, "; random weights of seed " + seed, config, new RandomWeights(config, seed));
  }

  /** What it was opened as, a directory's name, or {@code random-} and the seed. */
  public String name() {
    return name;
  }

  /** Where its weights come from, for messages. */
  String source() {
    return weights.source();
  }

  /** One line: name, shape, and where the weights come from. */
  public String description() {
    return String.format(
        Locale.ROOT,
        "%s (%s, width %d, %s, %s%s)",
        name,
        layersOfHeads(),
        config.width(),
        Line.counted(config.positions(), "position"),
        Line.counted(config.vocabulary(), "token id"),
        origin);
  }

  /** Layers and heads, for people: {@code 4 layers of 4 heads}. */
  String layersOfHeads() {
    return Line.counted(config.layers(), "layer") + " of " + Line.counted(config.heads(), "head");
  }

  /** The device that it runs on. */
  public Device device() {
    return device;
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
    requireIds(ids);
    try (NDManager manager = NDManager.newBaseManager(device)) {
      new Gpt2Run(config, weights, manager, ids).hidden(checked(sink));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Runs this model and another of its shape in step, and shows each layer's attention as both have
   * computed it.
   *
   * @throws IllegalArgumentException if the ids are not the model's, or too many
   * @throws IOException if the weights cannot be read, or a weight, logit or value is not finite
   */
  void captureWith(Gpt2 other, long[] ids, BiConsumer<LayerAttention, LayerAttention> sink)
      throws IOException {
    requireIds(ids);
    try (NDManager manager = NDManager.newBaseManager(device);
        NDManager others = NDManager.newBaseManager(other.device)) {
      Gpt2Run run = new Gpt2Run(other.config, other.weights, others, ids);
      NDArray[] state = {run.embedded()};
      Consumer<LayerAttention> pair =
          here -> {
            Consumer<LayerAttention> shown = other.checked(there -> sink.accept(here, there));
            state[0] = run.after(here.layer(), state[0], shown);
          };
      new Gpt2Run(config, weights, manager, ids).hidden(checked(pair));
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
   * Token embeddings without their positions, [L, D].
   *
   * @throws IllegalArgumentException if an id is not the model's
   * @throws IOException if the weights cannot be read or are not finite
   */
  public float[] tokenEmbeddings(long... ids) throws IOException {
    requireIds(ids);
    float[] table = weights.values(Gpt2Layout.TOKENS);
    int width = config.width();
    float[] rows = new float[ids.length * width];
    for (int i = 0; i < ids.length; i++) {
      System.arraycopy(table, (int) ids[i] * width, rows, i * width, width);
    }
    return rows;
  }

  /**
   * Logits of the token after each, flattened [L, V], by the token embedding as output matrix: of a
   * model whose file has another, they are not what it predicts.
   *
   * @param ids token ids, [L], L from 1 to the model's positions
   * @throws IllegalArgumentException on other ids
   * @throws IOException if the weights cannot be read or are not finite
   */
  public float[] predict(long... ids) throws IOException {
    requireIds(ids);
    try (NDManager manager = NDManager.newBaseManager(device)) {
      return new Gpt2Run(config, weights, manager, ids).predictions().toFloatArray();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Mean loss in nats per token: of {@code −ln p(id_{i+1} | id_0 … id_i)} over i, with the
   * predictions of {@link #predict}.
   *
   * @param ids token ids, [L + 1], L from 1 to the model's positions; the last is only predicted
   * @throws IllegalArgumentException on other ids
   * @throws IOException if the weights cannot be read or are not finite
   */
  public double meanLoss(long... ids) throws IOException {
    requireIds(ids, 2, config.positions() + 1);
    int length = ids.length - 1;
    try (NDManager manager = NDManager.newBaseManager(device)) {
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

  /**
   * Rejects token ids that the model cannot be run on.
   *
   * @throws IllegalArgumentException if one is not the model's, or there are none or too many
   */
  public void requireIds(long... ids) {
    requireIds(ids, 1, config.positions());
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
