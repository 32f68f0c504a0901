package org.attentionlimits.theory.attention;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.normalize.PositiveFunction;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Memo;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** A row of logits with the function F that normalises it, {@code F(ℓ) = f(ℓ/T)}. */
public final class FunctionRow extends Described<FunctionRow> {

  /** What describes a row with a function. */
  public static final InstanceType<FunctionRow> TYPE =
      InstanceType.of(FunctionRow.class, "a row with the function that normalises it")
          .size("n", 1, FunctionRow::tokens)
          .choice(
              "function",
              "F(x) = ",
              PositiveFunction.class,
              FunctionRow::function,
              function -> function.formula() + ", x = ℓ/T")
          .reals("logits", "logits = ", row -> row.row.values(), "n")
          .positive("temperature", "T = ", row -> row.row.temperature())
          .onRows(row -> new FunctionRow(PositiveFunction.EXPONENTIAL, row.logits()))
          .madeBy(
              v -> new FunctionRow(v.choice("function", PositiveFunction.class), LogitRow.of(v)));

  private static final Memo.Quantity<FunctionRow, Vec> SCALED = FunctionRow::computeScaled;
  private static final Memo.Quantity<FunctionRow, Vec> VALUES = FunctionRow::computeValues;
  private static final Memo.Quantity<FunctionRow, Vec> WEIGHTS = FunctionRow::computeWeights;

  private final PositiveFunction function;
  private final LogitRow row;

  /**
   * A row with its function.
   *
   * @param function f
   * @param row n visible tokens and the temperature
   */
  public FunctionRow(PositiveFunction function, LogitRow row) {
    this.function = function;
    this.row = row;
  }

  /** f. */
  public PositiveFunction function() {
    return function;
  }

  /** The logits and the temperature. */
  public LogitRow row() {
    return row;
  }

  /** A quantity of the row, computed unless the memo of the row of logits has it. */
  public <T> T known(Memo.Quantity<FunctionRow, T> quantity, Arithmetic arithmetic) {
    return row.memo().recall(quantity, this, arithmetic);
  }

  /** The scaled logits ℓ/T, [n]. */
  public Vec scaled(Arithmetic arithmetic) {
    return known(SCALED, arithmetic);
  }

  private Vec computeScaled(Arithmetic arithmetic) {
    return row.logits(arithmetic).dividedBy(arithmetic.input(row.temperature()));
  }

  /** {@code F(ℓ_i)}, [n]. */
  public Vec values(Arithmetic arithmetic) {
    return known(VALUES, arithmetic);
  }

  private Vec computeValues(Arithmetic arithmetic) {
    Vec x = scaled(arithmetic);
    return arithmetic.vector(
        IntStream.range(0, x.size()).mapToObj(i -> function.value(x.get(i))).toArray(Real[]::new));
  }

  /** {@code T·F'(ℓ_i) = f'(ℓ_i/T)}, [n]. */
  public Vec slopes(Arithmetic arithmetic) {
    Vec x = scaled(arithmetic);
    return arithmetic.vector(
        IntStream.range(0, x.size()).mapToObj(i -> function.slope(x.get(i))).toArray(Real[]::new));
  }

  /** {@code α_i = F(ℓ_i)/Σ_j F(ℓ_j)}, [n]. */
  public Vec weights(Arithmetic arithmetic) {
    return known(WEIGHTS, arithmetic);
  }

  private Vec computeWeights(Arithmetic arithmetic) {
    Vec values = values(arithmetic);
    return values.dividedBy(values.sum());
  }

  @Override
  public InstanceType<FunctionRow> type() {
    return TYPE;
  }

  @Override
  public int tokens() {
    return row.tokens();
  }

  @Override
  public Stream<FunctionRow> smaller() {
    Stream<FunctionRow> fewerTokens = row.smaller().map(r -> new FunctionRow(function, r));
    Stream<FunctionRow> plainer =
        Arrays.stream(PositiveFunction.values())
            .filter(f -> f.complexity() < function.complexity())
            .map(f -> new FunctionRow(f, row));
    return Stream.concat(fewerTokens, plainer);
  }

  @Override
  public Stream<FunctionRow> withTokens(int... tokens) {
    return Stream.of(new FunctionRow(function, row.of(tokens)));
  }

  /** A token twice, or another function. */
  @Override
  public Stream<FunctionRow> larger() {
    return Stream.concat(
        row.larger().map(r -> new FunctionRow(function, r)),
        Arrays.stream(PositiveFunction.values())
            .filter(f -> f.complexity() > function.complexity())
            .map(f -> new FunctionRow(f, row)));
  }
}
