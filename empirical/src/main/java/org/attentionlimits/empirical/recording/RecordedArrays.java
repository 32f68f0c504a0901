package org.attentionlimits.empirical.recording;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.attentionlimits.empirical.recording.HeadPlaces.Place;
import org.attentionlimits.empirical.recording.head.HeadArrays;
import org.attentionlimits.empirical.recording.head.HeadArrays.Part;
import org.attentionlimits.empirical.tensor.Safetensors;
import org.attentionlimits.empirical.tensor.TensorFileException;
import org.attentionlimits.empirical.tensor.TensorInfo;
import org.attentionlimits.empirical.tensor.TensorType;

/**
 * Where a recording keeps each head's arrays: stacked in one tensor [layers, heads, …] for each
 * kind, or in a tensor {@code layer.L.head.H.KIND} of its own. Kinds are {@code weights}, also
 * called {@code attentions}, and {@code logits}, [Lq, Lk], {@code query}, [Lq, d], {@code key},
 * [Lk, d], and {@code value}, [Lk, d']; all but the first may be missing, of all heads. L and H
 * count from 0, are written as plain decimals, and may leave out any. Stacked keys and values may
 * have fewer heads, which divide the others among them.
 */
final class RecordedArrays {

  private static final String ATTENTIONS = "attentions";

  private static final String SOFTMAX =
      "; logits are there, save their softmax too: save(path, weights=..., logits=...) of"
          + " attention_limits.py";

  private static final int MOST_HEADS = 1_000_000;

  private static final double[] NONE = {};

  private final Safetensors file;
  private final boolean stacked;
  private final HeadPlaces places;
  private final Map<Part, String> names = new EnumMap<>(Part.class);
  private final Map<Part, Integer> columns = new EnumMap<>(Part.class);
  private final Set<String> used = new TreeSet<>();
  private final int queries;
  private final int keys;

  /**
   * Finds the arrays of a file and checks that all are there, of the right shapes.
   *
   * @throws TensorFileException if not
   */
  RecordedArrays(Safetensors file) throws TensorFileException {
    this.file = file;
    HeadPlaces named = new HeadPlaces();
    boolean holdsAll = file.contains("weights") || file.contains(ATTENTIONS);
    TensorNames tensors = new TensorNames(file);
    tensors.requireOneLayout();
    Set<String> kinds = holdsAll ? Set.of() : tensors.findHeads(named);
    this.stacked = kinds.isEmpty();
    name(stacked ? file.tensors().keySet() : kinds);
    List<Long> shape = stacked ? stackedShape() : headShape(named.all().get(0));
    this.places = stacked ? HeadPlaces.of(size(shape, 0), size(shape, 1)) : named;
    this.queries = size(shape, shape.size() - 2);
    this.keys = size(shape, shape.size() - 1);
    if ((long) queries * keys > Integer.MAX_VALUE - 8) {
      throw problem("tensor " + names.get(Part.WEIGHTS) + ": too many pairs of tokens: " + shape);
    }
    for (Part part : names.keySet()) {
      require(part);
    }
    requireProducts();
  }

  TensorFileException problem(String text) {
    return new TensorFileException(file.source(), text);
  }

  private static int size(List<Long> shape, int axis) {
    return shape.get(axis).intValue();
  }

  /** Says what the tensors of each kind are called. */
  private void name(Set<String> kinds) throws TensorFileException {
    for (Part part : Part.values()) {
      String name = kind(part);
      if (kinds.contains(name)) {
        names.put(part, name);
      }
    }
    if (kinds.contains(ATTENTIONS) && names.put(Part.WEIGHTS, ATTENTIONS) != null) {
      throw problem("weights and attentions are the same array: leave one out");
    }
    if (!names.containsKey(Part.WEIGHTS)) {
      throw problem(
          names.isEmpty()
              ? "no attention in it: a tensor weights is needed, or layer.L.head.H.weights"
              : "tensor is missing: weights" + (hasLogits() ? SOFTMAX : ""));
    }
  }

  private static String kind(Part part) {
    return part.name().toLowerCase(Locale.ROOT);
  }

  private List<Long> stackedShape() throws TensorFileException {
    List<Long> shape =
        requireSizes(file.info(names.get(Part.WEIGHTS)), 4, "[layers, heads, Lq, Lk]");
    if (shape.get(0) * shape.get(1) > MOST_HEADS) {
      throw problem("tensor weights: must be of at most " + MOST_HEADS + " heads: " + shape);
    }
    return shape;
  }

  private List<Long> headShape(Place first) throws TensorFileException {
    return requireSizes(file.info(name(first, Part.WEIGHTS)), 2, "[Lq, Lk]");
  }

  /** Rejects a shape of more or fewer axes, with what to do about a batch, or of an empty one. */
  private List<Long> requireSizes(TensorInfo info, int axes, String meant)
      throws TensorFileException {
    List<Long> shape = info.shape();
    if (shape.size() != axes || shape.stream().anyMatch(n -> n == 0 || n > Integer.MAX_VALUE)) {
      throw problem(
          "tensor " + info.name() + ": shape must be " + meant + ": " + shape + batch(shape, axes));
    }
    return shape;
  }

