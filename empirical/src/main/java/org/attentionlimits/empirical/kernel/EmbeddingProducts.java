package org.attentionlimits.empirical.kernel;

import java.util.Arrays;

/**
 * Embeddings of a sequence's tokens in double precision with all their inner products, one product
 * of matrices for a head. Dimensions: L tokens, d the embeddings' dimension.
 */
public final class EmbeddingProducts {

  /**
   * A squared distance below this share of the square of the lengths it is a difference of is not
   * taken from inner products, where up to that many of its digits would have cancelled. With d + N
   * ≤ 2000 terms the relative error of a distance stays below 1e-9.
   */
  static final double CANCELLATION = 0x1p-13;

  private final double[][] vectors;
  private final double[][] columns;
  private final double[][] products;
  private final double[] norms;
  private final double[] largestNorms;

  /**
   * All inner products.
   *
   * @param vectors x, [L, d], retained
   */
  public EmbeddingProducts(double[][] vectors) {
    int length = vectors.length;
    this.vectors = vectors;
    this.columns = new double[vectors[0].length][length];
    this.products = new double[length][length];
    this.norms = new double[length];
    this.largestNorms = new double[length];
    for (int i = 0; i < length; i++) {
      for (int c = 0; c < columns.length; c++) {
        columns[c][i] = vectors[i][c];
      }
    }
    for (int i = 0; i < length; i++) {
      project(vectors[i], products[i], length);
      norms[i] = Math.sqrt(squaredNorm(i));
      largestNorms[i] = Math.max(norms[i], i == 0 ? 0 : largestNorms[i - 1]);
    }
  }

  /** These embeddings divided by their norms; a zero vector stays zero. */
  public static EmbeddingProducts normalised(double[][] vectors) {
    double[][] units = new double[vectors.length][];
    for (int i = 0; i < units.length; i++) {
      double norm = Math.sqrt(dot(vectors[i], vectors[i]));
      units[i] = vectors[i].clone();
      for (int c = 0; c < units[i].length && norm > 0; c++) {
        units[i][c] /= norm;
      }
    }
    return new EmbeddingProducts(units);
  }

  /** The number L of tokens. */
  public int length() {
    return vectors.length;
  }

  /** Their dimension d. */
  public int dimension() {
    return columns.length;
  }

  /** {@code x_i}, [d]. */
  public double[] vector(int token) {
    return vectors[token];
  }

  /** {@code x_i·x_j} for all j, [L]. */
  public double[] products(int token) {
    return products[token];
  }

  /** {@code ‖x_i‖} for all i, [L]. */
  public double[] norms() {
    return norms;
  }

  /** {@code ‖x_i‖²}. */
  public double squaredNorm(int token) {
    return products[token][token];
  }

  /** {@code max_{i<n} ‖x_i‖}. */
  public double largestNorm(int tokens) {
    return largestNorms[tokens - 1];
  }

  /** {@code ‖x_i − x_j‖²}. */
  public double squaredDistance(int first, int second) {
    double square = squaredNorm(first) - 2 * products[first][second] + squaredNorm(second);
    double scale = norms[first] + norms[second];
    return square >= CANCELLATION * scale * scale ? square : directly(first, second);
  }

  /** {@code ‖x_i − x_j‖²} without inner products. */
  public double directly(int first, int second) {
    double sum = 0;
    for (int c = 0; c < columns.length; c++) {
      double difference = vectors[first][c] - vectors[second][c];
      sum += difference * difference;
    }
    return sum;
  }

  /** Sets {@code v·x_i} for all i &lt; n: columns times components, four at a time. */
  public void project(double[] v, double[] result, int tokens) {
    Arrays.fill(result, 0, tokens, 0);
    int c = 0;
    for (; c + 4 <= columns.length; c += 4) {
      addFour(v, c, result, tokens);
    }
    for (; c < columns.length; c++) {
      add(v[c], columns[c], result, tokens);
    }
  }

  private void addFour(double[] v, int first, double[] result, int tokens) {
    double v0 = v[first];
    double v1 = v[first + 1];
    double v2 = v[first + 2];
    double v3 = v[first + 3];
    double[] x0 = columns[first];
    double[] x1 = columns[first + 1];
    double[] x2 = columns[first + 2];
    double[] x3 = columns[first + 3];
    for (int i = 0; i < tokens; i++) {
      result[i] += v0 * x0[i] + v1 * x1[i] + (v2 * x2[i] + v3 * x3[i]);
    }
  }

  /** Adds a multiple of the first elements of a vector to another. */
  public static void add(double factor, double[] x, double[] sum, int count) {
    for (int i = 0; i < count; i++) {
      sum[i] += factor * x[i];
    }
  }

  /** {@code x·y}. */
  public static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
