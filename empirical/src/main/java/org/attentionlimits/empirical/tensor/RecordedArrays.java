package org.attentionlimits.empirical.tensor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attentionlimits.empirical.io.PlainNumber;

/**
 * Where a recording keeps each head's arrays: stacked in one tensor [layers, heads, …] for each
 * kind, or in a tensor {@code layer.L.head.H.KIND} of its own. Kinds are {@code logits} and {@code
 * weights}, [L, L], and, all or none, {@code query}, {@code key} and {@code value}, [L, d]. L and H
 * count from 0, and are written as plain decimals.
 */
final class RecordedArrays {

  static final String LOGITS = "logits";
  static final String WEIGHTS = "weights";
  static final List<String> VECTORS = List.of("query", "key", "value");

  private static final int MOST_HEADS = 10_000_000;

  private static final long LARGEST = 999_999;

  private static final Pattern OF_HEAD = Pattern.compile("layer\\.([^.]*)\\.head\\.([^.]*)\\..+");

  private final Safetensors file;
  private final boolean stacked;
  private final int layers;
  private final int heads;
  private final int length;
  private final int dimension;

  /** Of the tensors of single heads, one that no other is beyond; empty if there are none. */
  private String farthest = "";

  /**
   * Finds the arrays of a file and checks that all are there, of the right shapes.
   *
   * @throws TensorFileException if not
   */
  RecordedArrays(Safetensors file) throws TensorFileException {
    this.file = file;
    this.stacked = file.contains(LOGITS) || !hasHeads(file);
    List<Long> shape = stacked ? file.info(LOGITS).shape() : ofHeads();
    if (shape.size() != 4 || shape.stream().anyMatch(n -> n == 0 || n > Integer.MAX_VALUE)) {
      throw problem("tensor logits: shape must be [layers, heads, L, L]: " + shape);
    }
    if (shape.get(3) > HeadAttention.MAX_LENGTH) {
      throw problem(
          "tensor logits: L must be at most " + HeadAttention.MAX_LENGTH + ": " + shape.get(3));
    }
    if (shape.get(0) * shape.get(1) > MOST_HEADS) {
      throw problem(
          "tensor "
              + (stacked ? LOGITS : farthest)
              + ": must be of at most "
              + MOST_HEADS
              + " heads: "
              + shape);
    }
    this.layers = shape.get(0).intValue();
    this.heads = shape.get(1).intValue();
    this.length = shape.get(3).intValue();
    require(LOGITS, length);
    require(WEIGHTS, length);
    this.dimension = findDimension();
    for (String vectors : dimension == 0 ? List.<String>of() : VECTORS) {
      require(vectors, dimension);
    }
  }

  private TensorFileException problem(String text) {
    return new TensorFileException(file.source(), text);
  }

  private static boolean hasHeads(Safetensors file) {
    return file.tensors().keySet().stream().anyMatch(name -> OF_HEAD.matcher(name).matches());
  }

  /** The shape that the heads' logits would have if they were stacked. */
  private List<Long> ofHeads() throws TensorFileException {
    long lastLayer = 0;
    long lastHead = 0;
    for (String name : file.tensors().keySet()) {
      Matcher matcher = OF_HEAD.matcher(name);
      if (matcher.matches()) {
        long layer = number(name, matcher.group(1));
        long head = number(name, matcher.group(2));
        farthest = layer > lastLayer || head > lastHead || farthest.isEmpty() ? name : farthest;
        lastLayer = Math.max(lastLayer, layer);
        lastHead = Math.max(lastHead, head);
      }
    }
    List<Long> shape = new ArrayList<>(List.of(lastLayer + 1, lastHead + 1));
    shape.addAll(logits(0, 0).shape());
    return shape;
  }

  private long number(String tensor, String text) throws TensorFileException {
    try {
      return PlainNumber.integer(text, 0, LARGEST);
    } catch (NumberFormatException e) {
      throw problem(
          "tensor "
              + tensor
              + ": layer and head must be numbers from 0 to "
              + LARGEST
              + ", without signs or leading zeros");
    }
  }

  /** The logits of a head, whose tensor has a name of its own. */
  private TensorInfo logits(int layer, int head) throws TensorFileException {
    String name = name(layer, head, LOGITS);
    if (!file.contains(name)) {
      throw problem(
          "tensor is missing: "
              + name
              + "; layers and heads are numbered from 0, and "
              + farthest
              + " is there");
    }
    return file.info(name);
  }

  private static String name(int layer, int head, String kind) {
    return prefix(layer, head) + kind;
  }

  /** What the names of a head's tensors begin with. */
  static String prefix(int layer, int head) {
    return "layer." + layer + ".head." + head + ".";
  }

  private void require(String kind, long columns) throws TensorFileException {
    if (stacked) {
      requireFloats(file.info(kind, List.of((long) layers, (long) heads, (long) length, columns)));
      return;
    }
    for (int layer = 0; layer < layers; layer++) {
      for (int head = 0; head < heads; head++) {
        if (kind.equals(LOGITS)) {
          logits(layer, head);
        }
        requireFloats(file.info(name(layer, head, kind), List.of((long) length, columns)));
      }
    }
  }

  private void requireFloats(TensorInfo info) throws TensorFileException {
    if (!info.type().isFloat()) {
      throw problem("tensor " + info.name() + ": dtype must be F32, F16 or BF16: " + info.type());
    }
  }

  /** d, or 0 where there are no vectors. */
  private int findDimension() throws TensorFileException {
    for (String kind : VECTORS) {
      String name = stacked ? kind : name(0, 0, kind);
      if (file.contains(name)) {
        List<Long> shape = file.info(name).shape();
        long columns = shape.isEmpty() ? 0 : shape.get(shape.size() - 1);
        if (columns < 1 || columns > Integer.MAX_VALUE / length) {
          throw problem("tensor " + name + ": shape must end with [L, d]: " + shape);
        }
        return (int) columns;
      }
    }
    return 0;
  }

  int layers() {
    return layers;
  }

  /** Heads of one layer. */
  int heads() {
    return heads;
  }

  int length() {
    return length;
  }

  /** d, or 0 where there are no vectors. */
  int dimension() {
    return dimension;
  }

  boolean hasVectors() {
    return dimension > 0;
  }

  /** The less precise type of a head's logits and weights. */
  TensorType type(int layer, int head) throws TensorFileException {
    TensorType logits = file.info(stacked ? LOGITS : name(layer, head, LOGITS)).type();
    TensorType weights = file.info(stacked ? WEIGHTS : name(layer, head, WEIGHTS)).type();
    return logits.rounding() < weights.rounding() ? weights : logits;
  }

  /** A head with all that is known of it. */
  HeadAttention head(int layer, int head, double temperature) throws IOException {
    float[] logits = read(layer, head, LOGITS, length);
    float[] weights = read(layer, head, WEIGHTS, length);
    HeadAttention attention = new HeadAttention(layer, head, length, temperature, logits, weights);
    return hasVectors()
        ? attention.withVectors(
            dimension,
            read(layer, head, "query", dimension),
            read(layer, head, "key", dimension),
            read(layer, head, "value", dimension))
        : attention;
  }

  private float[] read(int layer, int head, String kind, int columns) throws IOException {
    int size = length * columns;
    return stacked
        ? file.floats(kind, ((long) layer * heads + head) * size, size)
        : file.floats(name(layer, head, kind));
  }
}
