package org.attentionlimits.theory.attention;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Vec;

/** An attention row whose tokens have embeddings {@code x_i ∈ R^d}, with the N of its top-N set. */
public final class EmbeddedRow extends Described<EmbeddedRow> {

  /** What describes a row with embeddings. */
  public static final InstanceType<EmbeddedRow> TYPE =
      InstanceType.of(EmbeddedRow.class, "a row with embeddings and the N of its top-N set")
          .row(EmbeddedRow::row)
          .size("d", 1, EmbeddedRow::dimension)
          .rows("embeddings", "x = ", row -> row.all.values(), "n", "d")
          .count("selected", "N = ", EmbeddedRow::selected, "n")
          .invariantToShiftsOf("logits")
          .comparedInPairs()
          .onRows(VisibleRow::embedded, VisibleRow.Part.SELECTION, VisibleRow.Part.EMBEDDINGS)
          .madeBy(
              v -> new EmbeddedRow(LogitRow.of(v), v.rows("embeddings"), v.integer("selected")));

  private final EmbeddedTokens all;
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
    this(new EmbeddedTokens(row, embeddings), selected);
  }

  private EmbeddedRow(EmbeddedTokens all, int selected) {
    this.all = all;
    this.selected = Arguments.requireSelected(selected, all.count());
  }

  /** The row without its embeddings. */
  public LogitRow row() {
    return all.row();
  }

  /** The number N of selected tokens. */
  public int selected() {
    return selected;
  }

  /** Dimension d of the embeddings. */
  public int dimension() {
    return all.dimension();
  }

  /** The embeddings x_i, [n] of [d]. */
  public Vec[] embeddings(Arithmetic arithmetic) {
    return all.embeddings(arithmetic);
  }

  /** I_N, the N tokens of largest weight, ties to the lower index. */
  public int[] top() {
    return row().top(selected);
  }

  /**
   * Whether two tokens have the same logit and the same embedding, so that nothing sets them apart.
   */
  public boolean areAlike(int token, int other) {
    return all.areAlike(token, other);
  }

  @Override
  public InstanceType<EmbeddedRow> type() {
    return TYPE;
  }

  @Override
  public int tokens() {
    return all.count();
  }

  @Override
  public Stream<EmbeddedRow> smaller() {
    Stream<EmbeddedRow> fewerTokens =
        tokens() == 1
            ? Stream.empty()
            : IntStream.range(0, tokens()).mapToObj(all::without).flatMap(this::onto);
    Stream<EmbeddedRow> fewerDimensions =
        all.inFewerDimensions().map(rest -> new EmbeddedRow(rest, selected));
    Stream<EmbeddedRow> fewerSelected =
        selected == 1 ? Stream.empty() : Stream.of(new EmbeddedRow(all, selected - 1));
    return Stream.of(fewerTokens, fewerDimensions, fewerSelected).flatMap(s -> s);
  }

  private Stream<EmbeddedRow> onto(EmbeddedTokens rest) {
    return TopN.withoutAToken(selected, rest.count()).mapToObj(n -> new EmbeddedRow(rest, n));
  }

  /** As many selected as before, or as many as were of the selected. */
  @Override
  public Stream<EmbeddedRow> withTokens(int... tokens) {
    EmbeddedTokens some = all.of(tokens);
    return TopN.ofTokens(top(), tokens).mapToObj(n -> new EmbeddedRow(some, n));
  }

  @Override
  public Stream<EmbeddedRow> larger() {
    Stream<EmbeddedRow> moreTokens = all.oneTwice().map(more -> new EmbeddedRow(more, selected));
    Stream<EmbeddedRow> moreSelected =
        selected == tokens() ? Stream.empty() : Stream.of(new EmbeddedRow(all, selected + 1));
    Stream<EmbeddedRow> moreDimensions =
        Stream.of(new EmbeddedRow(all.inOneMoreDimension(), selected));
    return Stream.of(moreTokens, moreSelected, moreDimensions).flatMap(s -> s);
  }
}
