package org.attentionlimits.empirical.tensor;

import java.io.UncheckedIOException;
import java.util.stream.IntStream;

/**
 * Whether a head's logits and weights belong together: visible logits are finite, and the weights
 * are their causal softmax.
 */
public final class AttentionCheck {

  /** Largest difference of a float32 weight from what it should be. */
  public static final double TOLERANCE = 1e-5;

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

  private static String place(HeadAttention attention, int query) {
    return attention + ", query " + query;
  }
}
