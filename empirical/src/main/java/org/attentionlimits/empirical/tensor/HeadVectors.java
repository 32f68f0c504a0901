package org.attentionlimits.empirical.tensor;

/**
 * Query, key and value vectors of a head, [L, d]: floats as given, and as rows of doubles made when
 * they are first asked for.
 */
final class HeadVectors {

  private final int length;
  private final int dimension;
  private final float[] query;
  private final float[] key;
  private final float[] value;
  private double[][] queries;
  private double[][] keys;
  private double[][] values;

  HeadVectors(int length, int dimension, float[] query, float[] key, float[] value) {
    if (dimension < 1) {
      throw new IllegalArgumentException("dimension must be at least 1: " + dimension);
    }
    this.length = length;
    this.dimension = dimension;
    long size = (long) length * dimension;
    this.query = requireSize("query", size, query);
    this.key = requireSize("key", size, key);
    this.value = requireSize("value", size, value);
  }

  static float[] requireSize(String name, long size, float[] values) {
    if (values.length != size) {
      throw new IllegalArgumentException(
          name + " must have " + size + " elements: " + values.length);
    }
    return values;
  }

  int dimension() {
    return dimension;
  }

  float[] query() {
    return query;
  }

  float[] key() {
    return key;
  }

  float[] value() {
    return value;
  }

  synchronized double[][] queries() {
    queries = queries == null ? rows(length, dimension, query) : queries;
    return queries;
  }

  synchronized double[][] keys() {
    keys = keys == null ? rows(length, dimension, key) : keys;
    return keys;
  }

  synchronized double[][] values() {
    values = values == null ? rows(length, dimension, value) : values;
    return values;
  }

  static double[][] rows(int length, int dimension, float[] flat) {
    double[][] rows = new double[length][dimension];
    for (int i = 0; i < flat.length; i++) {
      rows[i / dimension][i % dimension] = flat[i];
    }
    return rows;
  }
}
