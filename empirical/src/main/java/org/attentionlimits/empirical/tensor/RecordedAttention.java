package org.attentionlimits.empirical.tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.empirical.io.PlainNumber;

/**
 * Attention recorded in a safetensors file. Of each head, in a tensor {@code layer.L.head.H.KIND}
 * of its own or stacked in one tensor {@code KIND} [layers, heads, …]: {@code logits} [L, L], the
 * unscaled q·k of query (row) and key (column); {@code weights} [L, L], their causal softmax at the
 * temperature; and, all or none, {@code query}, {@code key} and {@code value} [L, d]. Elements are
 * F32, F16 or BF16. Logits above the diagonal are not looked at. {@code input_ids} [L] I64 may be
 * left out.
 *
 * <p>Metadata, all optional: {@code temperature} (if absent √d, or 8 without vectors), {@code
 * causal} ({@code true}), {@code model}, {@code prompt}, {@code source}.
 */
public final class RecordedAttention implements AttentionSource, AutoCloseable {

  private static final String IDS = "input_ids";

  /** Temperature of GPT-2's heads, √64. */
  private static final double DEFAULT_TEMPERATURE = 8;

  private static final int LONGEST_TEXT = 120;

  private final Safetensors file;
  private final String name;
  private final RecordedArrays arrays;
  private final double temperature;
  private final long[] ids;
  private final double weightError;
  private String note = "";

  private RecordedAttention(Safetensors file, String name) throws IOException {
    this.file = file;
    this.name = name;
    this.arrays = new RecordedArrays(file);
    this.temperature = readTemperature();
    this.ids = readIds();
    this.weightError = check();
  }

  /**
   * Opens a recording and checks all of it: shapes, finite numbers, rows of weights that sum to one
   * and are the causal softmax of the logits, and logits that are q·k, within what {@link
   * AttentionCheck} allows.
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
    double usual = arrays.hasVectors() ? Math.sqrt(arrays.dimension()) : DEFAULT_TEMPERATURE;
    String text = metadata.getOrDefault("temperature", Double.toString(usual));
    try {
      double value = PlainNumber.of(text);
      if (value > 0 && value < Double.POSITIVE_INFINITY) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw problem("metadata: temperature must be positive and finite: " + text);
  }

  private long[] readIds() throws IOException {
    if (!file.contains(IDS)) {
      return new long[0];
    }
    file.info(IDS, List.of((long) arrays.length()));
    return file.longs(IDS);
  }

  private double check() throws IOException {
    double largest = 0;
    for (int index = 0; index < heads(); index++) {
      int layer = index / arrays.heads();
      int head = index % arrays.heads();
      double rounding = arrays.type(layer, head).rounding();
      largest =
          Math.max(
              largest,
              AttentionCheck.requireConsistent(file.source(), head(layer, head), rounding));
    }
    return largest;
  }

  /**
   * A head, read anew.
   *
   * @param layer from 0
   * @param head in its layer, from 0
   * @throws IllegalArgumentException if there is no such head
   */
  public HeadAttention head(int layer, int head) throws IOException {
    if (layer < 0 || layer >= layers() || head < 0 || head >= arrays.heads()) {
      throw new IllegalArgumentException(
          name + " has no layer " + layer + ", head " + head + ": " + shape());
    }
    return arrays.head(layer, head, temperature);
  }

  /** The largest difference seen between a stored weight and the softmax of the stored logits. */
  public double weightError() {
    return weightError;
  }

  /** Softmax temperature of every head. */
  public double temperature() {
    return temperature;
  }

  /** Number of layers. */
  public int layers() {
    return arrays.layers();
  }

  @Override
  public Optional<long[]> ids() {
    return ids.length == 0 ? Optional.empty() : Optional.of(ids.clone());
  }

  /** The model, as the file names it. */
  public Optional<String> model() {
    return Optional.ofNullable(file.metadata().get("model"));
  }

  /**
   * Compares this recording with another computation of the same attention, and tells the largest
   * differences in the description from then on.
   *
   * @param what to call the other
   * @throws IllegalArgumentException if it is of another shape or other tokens
   */
  public AttentionDifference compareWith(String what, AttentionSource other) throws IOException {
    AttentionDifference difference = AttentionDifference.between(this, other);
    note += "; against " + what + ": " + difference;
    return difference;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    Map<String, String> metadata = file.metadata();
    String of =
        Optional.ofNullable(metadata.get("model"))
            .map(text -> Line.of(text, LONGEST_TEXT))
            .orElse("a model");
    String on = said("prompt", " on “", "”");
    String by = said("source", " from ", "");
    return of + on + ", recorded in " + name + by + ": " + shape() + note;
  }

  private String said(String key, String before, String after) {
    return Optional.ofNullable(file.metadata().get(key))
        .map(text -> before + Line.of(text, LONGEST_TEXT) + after)
        .orElse("");
  }

  private String shape() {
    return String.format(
        Locale.ROOT,
        "%s of %s, %s",
        Line.counted(arrays.layers(), "layer"),
        Line.counted(arrays.heads(), "head"),
        Line.counted(arrays.length(), "token"));
  }

  @Override
  public int heads() {
    return arrays.layers() * arrays.heads();
  }

  @Override
  public int length() {
    return arrays.length();
  }

  @Override
  public boolean hasVectors() {
    return arrays.hasVectors();
  }

  @Override
  public void forEachHead(Consumer<HeadAttention> sink) throws IOException {
    for (int layer = 0; layer < arrays.layers(); layer++) {
      for (int head = 0; head < arrays.heads(); head++) {
        sink.accept(head(layer, head));
      }
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
