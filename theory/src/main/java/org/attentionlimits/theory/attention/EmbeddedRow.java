package org.attentionlimits.theory.attention;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Vec;

/** An attention row whose tokens have embeddings {@code x_i ∈ R^d}, with the N of its top-N set. */
public final class EmbeddedRow extends Numbered<EmbeddedRow> {

  private final LogitRow row;
  private final double[][] embeddings;
  private final int selected;

  /**
   * A row with embeddings.
   *
   * @param row n visible tokens
   * @param embeddings x, [n, d], d ≥ 1, finite
   * @param selected N, from 1 to n
   * @throws IllegalArgumentException on any other argument
   */
  public EmbeddedRow(LogitRow row, double[][] embeddings, int selected) {
    this.row = row;
    this.embeddings = Arguments.requireRows("embedding", row.tokens(), embeddings);
    this.selected = Arguments.requireSelected(selected, row.tokens());
  }

  /** The row without its embeddings. */
  public LogitRow row() {
    return row;
  }

  /** The number N of selected tokens. */
  public int selected() {
    return selected;
  }

  /** Dimension d of the embeddings. */
  public int dimension() {
    return embeddings[0].length;
  }

  /** The embeddings x_i, [n] of [d]. */
  public Vec[] embeddings(Arithmetic arithmetic) {
    return Arrays.stream(embeddings).map(arithmetic::vector).toArray(Vec[]::new);
  }

  /** I_N, the N tokens of largest weight, ties to the lower index. */
  public int[] top() {
    return row.top(selected);
  }

  /**
   * Whether two tokens have the same logit and the same embedding, so that nothing sets them apart.
   */
  public boolean areAlike(int token, int other) {
    return row.logit(token) == row.logit(other)
        && Arrays.equals(embeddings[token], embeddings[other]);
  }

  @Override
  public int tokens() {
    return row.tokens();
  }

  @Override
  public int[] shape() {
    return new int[] {tokens(), dimension(), selected};
  }

  @Override
  public double[] numbers() {
    return Stream.concat(Stream.of(row.numbers()), Arrays.stream(embeddings))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  @Override
  public EmbeddedRow withNumbers(double... numbers) {
    Arguments.requireCount((dimension() + 1) * tokens() + 1, numbers);
    int start = tokens() + 1;
    return new EmbeddedRow(
        row.withNumbers(Arrays.copyOf(numbers, start)),
        Matrices.rows(numbers, start, tokens(), dimension()),
        selected);
  }

  @Override
  public Stream<EmbeddedRow> smaller() {
    Stream<EmbeddedRow> fewerTokens =
        tokens() == 1
            ? Stream.empty()
            : IntStream.range(0, tokens()).boxed().flatMap(i -> without(i));
    Stream<EmbeddedRow> fewerDimensions =
        dimension() == 1
            ? Stream.empty()
            : IntStream.range(0, dimension())
                .mapToObj(
                    k -> new EmbeddedRow(row, Matrices.withoutColumn(embeddings, k), selected));
    Stream<EmbeddedRow> fewerSelected =
        selected == 1 ? Stream.empty() : Stream.of(new EmbeddedRow(row, embeddings, selected - 1));
    return Stream.of(fewerTokens, fewerDimensions, fewerSelected).flatMap(s -> s);
  }

  @Override
  public Stream<EmbeddedRow> larger() {
    Stream<EmbeddedRow> moreTokens =
        IntStream.range(0, tokens())
            .mapToObj(
                i -> new EmbeddedRow(row.twice(i), Matrices.rowTwice(embeddings, i), selected));
    Stream<EmbeddedRow> moreSelected =
        selected == tokens()
            ? Stream.empty()
            : Stream.of(new EmbeddedRow(row, embeddings, selected + 1));
    Stream<EmbeddedRow> moreDimensions =
        Stream.of(new EmbeddedRow(row, Matrices.withZeroColumn(embeddings), selected));
    return Stream.of(moreTokens, moreSelected, moreDimensions).flatMap(s -> s);
  }

  @Override
  public Stream<EmbeddedRow> equivalent() {
    return row.equivalent().map(shifted -> new EmbeddedRow(shifted, embeddings, selected));
  }

  private Stream<EmbeddedRow> without(int token) {
    LogitRow rest = row.without(token);
    double[][] others = Matrices.withoutRow(embeddings, token);
    return IntStream.rangeClosed(Math.max(1, selected - 1), Math.min(selected, rest.tokens()))
        .mapToObj(n -> new EmbeddedRow(rest, others, n));
  }

  @Override
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>(row.fields());
    fields.put("embeddings", Matrices.copy(embeddings));
    fields.put("selected", selected);
    return fields;
  }

  @Override
  public String toString() {
    return row + ", x = " + Matrices.print(embeddings) + ", N = " + selected;
  }
}
