package org.attentionlimits.theory.profile;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.LogitRow;

/** Recipes of instances that have vectors of few dimensions, a column for each. */
public final class Columns {

  /** Claims about embeddings compare every two of them. */
  private static final int MOST_EMBEDDED = Profile.MOST_TOKENS / 4;

  private Columns() {}

  /**
   * Makes an instance of a row, embeddings and marks.
   *
   * @param <I> the type of instance
   */
  @FunctionalInterface
  public interface EmbeddingMaker<I> {
    /** The instance; empty if there is none. */
    Optional<I> make(LogitRow logits, double[][] embeddings, int[] marks);
  }

  /** Recipes of rows with embeddings of one and two dimensions. */
  public static <I extends Instance<I>> List<Recipe<I>> withEmbeddings(
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
  public static <I extends Instance<I>> List<Recipe<I>> inFewDimensions(
      IntFunction<Recipe<I>> recipe) {
    return IntStream.of(1, 2).mapToObj(recipe).toList();
  }

  /** One row of the columns, from one of them on, for each token. */
  public static double[][] rows(double[][] columns, int from) {
    double[][] rows = new double[columns[0].length][columns.length - from];
    for (int i = 0; i < rows.length; i++) {
      for (int c = from; c < columns.length; c++) {
        rows[i][c - from] = columns[c][i];
      }
    }
    return rows;
  }
}
