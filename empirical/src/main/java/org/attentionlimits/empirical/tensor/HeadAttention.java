package org.attentionlimits.empirical.tensor;

import java.util.Arrays;
import java.util.Optional;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.QueryKeys;

/**
 * What one attention head computed on one text, as float32 arrays on the host. Of the logits and
 * weights, [L, L] row-major, the row is the query's token and the column the key's; query t sees
 * the tokens 0 to t, its causal prefix, and nothing else of its row is ever used.
 *
 * <p>The methods that make an instance of the theory take the floats exactly, as doubles. Instances
 * rest on the logits (or on queries and keys), never on the rounded weights.
 *
 * <p>Arrays are retained, not copied; objects may be shared between threads as long as nobody
 * writes to them.
 */
public final class HeadAttention implements HeadRows {

  /** The longest sequence whose [L, L] matrix fits an array. */
  public static final int MAX_LENGTH = 46_340;

  private final int layer;
  private final int head;
  private final int length;
  private final double temperature;
  private final float[] logits;
  private final float[] weights;
  private final HeadVectors vectors;
  private final Embeddings embeddings;
  private final Embeddings tokens;

  /**
   * A head of which only logits and weights are known.
   *
   * @param layer index of the layer, from 0
   * @param head index of the head in its layer, from 0
   * @param length L, at least 1
   * @param temperature T of the softmax, positive and finite
   * @param logits unscaled q·k, [L, L]
   * @param weights causal softmax of logits/T, [L, L]
   * @throws IllegalArgumentException on arrays of another size, or another temperature
   */
  public HeadAttention(
      int layer, int head, int length, double temperature, float[] logits, float[] weights) {
    this(layer, head, length, temperature, logits, weights, null, null, null);
  }