  private static String batch(List<Long> shape, int axes) {
    if (shape.size() != axes + 1 || shape.contains(0L)) {
      return "";
    }
    boolean first = axes == 2 || (shape.get(0) == 1 && shape.get(1) != 1);
    long size = shape.get(first ? 0 : 1);
    return "; a batch of "
        + size
        + (first ? " in first place: " : " in second place: ")
        + (size == 1 ? "squeeze it" : "record one text at a time");
  }

  private String name(Place place, Part part) {
    return prefix(place.layer(), place.head()) + names.get(part);
  }

  /** What the names of a head's tensors begin with. */
  static String prefix(int layer, int head) {
    return "layer." + layer + ".head." + head + ".";
  }

  private static boolean isOfPairs(Part part) {
    return part == Part.WEIGHTS || part == Part.LOGITS;
  }

  private void require(Part part) throws TensorFileException {
    if (stacked) {
      require(part, file.info(names.get(part)));
      return;
    }
    for (Place place : places.all()) {
      require(part, file.info(name(place, part)));
    }
  }

  private void require(Part part, TensorInfo info) throws TensorFileException {
    List<Long> shape = info.shape();
    long rows = isOfPairs(part) || part == Part.QUERY ? queries : keys;
    long dimension = columns.getOrDefault(part, isOfPairs(part) ? keys : lastOf(info, rows));
    List<Long> expected =
        stacked
            ? List.of((long) places.layers(), headsOf(part, shape), rows, dimension)
            : List.of(rows, dimension);
    if (!shape.equals(expected)) {
      throw problem(
          "tensor "
              + info.name()
              + ": shape must be "
              + expected
              + ": "
              + shape
              + batch(shape, expected.size()));
    }
    if (!info.type().isReal()) {
      throw problem(
          "tensor " + info.name() + ": dtype must be F64, F32, F16 or BF16: " + info.dtype());
    }
    columns.put(part, (int) dimension);
    used.add(info.name());
  }

  /** The last dimension of vectors. */
  private int lastOf(TensorInfo info, long rows) throws TensorFileException {
    List<Long> shape = info.shape();
    long last = shape.isEmpty() ? 0 : shape.get(shape.size() - 1);
    if (last < 1 || last > Integer.MAX_VALUE / rows) {
      throw problem("tensor " + info.name() + ": shape must end with [L, d]: " + shape);
    }
    return (int) last;
  }

  /** The heads that a stacked tensor has: all, or so many keys or values that they share. */
  private long headsOf(Part part, List<Long> shape) {
    long heads = places.mostHeads();
    boolean shared = part == Part.KEY || part == Part.VALUE;
    boolean divides = shape.size() == 4 && shape.get(1) > 0 && heads % shape.get(1) == 0;
    return shared && divides ? shape.get(1) : heads;
  }

  private void requireProducts() throws TensorFileException {
    if (hasProducts() && dimension(Part.QUERY) != dimension(Part.KEY)) {
      throw problem(
          "query and key must have the same d: "
              + dimension(Part.QUERY)
              + " and "
              + dimension(Part.KEY));
    }
  }

  HeadPlaces places() {
    return places;
  }

  /** The number Lq of queries. */
  int queries() {
    return queries;
  }

  /** The number Lk of keys. */
  int keys() {
    return keys;
  }

  boolean has(Part part) {
    return names.containsKey(part);
  }

  /** Whether there are queries and keys. */
  boolean hasProducts() {
    return has(Part.QUERY) && has(Part.KEY);
  }

  /** Whether logits are known, as such or as q·k. */
  boolean hasLogits() {
    return has(Part.LOGITS) || hasProducts();
  }

  /** The dimension of query, key or value vectors. */
  int dimension(Part part) {
    return columns.get(part);
  }

  /** How many heads share a key or value; 1 if each has its own. */
  int shared(Part part) {
    return stacked && has(part)
        ? places.mostHeads() / file.tensors().get(names.get(part)).shape().get(1).intValue()
        : 1;
  }

  /** The tensors of the arrays. */
  Set<String> used() {
    return used;
  }

  /** The widest type that a kind of array is stored in. */
  TensorType type(Part part) throws TensorFileException {
    if (stacked) {
      return file.info(names.get(part)).type();
    }
    TensorType widest = TensorType.BF16;
    for (Place place : places.all()) {
      TensorType type = file.info(name(place, part)).type();
      widest = type.rounding() < widest.rounding() ? type : widest;
    }
    return widest;
  }

  /** All that is known of a head. */
  HeadArrays head(Place place) throws IOException {
    return new HeadArrays(
        queries,
        keys,
        read(place, Part.WEIGHTS),
        read(place, Part.LOGITS),
        read(place, Part.QUERY),
        read(place, Part.KEY),
        read(place, Part.VALUE));
  }

  /** One array of a head; empty if it is not known. */
  private double[] read(Place place, Part part) throws IOException {
    if (!has(part)) {
      return NONE;
    }
    int rows = isOfPairs(part) || part == Part.QUERY ? queries : keys;
    int size = rows * columns.get(part);
    if (!stacked) {
      return file.doubles(name(place, part), 0, size);
    }
    int shared = shared(part);
    long heads = places.mostHeads() / shared;
    long index = place.layer() * heads + place.ordinal() / shared;
    return file.doubles(names.get(part), index * size, size);
  }
}
