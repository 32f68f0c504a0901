package org.attentionlimits.empirical.tensor;

/**
 * Embeddings of a text's tokens, [L, D]: floats as given, and as rows of doubles made when they are
 * first asked for, which heads may share.
 */
public final class Embeddings {

  private final int length;
  private final int dimension;
  private final float[] values;
  private double[][] rows;

  /**
   * Embeddings.
   *
   * @param length L, at least 1
   * @param dimension D, at least 1
   * @param values row-major; retained, not copied
   * @throws IllegalArgumentException on an array of another size
   */
  public Embeddings(int length, int dimension, float[] values) {
    if (length < 1 || dimension < 1) {
      throw new IllegalArgumentException(
          "length and dimension must be at least 1: " + length + " and " + dimension);
    }
    this.length = length;
    this.dimension = dimension;
    this.values = HeadVectors.requireSize("embeddings", (long) length * dimension, values);
  }

  /** The number L of tokens. */
  public int length() {
    return length;
  }

  /** The dimension D. */
  public int dimension() {
    return dimension;
  }

  /** Row-major, [L, D]; the array itself. */
  public float[] values() {
    return values;
  }

  /** In double precision, [L] of [D]; must not be written to. */
  public synchronized double[][] rows() {
    rows = rows == null ? HeadVectors.rows(length, dimension, values) : rows;
    return rows;
  }
}
