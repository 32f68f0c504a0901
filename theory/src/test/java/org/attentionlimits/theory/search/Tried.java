package org.attentionlimits.theory.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;

/** A claim about rows that records where it was evaluated, and how it is told of. */
final class Tried {

  private final List<LogitRow> fast = new ArrayList<>();
  private final List<LogitRow> precise = new ArrayList<>();
  private final Claim<LogitRow> claim;

  private Tried(BiFunction<LogitRow, Arithmetic, Evaluation> sides) {
    this.claim =
        Claim.about(LogitRow.TYPE)
            .named("tried")
            .where("temperatures below a thousand", row -> row.temperature() < 1000)
            .evaluatedBy(
                (row, arithmetic) -> {
                  (isFast(arithmetic) ? fast : precise).add(row);
                  return sides.apply(row, arithmetic);
                });
  }

  static Tried with(BiFunction<LogitRow, Arithmetic, Evaluation> sides) {
    return new Tried(sides);
  }

  /** {@code ratio ≤ 1}, known exactly to any arithmetic. */
  static Tried ratio(ToDoubleFunction<LogitRow> ratio) {
    return ratio(ratio, ratio);
  }

  /** {@code ratio ≤ 1}, with one ratio in double precision and another to sixty digits. */
  static Tried ratio(ToDoubleFunction<LogitRow> fast, ToDoubleFunction<LogitRow> precise) {
    return with(
        (row, a) ->
            Evaluation.atMost(a.input((isFast(a) ? fast : precise).applyAsDouble(row)), a.of(1)));
  }

  /** {@code ratio ≤ 1}, of which double precision knows nothing. */
  static Tried hidden(ToDoubleFunction<LogitRow> ratio) {
    return with(
        (row, a) ->
            Evaluation.atMost(isFast(a) ? unknown(a) : a.input(ratio.applyAsDouble(row)), a.of(1)));
  }

  /** The first logit of a row, for claims whose ratio it is. */
  static double first(LogitRow row) {
    return row.logits()[0];
  }

  /** A row of one token at temperature one. */
  static LogitRow row(double logit) {
    return new LogitRow(1, logit);
  }

  /** A row that the claim does not admit. */
  static LogitRow inadmissible() {
    return new LogitRow(1000, 0);
  }

  static boolean isFast(Arithmetic arithmetic) {
    return arithmetic.digits() == Arithmetic.BINARY64.digits();
  }

  /** A non-negative number known to no arithmetic. */
  static Real unknown(Arithmetic arithmetic) {
    return arithmetic.of(0).log().exp();
  }

  /** A number somewhere between two. */
  static Real between(Arithmetic arithmetic, double from, double to) {
    return arithmetic.input(from).hull(arithmetic.input(to));
  }

  Claim<LogitRow> claim() {
    return claim;
  }

  /** Where it was evaluated in double precision, in this order. */
  List<LogitRow> fast() {
    return fast;
  }

  /** Where it was evaluated to sixty digits, in this order. */
  List<LogitRow> precise() {
    return precise;
  }
}
