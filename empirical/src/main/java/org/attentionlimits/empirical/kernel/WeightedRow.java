package org.attentionlimits.empirical.kernel;

import java.util.Arrays;
import org.attentionlimits.empirical.tensor.HeadAttention;

/**
 * One row of a head in double precision: weights, and the order of the tokens from the largest
 * weight to the smallest, in which the first N are the top-N set for every N at once. Rows are
 * loaded one after another into the same arrays.
 *
 * <p>The order is that of the logits, equal ones by index, as in {@link
 * org.attentionlimits.theory.attention.TopN}. Tokens after the query have weight zero and come
 * last.
 */
public final class WeightedRow {

  private final HeadAttention attention;
  private final double[] weights;
  private final int[] order;
  private final double[] massOfTop;
  private final double[] massOfRest;
  private final long[] keys;
  private int tokens;
  private double range;

  public WeightedRow(HeadAttention attention) {
    int length = attention.length();
    this.attention = attention;
    this.weights = new double[length];
    this.order = new int[length];
    this.massOfTop = new double[length + 1];
    this.massOfRest = new double[length + 1];
    this.keys = new long[length];
  }

  /**
   * Loads a row.
   *
   * @param query t
   * @param count n, at least t + 1 and at most L
   */
  public void load(int query, int count) {
    tokens = count;
    float[] logits = attention.logits();
    int start = query * attention.length();
    softmax(logits, start, query + 1);
    Arrays.fill(weights, query + 1, count, 0);
    rank(logits, start, query + 1);
    addUp();
  }

  private void softmax(float[] logits, int start, int visible) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < visible; i++) {
      largest = Math.max(largest, logits[start + i]);
    }
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < visible; i++) {
      least = Math.min(least, logits[start + i]);
    }
    range = (largest - least) / attention.temperature();
    double sum = 0;
    for (int i = 0; i < visible; i++) {
      weights[i] = Math.exp((logits[start + i] - largest) / attention.temperature());
      sum += weights[i];
    }
    for (int i = 0; i < visible; i++) {
      weights[i] /= sum;
    }
  }

  private void rank(float[] logits, int start, int visible) {
    for (int i = 0; i < visible; i++) {
      keys[i] = (long) ~sortable(logits[start + i]) << Integer.SIZE | i;
    }
    Arrays.sort(keys, 0, visible);
    for (int k = 0; k < tokens; k++) {
      order[k] = k < visible ? (int) keys[k] : k;
    }
  }

  /** An integer that orders as the number does; −0 is 0. */
  private static int sortable(float x) {
    int bits = Float.floatToIntBits(x + 0f);
    return bits ^ (bits >> 31 & Integer.MAX_VALUE);
  }

  private void addUp() {
    massOfTop[0] = 0;
    for (int k = 0; k < tokens; k++) {
      massOfTop[k + 1] = massOfTop[k] + weights[order[k]];
    }
    massOfRest[tokens] = 0;
    for (int k = tokens - 1; k >= 0; k--) {
      massOfRest[k] = massOfRest[k + 1] + weights[order[k]];
    }
  }

  /** The number n of tokens. */
  public int tokens() {
    return tokens;
  }

  /** {@code ρ}, the largest of the visible tokens' logits less the least, over T. */
  public double range() {
    return range;
  }

  /** Weights α; the first n elements count. */
  public double[] weights() {
    return weights;
  }

  /** Tokens from the largest weight to the smallest; the first n elements count. */
  public int[] order() {
    return order;
  }

  /** {@code A}, the weight of the top N. */
  public double massOfTop(int selected) {
    return massOfTop[selected];
  }

  /** {@code 1 − A}, the weight of the others, summed from the smallest. */
  public double massOfRest(int selected) {
    return massOfRest[selected];
  }
}
