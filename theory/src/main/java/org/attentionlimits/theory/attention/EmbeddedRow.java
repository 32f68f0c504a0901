package org.attentionlimits.theory.attention;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Vec;

/** An attention row whose tokens have embeddings {@code x_i ∈ R^d}, with the N of its top-N set. */
public final class EmbeddedRow extends Numbered<EmbeddedRow> {

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
  public int tokens() {
    return all.count();
  }

  @Override
  public int[] shape() {
    return new int[] {tokens(), dimension(), selected};
  }

  @Override
  public double[] numbers() {
    return all.numbers();
  }

  @Override
  public EmbeddedRow withNumbers(double... numbers) {
    return new EmbeddedRow(all.withNumbers(numbers), selected);
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

  @Override
  public Stream<EmbeddedRow> equivalent() {
    return all.equivalent().map(shifted -> new EmbeddedRow(shifted, selected));
  }

  @Override
  public Map<String, Object> fields() {
    Map<String, Object> fields = all.fields();
    fields.put("selected", selected);
    return fields;
  }

  @Override
  public String toString() {
    return all + ", N = " + selected;
  }
}
