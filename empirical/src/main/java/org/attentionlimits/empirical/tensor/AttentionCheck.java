package org.attentionlimits.empirical.tensor;

import java.io.UncheckedIOException;
import java.util.stream.IntStream;

/**
 * Whether a head's logits and weights belong together: visible logits are finite, and the weights
 * are their causal softmax.
 */
public final class AttentionCheck {

  /** Largest difference of a float32 weight, or of a row's sum, from what it should be. */
  public static final double TOLERANCE = 1e-5;

  /** Weights of 16 bits may differ by this many roundings. */
  private static final double ROUNDINGS = 4;

  /** Largest difference of a logit from q·k, relative to ‖q‖·‖k‖: of 16-bit arithmetic. */
  private static final double PRODUCT_TOLERANCE = 0x1p-6;

  private AttentionCheck() {}

  /**
   * The largest difference {@code |α_i − softmax(ℓ/T)_i|} over all rows, the softmax taken in
   * double precision over the causal prefix and zero elsewhere.
   *
   * @param source what to call the head's origin in messages
   * @throws TensorFileException if a visible logit or a weight is not finite
   */
  public static double weightError(String source, HeadAttention attention)
      throws TensorFileException {
    try {
      return IntStream.range(0, attention.length())
          .parallel()
          .mapToDouble(query -> uncheckedRowError(source, attention, query))
          .max()
          .orElseThrow();
    } catch (UncheckedIOException e) {
      throw (TensorFileException) e.getCause();
    }
  }

  private static double uncheckedRowError(String source, HeadAttention attention, int query) {
    try {
      return rowError(source, attention, query);
    } catch (TensorFileException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@link #weightError}, if it is at most {@link #TOLERANCE}, or four roundings where that is
   * more, if every row of weights sums to one within that, and if visible logits are q·k, where
   * vectors are known, within 2⁻⁶‖q‖‖k‖.
   *
   * @param rounding largest relative error of the numbers' type
   * @throws TensorFileException if not
   */
  static double requireConsistent(String source, HeadAttention attention, double rounding)
      throws TensorFileException {
    double tolerance = Math.max(TOLERANCE, ROUNDINGS * rounding);
    double largest = 0;
    for (int query = 0; query < attention.length(); query++) {
      double error = rowError(source, attention, query);
      double sum = sum(attention, query);
      if (!(Math.abs(sum - 1) <= tolerance)) {
        throw new TensorFileException(
            source, "weights of " + place(attention, query) + " must sum to 1: " + sum);
      }
      if (!(error <= tolerance)) {
        throw new TensorFileException(
            source,
            "weights of "
                + place(attention, query)
                + " must be the causal softmax of logits/"
                + attention.temperature()
                + " within "
                + tolerance
                + ", differ by "
                + error);
      }
      if (attention.hasVectors()) {
        requireProducts(source, attention, query);
      }
      largest = Math.max(largest, error);
    }
    return largest;
  }

  private static void requireProducts(String source, HeadAttention attention, int query)
      throws TensorFileException {
    requireFiniteValue(source, attention, query);
    double[] q = attention.queries()[query];
    double norm = Math.sqrt(dot(q, q));
    for (int key = 0; key <= query; key++) {
      double[] k = attention.keys()[key];
      double allowed = PRODUCT_TOLERANCE * norm * Math.sqrt(dot(k, k));
      double logit = attention.logits()[query * attention.length() + key];
      if (!(Math.abs(logit - dot(q, k)) <= allowed)) {
        throw new TensorFileException(
            source,
            "logit of "
                + place(attention, query)
                + ", key "
                + key
                + " must be q·k, "
                + dot(q, k)
                + ": "
                + logit);
      }
    }
  }

  private static void requireFiniteValue(String source, HeadAttention attention, int query)
      throws TensorFileException {
    for (double component : attention.values()[query]) {
      if (!Double.isFinite(component)) {
        throw new TensorFileException(
            source, "value of " + place(attention, query) + " must be finite: " + component);
      }
    }
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  private static double rowError(String source, HeadAttention attention, int query)
      throws TensorFileException {
    requireFinite(source, attention, query);
    int length = attention.length();
    float[] weights = attention.weights();
    double[] expected = softmax(attention.visibleLogits(query), attention.temperature());
    double largest = 0;
    for (int key = 0; key < length; key++) {
      double exact = key <= query ? expected[key] : 0;
      largest = Math.max(largest, Math.abs(weights[query * length + key] - exact));
    }
    return largest;
  }

  private static void requireFinite(String source, HeadAttention attention, int query)
      throws TensorFileException {
    int row = query * attention.length();
    for (int key = 0; key < attention.length(); key++) {
      if (key <= query) {
        requireFinite(source, "logit", attention, query, key, attention.logits()[row + key]);
      }
      requireFinite(source, "weight", attention, query, key, attention.weights()[row + key]);
    }
  }

  private static void requireFinite(
      String source, String what, HeadAttention attention, int query, int key, float value)
      throws TensorFileException {
    if (!Float.isFinite(value)) {
      throw new TensorFileException(
          source,
          what + " of " + place(attention, query) + ", key " + key + " must be finite: " + value);
    }
  }

  /** Overwrites the logits with their softmax. */
  private static double[] softmax(double[] logits, double temperature) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      logits[i] = Math.exp((logits[i] - largest) / temperature);
      sum += logits[i];
    }
    for (int i = 0; i < logits.length; i++) {
      logits[i] /= sum;
    }
    return logits;
  }

  private static double sum(HeadAttention attention, int query) {
    double sum = 0;
    for (int key = 0; key < attention.length(); key++) {
      sum += attention.weights()[query * attention.length() + key];
    }
    return sum;
  }

  private static String place(HeadAttention attention, int query) {
    return attention + ", query " + query;
  }
}
