package org.attentionlimits.empirical.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.attentionlimits.empirical.recording.HeadPlaces.Place;
import org.attentionlimits.empirical.recording.head.Explanations;
import org.attentionlimits.empirical.recording.head.HeadArrays;
import org.attentionlimits.empirical.recording.head.HeadArrays.Part;
import org.attentionlimits.empirical.recording.head.HeadConsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.Precision;
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
  private final Precision precision;
  private double largestError = Double.NaN;
  private String withoutHeads = "";
  private boolean vectors = true;
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
    this.precision = precision();
    check();
  }

  /**
   * Opens a recording and checks all of it.
   *
   * @throws TensorFileException if it is not such a file, in one line that tells what does not fit
   *     and, if one is found, what explains it
   */
  public static RecordedAttention open(Path path) throws IOException {
    return of(Safetensors.open(path), path.getFileName().toString());
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

  /** The types of weights, logits and vectors, by the numbers of visible pairs. */
  private Precision precision() throws IOException {
    if (settings.computedIn().isPresent()) {
      TensorType type = settings.computedIn().get();
      return new Precision(
          coarser(type, Part.WEIGHTS),
          coarser(type, Part.LOGITS),
          Precision.coarser(coarser(type, Part.QUERY), coarser(type, Part.KEY)));
    }
    Map<Part, NarrowestType> types = new EnumMap<>(Part.class);
    for (Part part : List.of(Part.WEIGHTS, Part.LOGITS, Part.QUERY, Part.KEY)) {
      if (arrays.has(part)) {
        types.put(part, new NarrowestType(arrays.type(part)));
      }
    }
    for (Place place : arrays.places().all()) {
      if (types.values().stream().allMatch(NarrowestType::isDecided)) {
        break;
      }
      HeadArrays head = arrays.head(place);
      types.forEach((part, type) -> head.show(part, sight, type::add));
    }
    return new Precision(
        narrowest(types, Part.WEIGHTS),
        narrowest(types, Part.LOGITS),
        Precision.coarser(narrowest(types, Part.QUERY), narrowest(types, Part.KEY)));
  }

  /** Numbers are known no better than the type tells in which they are stored. */
  private TensorType coarser(TensorType computedIn, Part part) throws TensorFileException {
    return arrays.has(part) ? Precision.coarser(computedIn, arrays.type(part)) : computedIn;
  }

  private static TensorType narrowest(Map<Part, NarrowestType> types, Part part) {
    return types.containsKey(part) ? types.get(part).of() : TensorType.F64;
  }

  private void check() throws IOException {
    for (Place place : arrays.places().all()) {
      RecordedHead head = read(place);
      HeadConsistency consistency = new HeadConsistency(head);
      Optional<Inconsistency> found = consistency.first();
      if (found.isPresent()) {
        throw arrays.problem(Explanations.explained(head, found.get()));
      }
      double error = consistency.largestError();
      largestError = Double.isNaN(largestError) ? error : Math.max(largestError, error);
      withoutHeads = withoutHeads.isEmpty() ? head.withoutFloats().orElse("") : withoutHeads;
      vectors &= head.hasVectors();
    }
  }

  private RecordedHead read(Place place) throws IOException {
    return new RecordedHead(
        place.layer(),
        place.head(),
        arrays.head(place),
        sight,
        settings.scale(arrays, place, sides.sink(place)),
        precision);
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
    return read(place(layer, head));
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
    if (!withoutHeads.isEmpty()) {
      throw arrays.problem("causal heads with logits are needed: " + withoutHeads);
    }
    return read(place).toFloats();
  }

  /** In words, by how much at most the numbers were found to differ from what they should be. */
  public String checked() {
    if (Double.isNaN(largestError)) {
      return "weights are finite and not negative";
    }
    String what =
        hasLogits()
            ? "weights differ from the softmax of the logits"
            : "sums of rows differ from one";
    return String.format(Locale.ROOT, "%s by at most %.2g", what, largestError);
  }

  /**
   * The largest difference seen between a stored weight and the softmax of the logits; where none
   * are known, between one and the sum of a row. NaN if no row was checked.
   */
  public double largestError() {
    return largestError;
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

  /** Whether logits are known, as such or as q·k. */
  public boolean hasLogits() {
    return arrays.has(Part.LOGITS) || arrays.hasProducts();
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
    return vectors;
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
    return withoutHeads.isEmpty() ? Optional.empty() : Optional.of(withoutHeads);
  }

  @Override
  public void forEachRows(Consumer<HeadRows> sink) throws IOException {
    for (Place place : arrays.places().all()) {
      sink.accept(read(place));
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
