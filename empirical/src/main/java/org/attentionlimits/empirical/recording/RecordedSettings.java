package org.attentionlimits.empirical.recording;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import org.attentionlimits.empirical.io.PlainNumber;
import org.attentionlimits.empirical.recording.head.HeadArrays.Part;
import org.attentionlimits.empirical.recording.head.LogitScale;
import org.attentionlimits.empirical.recording.head.Sight;
import org.attentionlimits.empirical.tensor.TensorFileException;
import org.attentionlimits.empirical.tensor.TensorType;

/**
 * What a recording's metadata says about its attention, as JSON or as Python prints it; {@code
 * None} and {@code null} say nothing.
 */
final class RecordedSettings {

  /** Temperature of GPT-2's heads, √64. */
  private static final double USUAL = 8;

  private static final Map<String, TensorType> TYPES =
      Map.of(
          "f16", TensorType.F16,
          "float16", TensorType.F16,
          "half", TensorType.F16,
          "bf16", TensorType.BF16,
          "bfloat16", TensorType.BF16,
          "f32", TensorType.F32,
          "float32", TensorType.F32,
          "f64", TensorType.F64,
          "float64", TensorType.F64);

  private final String source;
  private final Map<String, String> metadata;
  private final Optional<PerHead> temperature;
  private final boolean scaled;
  private final Optional<Boolean> causal;
  private final OptionalInt queryStart;
  private final OptionalInt window;
  private final double softcap;
  private final Optional<TensorType> computedIn;

  /**
   * Reads the metadata.
   *
   * @param source the file, as the user named it
   * @throws TensorFileException if an entry is not what it should be
   */
  RecordedSettings(String source, Map<String, String> metadata) throws TensorFileException {
    this.source = source;
    this.metadata = metadata;
    this.temperature =
        value(
            "temperature",
            "positive and finite, a number or a list of them",
            PerHead::of,
            RecordedSettings::isPositive);
    requireModerate();
    this.scaled = value("scaled", "true or false", RecordedSettings::truth).orElse(false);
    this.causal = value("causal", "true or false", RecordedSettings::truth);
    this.queryStart = integer("query_start", 0);
    this.window = integer("window", 1);
    this.softcap =
        value("softcap", "positive and finite", PlainNumber::of, RecordedSettings::isPositive)
            .orElse(Double.NaN);
    this.computedIn = value("computed_in", "F16, BF16, F32 or F64", RecordedSettings::type);
  }

  private static boolean isPositive(double number) {
    return number > 0 && number < Double.POSITIVE_INFINITY;
  }

  private static boolean isPositive(PerHead numbers) {
    for (double number : numbers.all()) {
      if (!isPositive(number)) {
        return false;
      }
    }
    return true;
  }

  private void requireModerate() throws TensorFileException {
    for (double t : temperature.map(PerHead::all).orElse(new double[0])) {
      if (!LogitScale.isModerate(t)) {
        throw problem(
            "temperature must be from "
                + LogitScale.LOWEST
                + " to "
                + LogitScale.HIGHEST
                + ": "
                + t);
      }
    }
  }

  private static boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new NumberFormatException(text);
    };
  }

  private static TensorType type(String text) {
    TensorType type = TYPES.get(text.toLowerCase(Locale.ROOT).replaceFirst("^torch\\.", ""));
    if (type == null) {
      throw new NumberFormatException(text);
    }
    return type;
  }

  private OptionalInt integer(String key, int least) throws TensorFileException {
    Optional<Integer> found =
        value(
            key,
            "an integer of at least " + least,
            text -> (int) PlainNumber.integer(text, least, Integer.MAX_VALUE));
    return found.isPresent() ? OptionalInt.of(found.get()) : OptionalInt.empty();
  }

  private <T> Optional<T> value(String key, String must, Function<String, T> parser)
      throws TensorFileException {
    return value(key, must, parser, value -> true);
  }

  private <T> Optional<T> value(
      String key, String must, Function<String, T> parser, Predicate<T> admits)
      throws TensorFileException {
    String text = metadata.getOrDefault(key, "None").strip();
    if (text.equals("None") || text.equals("null")) {
      return Optional.empty();
    }
    try {
      T value = parser.apply(text);
      if (admits.test(value)) {
        return Optional.of(value);
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw problem(key + " must be " + must + ": " + text);
  }

  private TensorFileException problem(String text) {
    return new TensorFileException(source, "metadata: " + text);
  }

  /** The type in which the numbers were computed, if it is told. */
  Optional<TensorType> computedIn() {
    return computedIn;
  }

  /** What queries see, apart from a mask. */
  Sight sight(RecordedArrays arrays) throws TensorFileException {
    int queries = arrays.queries();
    int keys = arrays.keys();
    boolean square = queries == keys;
    if (!square && queryStart.isEmpty() && causal.orElse(true)) {
      throw new TensorFileException(source, untold(queries, keys));
    }
    if (!square && queryStart.isEmpty() && window.isPresent()) {
      throw problem("window needs query_start, the position of the first query");
    }
    Sight sight = Sight.whole(queries, keys);
    try {
      sight = queryStart.isPresent() ? sight.from(queryStart.getAsInt()) : sight;
    } catch (IllegalArgumentException e) {
      throw problem(e.getMessage());
    }
    sight = causal.orElse(true) ? sight.causal() : sight;
    return window.isPresent() ? sight.within(window.getAsInt()) : sight;
  }

  private static String untold(int queries, int keys) {
    return queries == 1
        ? "1 query of "
            + keys
            + " keys needs a query_start, as for a decoding step, or causal=false, as for"
            + " cross-attention"
        : queries
            + " queries of "
            + keys
            + " keys need causal=false, as for cross-attention, or a query_start";
  }

  /** How the logits of a head enter the softmax. */
  LogitScale scale(RecordedArrays arrays, HeadPlaces.Place place, double sink)
      throws TensorFileException {
    double t = temperature(arrays, place);
    if (Double.isInfinite(t * sink)) {
      throw new TensorFileException(
          source, "tensor sink: T times it must be finite: " + sink + ", T = " + t);
    }
    return new LogitScale(t, scaled, softcap, sink);
  }

  private double temperature(RecordedArrays arrays, HeadPlaces.Place place)
      throws TensorFileException {
    try {
      return temperature.isPresent() ? temperature.get().of(arrays.places(), place) : usual(arrays);
    } catch (IllegalArgumentException e) {
      throw problem("temperature " + e.getMessage());
    }
  }

  /**
   * The temperature of a recording that tells none.
   *
   * <ul>
   *   <li>1 without logits and without queries and keys.
   *   <li>√d of the first that is there of query, key and value.
   *   <li>8 of logits without vectors.
   * </ul>
   */
  private static double usual(RecordedArrays arrays) {
    if (!arrays.hasLogits()) {
      return 1;
    }
    for (Part part : new Part[] {Part.QUERY, Part.KEY, Part.VALUE}) {
      if (arrays.has(part)) {
        return Math.sqrt(arrays.dimension(part));
      }
    }
    return USUAL;
  }

  /** Whether the metadata tells the temperature. */
  boolean tellsTemperature() {
    return temperature.isPresent();
  }

  boolean isScaled() {
    return scaled;
  }

  boolean isCausal() {
    return causal.orElse(true);
  }

  OptionalInt queryStart() {
    return queryStart;
  }

  OptionalInt window() {
    return window;
  }

  /** The soft cap, or NaN. */
  double softcap() {
    return softcap;
  }
}
