package org.attentionlimits.empirical.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.empirical.recording.HeadPlaces.Place;
import org.attentionlimits.empirical.recording.head.HeadArrays.Part;
import org.attentionlimits.empirical.recording.head.HeadConsistency;
import org.attentionlimits.empirical.recording.head.RecordedHead;
import org.attentionlimits.empirical.recording.head.Sight;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.empirical.tensor.EmbeddingSpace;
import org.attentionlimits.empirical.tensor.HeadAttention;
import org.attentionlimits.empirical.tensor.HeadRows;
import org.attentionlimits.empirical.tensor.RowPart;
import org.attentionlimits.empirical.tensor.Safetensors;
import org.attentionlimits.empirical.tensor.TensorFileException;
import org.attentionlimits.empirical.tensor.TensorType;

/**
 * Attention recorded in a safetensors file: {@code weights}, and what else is known of each head,
 * as {@link RecordedArrays} finds it; {@code sink} [layers, heads], {@code attention_mask} [Lk] or
 * [Lq, Lk] and {@code input_ids} [Lk], each optional; and metadata, as {@link RecordedSettings}
 * reads it. Other tensors are not looked at.
 *
 * <p>Opening a recording reads all of it once and checks that its numbers belong together, by
 * {@link HeadConsistency}. Heads are read again, one at a time, when they are asked for.
 */
public final class RecordedAttention implements AttentionSource, AutoCloseable {

  private final Safetensors file;
  private final String name;
  private final Optional<String> collection;
  private final RecordedArrays arrays;
  private final RecordedSettings settings;
  private final SideTensors sides;
  private final Sight sight;
  private final HeadReader reader;
  private final RecordingCheck check;
  private String note = "";

  private RecordedAttention(Safetensors file, String name, Optional<String> collection)
      throws IOException {
    this.file = file;
    this.name = name;
    this.collection = collection;
    this.arrays = new RecordedArrays(file);
    this.settings = new RecordedSettings(file.source(), file.metadata());
    this.sides = new SideTensors(file, arrays);
    this.sight = sides.masked(settings.sight(arrays));
    RecordedPrecision precision = new RecordedPrecision(arrays, sight);
    Optional<TensorType> computedIn = settings.computedIn();
    this.reader =
        new HeadReader(
            arrays,
            settings,
            sides,
            sight,
            computedIn.isPresent() ? precision.of(computedIn.get()) : precision.ofNumbers());
    this.check = new RecordingCheck(reader);
  }

  /**
   * Opens a recording and checks all of it.
   *
   * @throws TensorFileException if it is not such a file, in one line that tells what does not fit
   *     and, if one is found, what explains it
   */
  public static RecordedAttention open(Path path) throws IOException {
    return of(Safetensors.open(path), Line.of(path.getFileName().toString()));
  }

  /**
   * The recording in a tensor file, which is closed if it is none.
   *
   * @param name what to call it
   * @throws TensorFileException as {@link #open} does
   */
  static RecordedAttention of(Safetensors file, String name) throws IOException {
    return of(file, name, Optional.empty());
  }

