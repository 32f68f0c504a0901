package org.attentionlimits.theory.attention;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.normalize.Softmax;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** A row of logits and a step of length ε away from it, along a direction that is not zero. */
public final class PerturbedRow extends Described<PerturbedRow> {

  /** What describes a row and a step. */
  public static final InstanceType<PerturbedRow> TYPE =
      InstanceType.of(PerturbedRow.class, "a row and a step away from it")
          .row(PerturbedRow::row)
          .reals("direction", "v ∝ ", row -> row.direction, "n")
          .positive("step", "ε = ", PerturbedRow::step)
          .where(v -> !isZero(v.numbers("direction")))
          .invariantToShiftsOf("logits")
          .beyondRows("a step away from the row")
          .madeBy(v -> new PerturbedRow(LogitRow.of(v), v.numbers("direction"), v.number("step")));

  private final LogitRow row;
  private final double[] direction;
  private final double step;

  /**
   * A row and a step.
   *
   * @param row n visible tokens
   * @param direction u, [n], finite and not zero; only its direction matters
   * @param step ε, positive and finite
   * @throws IllegalArgumentException on any other argument
   */
  public PerturbedRow(LogitRow row, double[] direction, double step) {
    if (direction.length != row.tokens()) {
      throw new IllegalArgumentException(
          "direction must have as many components as tokens, "
              + row.tokens()
              + ": "
              + direction.length);
    }
    if (isZero(direction)) {
      throw new IllegalArgumentException("direction must not be zero");
    }
    if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("step must be positive and finite: " + step);
    }
    this.row = row;
    this.direction = Arguments.requireFinite("component of the direction", direction.clone());
    this.step = step;
  }

  private static boolean isZero(double... direction) {
    return Arrays.stream(direction).allMatch(u -> u == 0);
  }

  /** The row at the start of the step. */
  public LogitRow row() {
    return row;
  }

  /** The length ε of the step. */
  public double step() {
    return step;
  }

  /** The weights at the end of the step, {@code softmax((ℓ + ε u/‖u‖)/T)}, [n]. */
  public Vec weightsAfter(Arithmetic arithmetic) {
    return weightsAfter(arithmetic.input(step));
  }

  /** The weights at the end of a step of another length in the same direction, [n]. */
  public Vec weightsAfter(Real length) {
    Arithmetic arithmetic = length.arithmetic();
    Vec moved = row.logits(arithmetic).plus(difference(length));
    return new Softmax(row.temperature()).weights(moved);
  }

  /** The difference {@code ε u/‖u‖} of the logits at both ends of the step, [n]. */
  public Vec difference(Arithmetic arithmetic) {
    return difference(arithmetic.input(step));
  }

  private Vec difference(Real length) {
    Vec u = length.arithmetic().inputs(direction);
    return u.times(length).dividedBy(u.norm());
  }

  @Override
  public InstanceType<PerturbedRow> type() {
    return TYPE;
  }

  @Override
  public int tokens() {
    return row.tokens();
  }

  @Override
  public Stream<PerturbedRow> smaller() {
    return IntStream.range(0, tokens())
        .filter(i -> !isZero(Matrices.without(direction, i)))
        .mapToObj(i -> new PerturbedRow(row.without(i), Matrices.without(direction, i), step));
  }

  @Override
  public Stream<PerturbedRow> withTokens(int... tokens) {
    double[] u = Matrices.select(direction, tokens);
    return isZero(u) ? Stream.empty() : Stream.of(new PerturbedRow(row.of(tokens), u, step));
  }

  @Override
  public Stream<PerturbedRow> larger() {
    return IntStream.range(0, tokens())
        .mapToObj(i -> new PerturbedRow(row.twice(i), Matrices.twice(direction, i), step));
  }
}
