package org.attentionlimits.theory.attention;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Vec;

/** An attention row with embeddings and an arbitrary non-empty set I of selected tokens. */
public final class SelectedRow extends Described<SelectedRow> {

  /** What describes a row with a set of selected tokens. */
  public static final InstanceType<SelectedRow> TYPE =
      InstanceType.of(SelectedRow.class, "a row with embeddings and any set of selected tokens")
          .row(SelectedRow::row)
          .size("d", 1, row -> row.all.dimension())
          .rows("embeddings", "x = ", row -> row.all.values(), "n", "d")
          .set("selected", "I = ", row -> row.selected, "n")
          .invariantToShiftsOf("logits")
          .comparedInPairs()
          .beyondRows("a set of tokens other than the top N")
          .madeBy(
              v -> new SelectedRow(LogitRow.of(v), v.rows("embeddings"), v.integers("selected")));

  private final EmbeddedTokens all;
  private final int[] selected;

  /**
   * A row with embeddings and a set.
   *
   * @param row n visible tokens
   * @param embeddings x, [n, d], d ≥ 1, finite
   * @param selected I, distinct indices from 0 to n − 1, at least one, in any order
   * @throws IllegalArgumentException on any other argument
   */
  public SelectedRow(LogitRow row, double[][] embeddings, int... selected) {
    this(new EmbeddedTokens(row, embeddings), selected);
  }

  private SelectedRow(EmbeddedTokens all, int... selected) {
    this.all = all;
    this.selected = Arguments.requireSet(all.count(), selected);
  }

  /** The row without its embeddings. */
  public LogitRow row() {
    return all.row();
  }

  /** I, ascending. */
  public int[] selected() {
    return selected.clone();
  }

  /** The embeddings x_i, [n] of [d]. */
  public Vec[] embeddings(Arithmetic arithmetic) {
    return all.embeddings(arithmetic);
  }

  @Override
  public InstanceType<SelectedRow> type() {
    return TYPE;
  }

  @Override
  public int tokens() {
    return all.count();
  }

  @Override
  public Stream<SelectedRow> smaller() {
    Stream<SelectedRow> fewerTokens = IntStream.range(0, tokens()).boxed().flatMap(this::without);
    Stream<SelectedRow> fewerDimensions =
        all.inFewerDimensions().map(rest -> new SelectedRow(rest, selected));
    Stream<SelectedRow> fewerSelected =
        selected.length == 1
            ? Stream.empty()
            : Arrays.stream(selected).mapToObj(i -> new SelectedRow(all, except(i)));
    return Stream.of(fewerTokens, fewerDimensions, fewerSelected).flatMap(s -> s);
  }

  private int[] except(int token) {
    return Arrays.stream(selected).filter(i -> i != token).toArray();
  }

  private Stream<SelectedRow> without(int token) {
    int[] rest = Arrays.stream(except(token)).map(i -> i < token ? i : i - 1).toArray();
    return rest.length == 0 ? Stream.empty() : Stream.of(new SelectedRow(all.without(token), rest));
  }

  /**
   * A token twice, the copy not selected; a dimension more; a token more in the set, or the one
   * beside a token instead of it.
   */
  @Override
  public Stream<SelectedRow> larger() {
    Stream<SelectedRow> moreTokens = all.oneTwice().map(more -> new SelectedRow(more, selected));
    Stream<SelectedRow> moreDimensions =
        Stream.of(new SelectedRow(all.inOneMoreDimension(), selected));
    Stream<SelectedRow> otherSets =
        IntStream.of(TopN.others(tokens(), selected))
            .boxed()
            .flatMap(i -> Stream.concat(Stream.of(plus(selected, i)), insteadOfNeighbours(i)))
            .map(set -> new SelectedRow(all, set));
    return Stream.of(moreTokens, moreDimensions, otherSets).flatMap(s -> s);
  }

  private Stream<int[]> insteadOfNeighbours(int token) {
    return Arrays.stream(selected)
        .filter(i -> Math.abs(i - token) == 1)
        .mapToObj(i -> plus(except(i), token));
  }

  @Override
  public Stream<SelectedRow> withTokens(int... tokens) {
    int[] set =
        IntStream.range(0, tokens.length)
            .filter(i -> Arrays.binarySearch(selected, tokens[i]) >= 0)
            .toArray();
    return set.length == 0 ? Stream.empty() : Stream.of(new SelectedRow(all.of(tokens), set));
  }

  private static int[] plus(int[] set, int token) {
    return IntStream.concat(Arrays.stream(set), IntStream.of(token)).toArray();
  }
}
