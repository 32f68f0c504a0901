package org.attentionlimits.empirical.recording.head;

import java.util.Arrays;
import java.util.function.DoubleConsumer;

/**
 * The arrays of one head: weights [Lq, Lk] and, each if it is known, logits [Lq, Lk], query [Lq,
 * d], key [Lk, d] and value [Lk, d']; row-major. Arrays are retained, not copied, and not written
 * to.
 */
public final class HeadArrays {

  private static final double[] NONE = {};

  private final int queries;
  private final int keys;
  private final double[] weights;
  private final double[] logits;
  private final double[] query;
  private final double[] key;
  private final double[] value;

  /**
   * The arrays of a head; an empty one is not known.
   *
   * @param queries Lq, at least 1
   * @param keys Lk, at least 1
   * @throws IllegalArgumentException on an array of another size
   */
  public HeadArrays(
      int queries,
      int keys,
      double[] weights,
      double[] logits,
      double[] query,
      double[] key,
      double[] value) {
    this.queries = queries;
    this.keys = keys;
    this.weights = requireSize("weights", (long) queries * keys, weights);
    this.logits = logits.length == 0 ? NONE : requireSize("logits", weights.length, logits);
    this.query = requireRows("query", queries, query);
    this.key = requireRows("key", keys, key);
    this.value = requireRows("value", keys, value);
    if (hasProducts() && dimension(query, queries) != dimension(key, keys)) {
      throw new IllegalArgumentException("query and key must have the same dimension");
    }
  }

  private static double[] requireSize(String name, long size, double[] values) {
    if (values.length != size) {
      throw new IllegalArgumentException(
          name + " must have " + size + " elements: " + values.length);
    }
    return values;
  }

  private static double[] requireRows(String name, int rows, double[] values) {
    if (values.length % rows != 0) {
      throw new IllegalArgumentException(name + " must have " + rows + " rows: " + values.length);
    }
    return values;
  }

  private static int dimension(double[] vectors, int rows) {
    return vectors.length / rows;
  }

  /** The number Lq of queries. */
  public int queries() {
    return queries;
  }

  /** The number Lk of keys. */
  public int keys() {
    return keys;
  }

  /** Whether logits are known, apart from what query and key tell of them. */
  public boolean hasLogits() {
    return logits.length > 0;
  }

  /** Whether query and key are known. */
  public boolean hasProducts() {
    return query.length > 0 && key.length > 0;
  }

  /** Whether value vectors are known. */
  public boolean hasValues() {
    return value.length > 0;
  }

  public double weight(int ofQuery, int ofKey) {
    return weights[ofQuery * keys + ofKey];
  }

  double logit(int ofQuery, int ofKey) {
    return logits[ofQuery * keys + ofKey];
  }

  /** q·k, without an error bound. */
  double product(int ofQuery, int ofKey) {
    int d = dimension(query, queries);
    double sum = 0;
    for (int i = 0; i < d; i++) {
      sum += query[ofQuery * d + i] * key[ofKey * d + i];
    }
    return sum;
  }

  /** Σ |q_i k_i|, by which the error of q·k is bounded. */
  double productScale(int ofQuery, int ofKey) {
    int d = dimension(query, queries);
    double sum = 0;
    for (int i = 0; i < d; i++) {
      sum += Math.abs(query[ofQuery * d + i] * key[ofKey * d + i]);
    }
    return sum;
  }

  /** The dimension of query and key. */
  int productTerms() {
    return dimension(query, queries);
  }

  double[] queryOf(int ofQuery) {
    return row(query, queries, ofQuery);
  }

  double[] keyOf(int ofKey) {
    return row(key, keys, ofKey);
  }

  double[] valueOf(int ofKey) {
    return row(value, keys, ofKey);
  }

  private static double[] row(double[] vectors, int rows, int row) {
    int d = dimension(vectors, rows);
    return Arrays.copyOfRange(vectors, row * d, (row + 1) * d);
  }

  /** The same with one array replaced; an empty one is not known. */
  public HeadArrays with(Part part, double... values) {
    return new HeadArrays(
        queries,
        keys,
        part == Part.WEIGHTS ? values : weights,
        part == Part.LOGITS ? values : logits,
        part == Part.QUERY ? values : query,
        part == Part.KEY ? values : key,
        part == Part.VALUE ? values : value);
  }

  /** The same without query and key. */
  public HeadArrays withoutProducts() {
    return with(Part.QUERY).with(Part.KEY);
  }

  /** The same with rows and columns of the weights or the logits exchanged, of a square head. */
  public HeadArrays withTransposed(Part part) {
    return with(part, transposed(of(part)));
  }

  private double[] transposed(double... matrix) {
    double[] exchanged = new double[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      exchanged[i % keys * keys + i / keys] = matrix[i];
    }
    return exchanged;
  }

  /** Logits, weights, query, key and value as floats; with what no float holds rounded. */
  float[] floats(Part part) {
    double[] values = of(part);
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return rounded;
  }

  /**
   * Shows the numbers of an array: of weights and logits those of visible pairs, of vectors all.
   *
   * @param sight which pairs are visible
   */
  public void show(Part part, Sight sight, DoubleConsumer sink) {
    double[] values = of(part);
    boolean pairs = part == Part.WEIGHTS || part == Part.LOGITS;
    for (int i = 0; i < values.length; i++) {
      if (!pairs || sight.sees(i / keys, i % keys)) {
        sink.accept(values[i]);
      }
    }
  }

  /** One of the arrays. */
  public enum Part {
    /** Attention weights. */
    WEIGHTS,
    /** Logits. */
    LOGITS,
    /** Query vectors. */
    QUERY,
    /** Key vectors. */
    KEY,
    /** Value vectors. */
    VALUE
  }

  /** The array itself; empty if it is not known. */
  public double[] of(Part part) {
    return switch (part) {
      case WEIGHTS -> weights;
      case LOGITS -> logits;
      case QUERY -> query;
      case KEY -> key;
      case VALUE -> value;
    };
  }
}
