package org.attentionlimits.theory.attention;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.normalize.Mask;
import org.attentionlimits.theory.normalize.Softmax;
import org.attentionlimits.theory.normalize.WeightBounds;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Memo;
import org.attentionlimits.theory.real.Vec;

/**
 * One attention row before normalisation: the logits {@code ℓ_i = q·k_i} of one query's n visible
 * tokens, and the temperature.
 */
public final class LogitRow extends Described<LogitRow> {

  /** What describes a row of logits. */
  public static final InstanceType<LogitRow> TYPE =
      InstanceType.of(LogitRow.class, "a row of logits")
          .row(row -> row)
          .invariantToShiftsOf("logits")
          .onRows(VisibleRow::logits)
          .madeBy(LogitRow::of);

  private static final Memo NONE = Memo.none();

  private static final Memo.Quantity<LogitRow, Vec> LOGITS = LogitRow::computeLogits;
  private static final Memo.Quantity<LogitRow, Vec> WEIGHTS = LogitRow::computeWeights;
  private static final Memo.Quantity<LogitRow, Vec> LOG_WEIGHTS = LogitRow::computeLogWeights;

  private final Softmax softmax;
  private final double[] logits;
  private final Optional<WeightBounds> bounds;
  private final Memo memo;

  /**
   * A row of visible tokens.
   *
   * @param temperature T, positive and finite
   * @param logits ℓ, [n], n ≥ 1, finite
   * @throws IllegalArgumentException on any other argument
   */
  public LogitRow(double temperature, double... logits) {
    this(temperature, Optional.empty(), logits.clone());
  }

  private LogitRow(double temperature, Optional<WeightBounds> bounds, double... logits) {
    this.softmax = new Softmax(temperature);
    if (logits.length == 0) {
      throw new IllegalArgumentException("logits must not be empty");
    }
    this.logits = Arguments.requireFinite("logit", logits);
    this.bounds = bounds;
    this.memo = NONE;
  }

  private LogitRow(LogitRow row, Memo memo) {
    this.softmax = row.softmax;
    this.logits = row.logits;
    this.bounds = row.bounds;
    this.memo = memo;
  }

  /**
   * A row of which bounds of the weights are known, and no logits: they are {@code T ln α_i} up to
   * a shift. What is computed of it encloses the truth for all weights within the bounds. As data,
   * which is printed and shrunk, it is the row of the logits {@code T ln α_i} of the bounds'
   * middles.
   *
   * @param temperature T, positive and finite
   */
  public static LogitRow ofWeights(double temperature, WeightBounds bounds) {
    return new LogitRow(
        temperature,
        Optional.of(bounds),
        bounds.middles(weight -> temperature * StrictMath.log(weight)));
  }

  /**
   * The visible part of a row in which −∞ masks a token.
   *
   * @throws IllegalArgumentException if a logit is NaN or +∞, or if all are masked
   */
  public static LogitRow visible(double temperature, double... logits) {
    return new LogitRow(temperature, Mask.of(logits).visible());
  }

  /**
   * The row of values named {@code logits} and {@code temperature}.
   *
   * @throws IllegalArgumentException if there are none, or they make no row
   */
  public static LogitRow of(Values values) {
    return new LogitRow(values.number("temperature"), values.numbers("logits"));
  }

  /** The same row, what is computed of it being kept in a memo while that is open. */
  public LogitRow keptIn(Memo other) {
    return new LogitRow(this, other);
  }

  /** Where what is computed of the row is kept. */
  Memo memo() {
    return memo;
  }

  /** A quantity of the row, computed unless the row's memo has it. */
  public <T> T known(Memo.Quantity<LogitRow, T> quantity, Arithmetic arithmetic) {
    return memo.recall(quantity, this, arithmetic);
  }

  /** The temperature T. */
  public double temperature() {
    return softmax.temperature();
  }

  /** The logits; the array itself. */
  double[] values() {
    return logits;
  }

  double logit(int token) {
    return logits[token];
  }

  /** The logits, a fresh array, [n]. */
  public double[] logits() {
    return logits.clone();
  }

  @Override
  public InstanceType<LogitRow> type() {
    return TYPE;
  }

  @Override
  public int tokens() {
    return logits.length;
  }

  /**
   * The logits, or enclosures of {@code T ln α_i} where only weights are known, [n].
   *
   * @throws org.attentionlimits.theory.normalize.UnknownLogitsException if a weight may be zero
   */
  public Vec logits(Arithmetic arithmetic) {
    return known(LOGITS, arithmetic);
  }

  private Vec computeLogits(Arithmetic arithmetic) {
    return bounds.isPresent()
        ? logWeights(arithmetic).times(arithmetic.input(temperature()))
        : arithmetic.inputs(logits);
  }

  /** The weights α, [n]. */
  public Vec weights(Arithmetic arithmetic) {
    return known(WEIGHTS, arithmetic);
  }

  private Vec computeWeights(Arithmetic arithmetic) {
    return bounds
        .map(b -> b.weights(arithmetic))
        .orElseGet(() -> softmax.weights(logits(arithmetic)));
  }

  /**
   * The logarithms of the weights, [n].
   *
   * @throws org.attentionlimits.theory.normalize.UnknownLogitsException if a weight may be zero
   */
  public Vec logWeights(Arithmetic arithmetic) {
    return known(LOG_WEIGHTS, arithmetic);
  }

  private Vec computeLogWeights(Arithmetic arithmetic) {
    bounds.ifPresent(WeightBounds::requirePositive);
    return bounds.isPresent() ? weights(arithmetic).log() : softmax.logWeights(logits(arithmetic));
  }

  /**
   * Indices of the N largest weights, largest first, ties to the lower index. Decided by the
   * logits, in whose order the weights are.
   */
  public int[] top(int selected) {
    return TopN.of(logits, selected);
  }

  @Override
  public Stream<LogitRow> smaller() {
    return logits.length == 1
        ? Stream.empty()
        : IntStream.range(0, logits.length).mapToObj(this::without);
  }

  @Override
  public Stream<LogitRow> larger() {
    return IntStream.range(0, logits.length).mapToObj(this::twice);
  }

  @Override
  public Stream<LogitRow> withTokens(int... tokens) {
    return Stream.of(of(tokens));
  }

  /** The row of some of its tokens, each as often as it is named. */
  LogitRow of(int... tokens) {
    return new LogitRow(temperature(), Matrices.select(logits, tokens));
  }

  LogitRow without(int token) {
    return new LogitRow(temperature(), Matrices.without(logits, token));
  }

  /** The row with one token twice, the copy being the last. */
  LogitRow twice(int token) {
    return new LogitRow(temperature(), Matrices.twice(logits, token));
  }
}
