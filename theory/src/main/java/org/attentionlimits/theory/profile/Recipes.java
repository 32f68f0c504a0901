package org.attentionlimits.theory.profile;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.normalize.PositiveFunction;

/** The recipes of the built-in types that have logits. */
public final class Recipes {

  /** Most selected tokens of a law of which probabilities are computed and not sampled. */
  private static final int COMPUTABLE = 3;

  private static final int MOST_DIMENSIONS = 64;

  /** Claims about embeddings compare every two of them. */
  private static final int MOST_EMBEDDED = Profile.MOST_TOKENS / 4;

  private Recipes() {}

  /** Rows of logits. */
  public static List<Recipe<LogitRow>> logits() {
    return List.of(
        new Recipe<>(
            Profile.MOST_TOKENS, 1, 0, 1, 0, (columns, r, t, m) -> new LogitRow(t[0], columns[0])));
  }

  /** Rows under every function. */
  public static List<Recipe<FunctionRow>> functions() {
    return Arrays.stream(PositiveFunction.values())
        .map(
            function ->
                new Recipe<>(
                    Profile.MOST_TOKENS,
                    1,
                    0,
                    1,
                    0,
                    (columns, r, t, m) ->
                        new FunctionRow(function, new LogitRow(t[0], columns[0]))))
        .toList();
  }

  /** Rows with a step. */
  public static List<Recipe<PerturbedRow>> perturbed() {
    return List.of(
        new Recipe<>(
            Profile.MOST_TOKENS,
            2,
            0,
            2,
            0,
            (columns, r, t, m) ->
                new PerturbedRow(new LogitRow(t[0], columns[0]), columns[1], t[1])));
  }

  /** Queries and keys of one and two dimensions. */
  public static List<Recipe<QueryKeys>> queryKeys() {
    return inFewDimensions(
        d ->
            new Recipe<>(
                Profile.MOST_TOKENS,
                d,
                d,
                1,
                0,
                (columns, q, t, m) -> new QueryKeys(t[0], q, rows(columns, 0))));
  }

  /** Rows with embeddings of one and two dimensions. */
  public static List<Recipe<EmbeddedRow>> embedded() {
    return withEmbeddings(
        1, (logits, embeddings, m) -> new EmbeddedRow(logits, embeddings, Math.max(1, m[0])));
  }

  /** Rows with embeddings of one and two dimensions, the set being all from one mark to another. */
  public static List<Recipe<SelectedRow>> selected() {
    return withEmbeddings(
        2,
        (logits, embeddings, m) ->
            new SelectedRow(
                logits,
                embeddings,
                IntStream.range(Math.min(m[0], m[1]), Math.max(m[0], m[1])).toArray()));
  }

  /** Makes an instance of a row, embeddings and marks. */
  @FunctionalInterface
  private interface EmbeddingMaker<I> {
    I make(LogitRow logits, double[][] embeddings, int[] marks);
  }

  private static <I extends Instance<I>> List<Recipe<I>> withEmbeddings(
      int marks, EmbeddingMaker<I> maker) {
    return inFewDimensions(
        d ->
            new Recipe<>(
                MOST_EMBEDDED,
                1 + d,
                0,
                1,
                marks,
                (columns, r, t, m) ->
                    maker.make(new LogitRow(t[0], columns[0]), rows(columns, 1), m)));
  }

  /** A recipe for one dimension, and one for two. */
  private static <I extends Instance<I>> List<Recipe<I>> inFewDimensions(
      IntFunction<Recipe<I>> recipe) {
    return IntStream.of(1, 2).mapToObj(recipe).toList();
  }

  /** Rows with random embeddings, of few selected tokens. */
  public static List<Recipe<SphericalRow>> spherical() {
    return List.of(
        new Recipe<>(
            Profile.MOST_TOKENS,
            1,
            0,
            4,
            2,
            (columns, r, t, m) ->
                new SphericalRow(
                    new LogitRow(t[0], columns[0]),
                    Math.max(1, Math.min(COMPUTABLE, m[0])),
                    Math.max(1, Math.min(MOST_DIMENSIONS, m[1])),
                    t[1],
                    t[2],
                    t[3])));
  }

  /** One row of the columns from one on for each token. */
  private static double[][] rows(double[][] columns, int from) {
    return IntStream.range(0, columns[0].length)
        .mapToObj(
            i -> IntStream.range(from, columns.length).mapToDouble(c -> columns[c][i]).toArray())
        .toArray(double[][]::new);
  }
}
