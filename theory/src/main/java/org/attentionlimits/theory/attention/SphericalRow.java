package org.attentionlimits.theory.attention;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Vec;

/**
 * An attention row whose embeddings are random: independent, uniform on the sphere of radius M in
 * {@code R^d}. With the N of its top-N set, the radius r of a ball around the context vector, and
 * the separation δ. A claim says what it takes of δ: nothing, or a least distance of any two of the
 * embeddings, given which their law is that of independent ones.
 */
public final class SphericalRow extends Described<SphericalRow> {

  /** What describes a row with random embeddings. */
  public static final InstanceType<SphericalRow> TYPE =
      InstanceType.of(SphericalRow.class, "a row whose embeddings are random, on a sphere")
          .row(SphericalRow::row)
          .count("selected", "N = ", SphericalRow::selected, "n")
          .count("dimension", "d = ", SphericalRow::dimension)
          .positive("radius", "M = ", SphericalRow::radius)
          .number(
              "separation", "δ = ", Kind.NON_NEGATIVE, SphericalRow::separation, Double.MAX_VALUE)
          .positive("ball", "r = ", SphericalRow::ball)
          .invariantToShiftsOf("logits")
          .beyondRows("embeddings at random")
          .madeBy(
              v ->
                  new SphericalRow(
                      LogitRow.of(v),
                      v.integer("selected"),
                      v.integer("dimension"),
                      v.number("radius"),
                      v.number("separation"),
                      v.number("ball")));

  private final LogitRow row;
  private final int selected;
  private final int dimension;
  private final double radius;
  private final double separation;
  private final double ball;

  /**
   * A row with the law of its embeddings.
   *
   * @param row n visible tokens
   * @param selected N, from 1 to n
   * @param dimension d, at least 1
   * @param radius M, positive and finite
   * @param separation δ, not negative and finite
   * @param ball r, positive and finite
   * @throws IllegalArgumentException on any other argument
   */
  public SphericalRow(
      LogitRow row, int selected, int dimension, double radius, double separation, double ball) {
    if (dimension < 1) {
      throw new IllegalArgumentException("dimension must be at least 1: " + dimension);
    }
    if (!(separation >= 0 && separation <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "separation must be finite and not negative: " + separation);
    }
    this.row = row;
    this.selected = Arguments.requireSelected(selected, row.tokens());
    this.dimension = dimension;
    this.radius = Arguments.requirePositive("radius of the sphere", radius);
    this.separation = separation + 0.0;
    this.ball = Arguments.requirePositive("radius of the ball", ball);
  }

  /** The row without the law of its embeddings. */
  public LogitRow row() {
    return row;
  }

  /** The number N of selected tokens. */
  public int selected() {
    return selected;
  }

  /** Dimension d of the embeddings. */
  public int dimension() {
    return dimension;
  }

  /** Radius M of the sphere that the embeddings lie on. */
  public double radius() {
    return radius;
  }

  /** The least distance δ of two embeddings, zero if none is assumed. */
  public double separation() {
    return separation;
  }

  /** Radius r of the ball around the context vector. */
  public double ball() {
    return ball;
  }

  /**
   * A row's weights.
   *
   * @param selected of the top-N set, largest first, [N]
   * @param others of the other tokens, [n − N]
   */
  public record Weights(Vec selected, Vec others) {}

  /** The weights. */
  public Weights weights(Arithmetic arithmetic) {
    Vec weights = row.weights(arithmetic);
    int[] top = row.top(selected);
    return new Weights(weights.select(top), weights.select(TopN.others(tokens(), top)));
  }

  @Override
  public InstanceType<SphericalRow> type() {
    return TYPE;
  }

  @Override
  public int tokens() {
    return row.tokens();
  }

  @Override
  public Stream<SphericalRow> smaller() {
    Stream<SphericalRow> fewerTokens = row.smaller().flatMap(this::onto);
    Stream<SphericalRow> fewerSelected =
        selected == 1 ? Stream.empty() : Stream.of(with(row, selected - 1, dimension));
    return Stream.of(fewerTokens, fewerSelected, fewerDimensions()).flatMap(s -> s);
  }

  /** Half as many, three quarters, seven eighths, ..., and one fewer: there may be a million. */
  private Stream<SphericalRow> fewerDimensions() {
    return IntStream.iterate(dimension / 2, fewer -> fewer / 2)
        .takeWhile(fewer -> fewer > 0)
        .mapToObj(fewer -> with(row, selected, dimension - fewer));
  }

  @Override
  public Stream<SphericalRow> larger() {
    Stream<SphericalRow> moreTokens = row.larger().map(more -> with(more, selected, dimension));
    Stream<SphericalRow> moreSelected =
        selected == tokens() ? Stream.empty() : Stream.of(with(row, selected + 1, dimension));
    Stream<SphericalRow> moreDimensions = Stream.of(with(row, selected, dimension + 1));
    return Stream.of(moreTokens, moreSelected, moreDimensions).flatMap(s -> s);
  }

  @Override
  public Stream<SphericalRow> withTokens(int... tokens) {
    LogitRow some = row.of(tokens);
    return TopN.ofTokens(row.top(selected), tokens).mapToObj(n -> with(some, n, dimension));
  }

  private Stream<SphericalRow> onto(LogitRow rest) {
    return TopN.withoutAToken(selected, rest.tokens())
        .mapToObj(count -> with(rest, count, dimension));
  }

  private SphericalRow with(LogitRow other, int count, int d) {
    return new SphericalRow(other, count, d, radius, separation, ball);
  }
}