  /** The same of a recording that may be one of a published collection. */
  static RecordedAttention of(Safetensors file, String name, Optional<String> collection)
      throws IOException {
    try {
      return new RecordedAttention(file, name, collection);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * A head as causal float32 arrays, read anew.
   *
   * @param layer from 0
   * @param head in its layer, from 0
   * @throws IllegalArgumentException if there is no such head
   * @throws TensorFileException if the recording is {@link #withoutHeads}
   */
  public HeadAttention head(int layer, int head) throws IOException {
    return toFloats(place(layer, head));
  }

  /**
   * A head, read anew.
   *
   * @param layer from 0
   * @param head in its layer, from 0
   * @throws IllegalArgumentException if there is no such head
   */
  public RecordedHead recorded(int layer, int head) throws IOException {
    return reader.read(place(layer, head));
  }

  private Place place(int layer, int head) {
    return arrays.places().all().stream()
        .filter(place -> place.layer() == layer && place.head() == head)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    name
                        + " has no layer "
                        + layer
                        + ", head "
                        + head
                        + ": "
                        + new Description(arrays, settings, sides, sight, temperatures()).shape()));
  }

  private HeadAttention toFloats(Place place) throws IOException {
    if (withoutHeads().isPresent()) {
      throw arrays.problem("causal heads with logits are needed: " + check.withoutFloats());
    }
    return reader.read(place).toFloats();
  }

  /** In words, by how much at most the numbers were found to differ from what they should be. */
  public String checked() {
    if (rows() == 0) {
      return "nothing is checked, since no query sees a token";
    }
    if (Double.isNaN(largestError())) {
      return "weights are finite and not negative";
    }
    String what =
        hasLogits()
            ? "weights differ from the softmax of the logits"
            : "sums of rows differ from one";
    return String.format(Locale.ROOT, "%s by at most %.2g", what, largestError());
  }

  /**
   * The largest difference seen between a stored weight and the softmax of the logits; where none
   * are known, between one and the sum of a row. NaN if no row was checked.
   */
  public double largestError() {
    return check.largestError();
  }

  /** The temperatures of the heads, in ascending order, each once. */
  public double[] temperatures() {
    return arrays.places().all().stream()
        .mapToDouble(this::temperature)
        .sorted()
        .distinct()
        .toArray();
  }

  private double temperature(Place place) {
    try {
      return settings.scale(arrays, place, Double.NaN).temperature();
    } catch (TensorFileException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The temperature that is taken because nothing tells one, neither the metadata nor unscaled
   * logits, whose softmax the weights are, nor vectors beside scaled ones; empty if one is told.
   */
  public OptionalDouble takenTemperature() {
    boolean told =
        settings.tellsTemperature()
            || (hasLogits()
                && (!settings.isScaled() || arrays.has(Part.QUERY) || arrays.has(Part.KEY)));
    return told ? OptionalDouble.empty() : OptionalDouble.of(temperatures()[0]);
  }

  /** Whether logits are known, as such or as q·k. */
  public boolean hasLogits() {
    return arrays.hasLogits();
  }

  /**
   * What the weights show that may not be meant, as a window or padding that is not told; a
   * sentence each, without a full stop.
   */
  public List<String> remarks() {
    return check.remarks();
  }

  /** Number of rows without a visible token, which are not checked. */
  public long blindRows() {
    return (long) heads() * sight.queriesSeeing(0);
  }

  /** Number of rows of a single token; a sink is a token too. */
  public long singleRows() {
    return sides.hasSink() ? 0 : (long) heads() * sight.queriesSeeing(1);
  }

  @Override
  public Optional<long[]> ids() {
    return sides.ids();
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
   * @throws TensorFileException if one of them is {@link #withoutHeads}
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
  public Optional<String> collection() {
    return collection;
  }

  @Override
  public String description() {
    Description description = new Description(arrays, settings, sides, sight, temperatures());
    return description.of(name, file.metadata()) + note;
  }

  @Override
  public int heads() {
    return arrays.places().heads();
  }

  @Override
  public String layersOfHeads() {
    return arrays.places().toString();
  }

  /** The number Lk of keys. */
  @Override
  public int length() {
    return arrays.keys();
  }

  @Override
  public long rows() {
    return (long) heads() * arrays.queries() - blindRows();
  }

  @Override
  public long weights() {
    return heads() * sight.pairs() + (sides.hasSink() ? rows() : 0);
  }

  @Override
  public boolean hasVectors() {
    return check.hasVectors();
  }

  @Override
  public Optional<EmbeddingSpace> embeddings() {
    return arrays.has(Part.VALUE) ? Optional.of(EmbeddingSpace.VALUES) : Optional.empty();
  }

  @Override
  public Optional<String> lacks(RowPart part) {
    return switch (part) {
      case WEIGHTS -> Optional.empty();
      case LOGITS ->
          hasLogits() ? Optional.empty() : Optional.of("logits, of which weights tell differences");
      case EMBEDDINGS -> lacksEmbeddings();
      case QUERY_KEYS -> lacksQueryKeys();
    };
  }

  private Optional<String> lacksEmbeddings() {
    if (!arrays.has(Part.VALUE)) {
      return Optional.of("value vectors");
    }
    return sides.hasSink() ? Optional.of("an embedding of the sink") : Optional.empty();
  }

  private Optional<String> lacksQueryKeys() {
    if (!arrays.has(Part.QUERY) || !arrays.has(Part.KEY)) {
      return Optional.of("query and key vectors");
    }
    return sides.hasSink() || !Double.isNaN(settings.softcap())
        ? Optional.of("logits that are q·k alone")
        : Optional.empty();
  }

  @Override
  public Optional<String> withoutHeads() {
    return Optional.of(check.withoutFloats()).filter(reason -> !reason.isEmpty());
  }

  @Override
  public void forEachRows(Consumer<HeadRows> sink) throws IOException {
    for (Place place : arrays.places().all()) {
      sink.accept(reader.read(place));
    }
  }

  @Override
  public void forEachHead(Consumer<HeadAttention> sink) throws IOException {
    for (Place place : arrays.places().all()) {
      sink.accept(toFloats(place));
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