  private HeadAttention(
      int layer,
      int head,
      int length,
      double temperature,
      float[] logits,
      float[] weights,
      HeadVectors vectors,
      Embeddings embeddings,
      Embeddings tokens) {
    if (length < 1 || length > MAX_LENGTH) {
      throw new IllegalArgumentException("length must be from 1 to " + MAX_LENGTH + ": " + length);
    }
    if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("temperature must be positive and finite: " + temperature);
    }
    HeadVectors.requireSize("logits", (long) length * length, logits);
    HeadVectors.requireSize("weights", (long) length * length, weights);
    this.layer = layer;
    this.head = head;
    this.length = length;
    this.temperature = temperature;
    this.logits = logits;
    this.weights = weights;
    this.vectors = vectors;
    this.embeddings = embeddings;
    this.tokens = tokens;
  }

  /**
   * This head with its query, key and value vectors.
   *
   * @param dimension d, at least 1
   * @param query [L, d]
   * @param key [L, d]
   * @param value [L, d]
   * @throws IllegalArgumentException on arrays of another size
   */
  public HeadAttention withVectors(int dimension, float[] query, float[] key, float[] value) {
    HeadVectors all = new HeadVectors(length, dimension, query, key, value);
    return with(all, embeddings, tokens);
  }

  /**
   * This head with embeddings other than its value vectors.
   *
   * @throws IllegalArgumentException if they are of another number of tokens
   */
  public HeadAttention withEmbeddings(Embeddings others) {
    return with(vectors, requireLength(others), tokens);
  }

  /**
   * This head with the token embeddings of the text, without positions.
   *
   * @throws IllegalArgumentException if they are of another number of tokens
   */
  public HeadAttention withTokens(Embeddings ofText) {
    return with(vectors, embeddings, requireLength(ofText));
  }

  private HeadAttention with(HeadVectors ofHead, Embeddings others, Embeddings ofText) {
    return new HeadAttention(
        layer, head, length, temperature, logits, weights, ofHead, others, ofText);
  }

  private Embeddings requireLength(Embeddings others) {
    if (others.length() != length) {
      throw new IllegalArgumentException(
          "embeddings must be of " + length + " tokens: " + others.length());
    }
    return others;
  }

  /** Whether the embeddings that {@link #visibleEmbeddings} gives are the token embeddings. */
  public boolean isOnTokens() {
    return embeddings != null && embeddings.equals(tokens);
  }

  /** The token embeddings of the text, without positions; empty if they are not known. */
  public Optional<Embeddings> tokens() {
    return Optional.ofNullable(tokens);
  }

  @Override
  public int layer() {
    return layer;
  }

  @Override
  public int head() {
    return head;
  }

  /** The number L of tokens. */
  public int length() {
    return length;
  }

  @Override
  public int queries() {
    return length;
  }

  @Override
  public Optional<HeadRow> seenBy(int query) {
    requireQuery(query);
    return Optional.of(new CausalRow(this, query));
  }

  /** The temperature T of the softmax. */
  public double temperature() {
    return temperature;
  }

  /** Whether query, key and value vectors are known. */
  public boolean hasVectors() {
    return vectors != null;
  }

  /**
   * The dimension d of query, key and value vectors.
   *
   * @throws IllegalStateException if they are not known
   */
  public int dimension() {
    return vectors().dimension();
  }

  /** Unscaled logits of all pairs, [L, L]; the array itself. */
  public float[] logits() {
    return logits;
  }

  /** Weights, [L, L], zero above the diagonal; the array itself. */
  public float[] weights() {
    return weights;
  }

  /**
   * Query vectors, [L, d]; the array itself.
   *
   * @throws IllegalStateException if they are not known
   */
  public float[] query() {
    return vectors().query();
  }

  /**
   * Key vectors, [L, d]; the array itself.
   *
   * @throws IllegalStateException if they are not known
   */
  public float[] key() {
    return vectors().key();
  }

  /**
   * Value vectors, [L, d]; the array itself.
   *
   * @throws IllegalStateException if they are not known
   */
  public float[] value() {
    return vectors().value();
  }

  private HeadVectors vectors() {
    if (vectors == null) {
      throw new IllegalStateException("query, key and value vectors of " + this + " are not known");
    }
    return vectors;
  }

  /** Unscaled logits of the tokens that query t sees, [t + 1]. */
  public double[] visibleLogits(int query) {
    requireQuery(query);
    double[] visible = new double[query + 1];
    for (int key = 0; key <= query; key++) {
      visible[key] = logits[query * length + key];
    }
    return visible;
  }

  /** Value vectors x of the tokens that query t sees, [t + 1, d]; rows must not be written to. */
  public double[][] visibleValues(int query) {
    requireQuery(query);
    return Arrays.copyOf(vectors().values(), query + 1);
  }

  /**
   * Embeddings x of the tokens that query t sees, the value vectors unless others are given, [t +
   * 1, D]; rows must not be written to.
   */
  public double[][] visibleEmbeddings(int query) {
    requireQuery(query);
    return embeddings == null ? visibleValues(query) : Arrays.copyOf(embeddings.rows(), query + 1);
  }

  /** The row of query t. */
  public LogitRow row(int query) {
    return new LogitRow(temperature, visibleLogits(query));
  }

  /**
   * The row of query t with its embeddings.
   *
   * @param selected N, from 1 to t + 1
   * @throws IllegalStateException if there are neither value vectors nor other embeddings
   */
  public EmbeddedRow embedded(int query, int selected) {
    return new EmbeddedRow(row(query), visibleEmbeddings(query), selected);
  }

  /**
   * Query t and the keys that it sees.
   *
   * @throws IllegalStateException if query and key vectors are not known
   */
  public QueryKeys queryKeys(int query) {
    requireQuery(query);
    double[][] keys = Arrays.copyOf(vectors().keys(), query + 1);
    return new QueryKeys(temperature, vectors().queries()[query], keys);
  }

  private void requireQuery(int query) {
    if (query < 0 || query >= length) {
      throw new IllegalArgumentException("query must be from 0 to " + (length - 1) + ": " + query);
    }
  }

  @Override
  public String toString() {
    return "layer " + layer + ", head " + head;
  }
}
