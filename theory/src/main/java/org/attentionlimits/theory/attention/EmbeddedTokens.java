package org.attentionlimits.theory.attention;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Vec;

/** The visible tokens of an attention row with their embeddings {@code x_i ∈ R^d}. Immutable. */
final class EmbeddedTokens {

  private final LogitRow row;
  private final double[][] embeddings;

  /**
   * Tokens with embeddings.
   *
   * @param row n visible tokens
   * @param embeddings x, [n, d], d ≥ 1, finite
   * @throws IllegalArgumentException on any other argument
   */
  EmbeddedTokens(LogitRow row, double[][] embeddings) {
    this.row = row;
    this.embeddings = Arguments.requireRows("embedding", row.tokens(), embeddings);
  }

  /** The row without its embeddings. */
  LogitRow row() {
    return row;
  }

  /** Number n of tokens. */
  int count() {
    return row.tokens();
  }

  /** Dimension d of the embeddings. */
  int dimension() {
    return embeddings[0].length;
  }

  /** The embeddings x_i, [n] of [d]. */
  Vec[] embeddings(Arithmetic arithmetic) {
    return Arrays.stream(embeddings).map(arithmetic::inputs).toArray(Vec[]::new);
  }

  /** Whether two tokens have the same logit and the same embedding. */
  boolean areAlike(int token, int other) {
    return row.logit(token) == row.logit(other)
        && Arrays.equals(embeddings[token], embeddings[other]);
  }

  /** The logits, T, and the embeddings, [n + 1 + n d]. */
  double[] numbers() {
    return Stream.concat(Stream.of(row.numbers()), Arrays.stream(embeddings))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  /** As many tokens of the same dimension with other {@link #numbers()}. */
  EmbeddedTokens withNumbers(double... numbers) {
    Arguments.requireCount((dimension() + 1) * count() + 1, numbers);
    int start = count() + 1;
    return new EmbeddedTokens(
        row.withNumbers(Arrays.copyOf(numbers, start)),
        Matrices.rows(numbers, start, count(), dimension()));
  }

  /** The tokens without one, of at least two. */
  EmbeddedTokens without(int token) {
    return new EmbeddedTokens(row.without(token), Matrices.withoutRow(embeddings, token));
  }

  /** Some of the tokens, each as often as it is named. */
  EmbeddedTokens of(int... tokens) {
    return new EmbeddedTokens(row.of(tokens), Matrices.select(embeddings, tokens));
  }

  /** Each token once more, at the end. */
  Stream<EmbeddedTokens> oneTwice() {
    return IntStream.range(0, count())
        .mapToObj(i -> new EmbeddedTokens(row.twice(i), Matrices.rowTwice(embeddings, i)));
  }

  /** Each dimension left out, unless it is the only one. */
  Stream<EmbeddedTokens> inFewerDimensions() {
    return dimension() == 1
        ? Stream.empty()
        : IntStream.range(0, dimension())
            .mapToObj(k -> new EmbeddedTokens(row, Matrices.withoutColumn(embeddings, k)));
  }

  /** One dimension more, in which all embeddings are zero. */
  EmbeddedTokens inOneMoreDimension() {
    return new EmbeddedTokens(row, Matrices.withZeroColumn(embeddings));
  }

  /** With equivalent logits. */
  Stream<EmbeddedTokens> equivalent() {
    return row.equivalent().map(shifted -> new EmbeddedTokens(shifted, embeddings));
  }

  /** Logits, temperature and embeddings by name. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>(row.fields());
    fields.put("embeddings", Matrices.copy(embeddings));
    return fields;
  }

  @Override
  public String toString() {
    return row + ", x = " + Matrices.print(embeddings);
  }
}
