package org.attentionlimits.empirical.recording.head;

import java.util.Optional;
import org.attentionlimits.empirical.tensor.HeadAttention;
import org.attentionlimits.empirical.tensor.HeadRow;
import org.attentionlimits.empirical.tensor.HeadRows;
import org.attentionlimits.empirical.tensor.TensorType;

/** One head of a recording: numbers as they are, with what tells how to read them. */
public final class RecordedHead implements HeadRows {

  private final int layer;
  private final int head;
  private final HeadArrays arrays;
  private final Sight sight;
  private final LogitScale scale;
  private final Precision precision;

  /**
   * A head.
   *
   * @param layer index of the layer, from 0
   * @param head index of the head in its layer, from 0
   */
  public RecordedHead(
      int layer, int head, HeadArrays arrays, Sight sight, LogitScale scale, Precision precision) {
    this.layer = layer;
    this.head = head;
    this.arrays = arrays;
    this.sight = sight;
    this.scale = scale;
    this.precision = precision;
  }

  @Override
  public int layer() {
    return layer;
  }

  @Override
  public int head() {
    return head;
  }

  @Override
  public int queries() {
    return arrays.queries();
  }

  public HeadArrays arrays() {
    return arrays;
  }

  public Sight sight() {
    return sight;
  }

  public LogitScale scale() {
    return scale;
  }

  public Precision precision() {
    return precision;
  }

  /** Whether logits are known, as such or as q·k. */
  public boolean hasLogits() {
    return arrays.hasLogits() || arrays.hasProducts();
  }

  /** The logit of a pair, as stored, or else q·k as it would be stored. */
  public double logit(int query, int key) {
    return arrays.hasLogits()
        ? arrays.logit(query, key)
        : scale.ofProduct(arrays.product(query, key));
  }

  /** The sum of the weights that a query sees, without a sink's; 0 if it sees none. */
  public double sum(int query) {
    double sum = 0;
    for (int key : sight.visible(query)) {
      sum += arrays.weight(query, key);
    }
    return sum;
  }

  /** The row of a query, with its weights; empty if the query sees no token. */
  public Optional<RecordedRow> row(int query) {
    if (query < 0 || query >= queries()) {
      throw new IllegalArgumentException(
          "query must be from 0 to " + (queries() - 1) + ": " + query);
    }
    int[] visible = sight.visible(query);
    return visible.length == 0
        ? Optional.empty()
        : Optional.of(new RecordedRow(this, query, visible));
  }

  @Override
  public Optional<HeadRow> seenBy(int query) {
    return row(query).map(row -> row);
  }

  /** The same numbers with another sight. */
  public RecordedHead with(Sight other) {
    return new RecordedHead(layer, head, arrays, other, scale, precision);
  }

  /** The same numbers entering the softmax in another way. */
  public RecordedHead with(LogitScale other) {
    return new RecordedHead(layer, head, arrays, sight, other, precision);
  }

  /** The same numbers, rounded to other types. */
  public RecordedHead with(Precision other) {
    return new RecordedHead(layer, head, arrays, sight, scale, other);
  }

  /** Other numbers. */
  public RecordedHead with(HeadArrays others) {
    return new RecordedHead(layer, head, others, sight, scale, precision);
  }

  /**
   * The head as causal float32 arrays, with vectors if query, key and value are there and of one
   * dimension.
   *
   * @throws IllegalStateException if {@link #withoutFloats} says why not
   */
  public HeadAttention toFloats() {
    withoutFloats()
        .ifPresent(
            reason -> {
              throw new IllegalStateException(this + ": " + reason);
            });
    HeadAttention attention =
        new HeadAttention(
            layer,
            head,
            queries(),
            scale.temperature(),
            effectiveLogits(),
            arrays.floats(HeadArrays.Part.WEIGHTS));
    return hasVectors()
        ? attention.withVectors(
            arrays.productTerms(),
            arrays.floats(HeadArrays.Part.QUERY),
            arrays.floats(HeadArrays.Part.KEY),
            arrays.floats(HeadArrays.Part.VALUE))
        : attention;
  }

  /** Whether query, key and value are there and of one dimension, and the head is square. */
  public boolean hasVectors() {
    return arrays.hasProducts()
        && arrays.hasValues()
        && arrays.of(HeadArrays.Part.QUERY).length == arrays.of(HeadArrays.Part.VALUE).length;
  }

  private float[] effectiveLogits() {
    int keys = arrays.keys();
    float[] logits = new float[queries() * keys];
    for (int query = 0; query < queries(); query++) {
      for (int key = 0; key < keys; key++) {
        logits[query * keys + key] = (float) scale.effective(logit(query, key));
      }
    }
    return logits;
  }

  /** Why the head cannot be given as causal float32 arrays; empty if it can. */
  public Optional<String> withoutFloats() {
    if (!hasLogits()) {
      return Optional.of("logits are not given");
    }
    if (arrays.queries() != arrays.keys()) {
      return Optional.of("there are fewer queries than keys, or more");
    }
    if (!sight.isPrefix()) {
      return Optional.of("a query does not see its causal prefix");
    }
    if (scale.hasSink()) {
      return Optional.of("a sink takes part in the softmax");
    }
    return areFloats()
        ? Optional.empty()
        : Optional.of("logits, weights or vectors are no float32 numbers");
  }

  private boolean areFloats() {
    for (int query = 0; query < queries(); query++) {
      for (int key = 0; key <= query; key++) {
        if (!TensorType.F32.holds(scale.effective(logit(query, key)))) {
          return false;
        }
      }
    }
    for (HeadArrays.Part part : HeadArrays.Part.values()) {
      if (part != HeadArrays.Part.LOGITS && !areFloats(arrays.of(part))) {
        return false;
      }
    }
    return true;
  }

  private static boolean areFloats(double... values) {
    for (double value : values) {
      if (!TensorType.F32.holds(value)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return "layer " + layer + ", head " + head;
  }
}
