package org.attentionlimits.theory.attention;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.normalize.Softmax;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Decimals;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** A row of logits and a step of length ε away from it, along a direction that is not zero. */
public final class PerturbedRow extends Numbered<PerturbedRow> {

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
    if (Arrays.stream(direction).allMatch(u -> u == 0)) {
      throw new IllegalArgumentException("direction must not be zero");
    }
    if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("step must be positive and finite: " + step);
    }
    this.row = row;
    this.direction = Arguments.requireFinite("component of the direction", direction.clone());
    this.step = step;
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
    Vec u = arithmetic.inputs(direction);
    Vec moved = arithmetic.inputs(row.logits()).plus(u.times(length).dividedBy(u.norm()));
    return new Softmax(row.temperature()).weights(moved);
  }

  @Override
  public int tokens() {
    return row.tokens();
  }

  @Override
  public int[] shape() {
    return row.shape();
  }

  @Override
  public double[] numbers() {
    return Stream.of(row.numbers(), direction, new double[] {step})
        .flatMapToDouble(DoubleStream::of)
        .toArray();
  }

  @Override
  public PerturbedRow withNumbers(double... numbers) {
    Arguments.requireCount(2 * tokens() + 2, numbers);
    int start = tokens() + 1;
    return new PerturbedRow(
        row.withNumbers(Arrays.copyOf(numbers, start)),
        Arrays.copyOfRange(numbers, start, start + tokens()),
        numbers[numbers.length - 1]);
  }

  @Override
  public Stream<PerturbedRow> smaller() {
    return IntStream.range(0, tokens())
        .filter(i -> Arrays.stream(Matrices.without(direction, i)).anyMatch(u -> u != 0))
        .mapToObj(i -> new PerturbedRow(row.without(i), Matrices.without(direction, i), step));
  }

  @Override
  public Stream<PerturbedRow> withTokens(int... tokens) {
    double[] u = Matrices.select(direction, tokens);
    return Arrays.stream(u).allMatch(x -> x == 0)
        ? Stream.empty()
        : Stream.of(new PerturbedRow(row.of(tokens), u, step));
  }

  @Override
  public Stream<PerturbedRow> larger() {
    return IntStream.range(0, tokens())
        .mapToObj(i -> new PerturbedRow(row.twice(i), Matrices.twice(direction, i), step));
  }

  @Override
  public Stream<PerturbedRow> equivalent() {
    return row.equivalent().map(shifted -> new PerturbedRow(shifted, direction, step));
  }

  @Override
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>(row.fields());
    fields.put("direction", direction.clone());
    fields.put("step", step);
    return fields;
  }

  @Override
  public String toString() {
    return row + ", v ∝ " + Decimals.print(direction) + ", ε = " + Decimals.print(step);
  }
}
