package org.attentionlimits.empirical.tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Attention recorded in a safetensors file: {@code input_ids} [L] I64, {@code logits} [layers,
 * heads, L, L] the unscaled q·k of query (row) and key (column), {@code weights} [layers, heads, L,
 * L] their causal softmax at the temperature. Logits above the diagonal are not looked at.
 *
 * <p>Metadata, all optional: {@code temperature} (8 if absent, √64), {@code causal} ({@code true}),
 * {@code model}, {@code prompt}, {@code source}.
 */
public final class RecordedAttention implements AttentionSource, AutoCloseable {

  private static final String IDS = "input_ids";
  private static final String LOGITS = "logits";
  private static final String WEIGHTS = "weights";

  /** Temperature of GPT-2's heads, √64. */
  private static final int LONGEST_PROMPT = 80;

  private static final double DEFAULT_TEMPERATURE = 8;

  private final Safetensors file;
  private final String name;
  private final int layers;
  private final int headsPerLayer;
  private final int length;
  private final double temperature;
  private final double weightError;

  private RecordedAttention(Safetensors file, String name) throws IOException {
    this.file = file;
    this.name = name;
    List<Long> shape = file.info(LOGITS).shape();
    if (shape.size() != 4 || shape.stream().anyMatch(dimension -> dimension == 0)) {
      throw problem("tensor logits: shape must be [layers, heads, L, L]: " + shape);
    }
    long tokens = shape.get(3);
    if (tokens > HeadAttention.MAX_LENGTH) {
      throw problem("tensor logits: L must be at most " + HeadAttention.MAX_LENGTH + ": " + tokens);
    }
    file.info(LOGITS, List.of(shape.get(0), shape.get(1), tokens, tokens));
    file.info(WEIGHTS, shape);
    file.info(IDS, List.of(tokens));
    this.layers = Math.toIntExact(shape.get(0));
    this.headsPerLayer = Math.toIntExact(shape.get(1));
    this.length = (int) tokens;
    this.temperature = readTemperature();
    file.longs(IDS);
    this.weightError = check();
  }

  /**
   * Opens a recording and checks all of it: shapes, finite numbers, rows of weights that sum to one
   * and are the causal softmax of the logits, both within {@link AttentionCheck#TOLERANCE}.
   *
   * @throws TensorFileException if it is not such a file
   */
  public static RecordedAttention open(Path path) throws IOException {
    Safetensors file = Safetensors.open(path);
    try {
      return new RecordedAttention(file, path.getFileName().toString());
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private TensorFileException problem(String text) {
    return new TensorFileException(file.source(), text);
  }

  private double readTemperature() throws TensorFileException {
    Map<String, String> metadata = file.metadata();
    String causal = metadata.getOrDefault("causal", "true");
    if (!causal.equals("true")) {
      throw problem("metadata: causal must be true: " + causal);
    }
    String text = metadata.getOrDefault("temperature", Double.toString(DEFAULT_TEMPERATURE));
    try {
      double value = Double.parseDouble(text);
      if (value > 0 && value < Double.POSITIVE_INFINITY) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw problem("metadata: temperature must be positive and finite: " + text);
  }

  private double check() throws IOException {
    double largest = 0;
    for (int index = 0; index < heads(); index++) {
      HeadAttention attention = read(index);
      largest = Math.max(largest, AttentionCheck.requireConsistent(file.source(), attention));
    }
    return largest;
  }

  private HeadAttention read(int index) throws IOException {
    int size = length * length;
    long first = (long) index * size;
    return new HeadAttention(
        index / headsPerLayer,
        index % headsPerLayer,
        length,
        temperature,
        file.floats(LOGITS, first, size),
        file.floats(WEIGHTS, first, size));
  }

  /** The largest difference seen between a stored weight and the softmax of the stored logits. */
  public double weightError() {
    return weightError;
  }

  /** Softmax temperature of every head. */
  public double temperature() {
    return temperature;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    Map<String, String> metadata = file.metadata();
    String of = Optional.ofNullable(metadata.get("model")).orElse("a model");
    String on =
        Optional.ofNullable(metadata.get("prompt"))
            .map(p -> " on “" + shortened(p) + "”")
            .orElse("");
    return String.format(
        Locale.ROOT,
        "%s%s, recorded in %s: %d layers of %d heads, %d tokens",
        of,
        on,
        name,
        layers,
        headsPerLayer,
        length);
  }

  @Override
  public int heads() {
    return layers * headsPerLayer;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public boolean hasVectors() {
    return false;
  }

  @Override
  public void forEachHead(Consumer<HeadAttention> sink) throws IOException {
    for (int index = 0; index < heads(); index++) {
      sink.accept(read(index));
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** A prompt on one line, cut off where it is long. */
  private static String shortened(String prompt) {
    String line = prompt.strip().replaceAll("\\s+", " ");
    return line.length() > LONGEST_PROMPT ? line.substring(0, LONGEST_PROMPT) + "…" : line;
  }
}
