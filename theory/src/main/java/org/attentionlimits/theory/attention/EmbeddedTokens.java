package org.attentionlimits.theory.attention;

import java.util.Arrays;
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

  /** The embeddings; the array itself. */
  double[][] values() {
    return embeddings;
  }

  /** Whether two tokens have the same logit and the same embedding. */
  boolean areAlike(int token, int other) {
    return row.logit(token) == row.logit(other)
        && Arrays.equals(embeddings[token], embeddings[other]);
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
}
