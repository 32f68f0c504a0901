package org.attentionlimits.theory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.normalize.PositiveFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which claims see more of softmax's row than its weights, which no shift of the logits changes.
 */
class ShiftTests {

  private static final double SHIFT = 3;
  private static final double SAME = 1e-12;

  private static final List<LogitRow> ROWS =
      List.of(
          new LogitRow(1, 2, -1),
          new LogitRow(1, 2, 0.5, -3),
          new LogitRow(2, 4, 1, 0.25, -6),
          new LogitRow(0.5, -1, -1.25, -2));

  static List<Claim<?>> claims() {
    return Catalogue.claims().stream()
        .filter(claim -> claim.type() == LogitRow.TYPE || claim.type() == FunctionRow.TYPE)
        .filter(claim -> claim.statement().needs().isEmpty())
        .toList();
  }

  private static LogitRow shifted(LogitRow row) {
    return new LogitRow(
        row.temperature(), Arrays.stream(row.logits()).map(logit -> logit + SHIFT).toArray());
  }

  private static <I extends Instance<I>> Optional<double[]> sides(Claim<I> claim, LogitRow row) {
    Instance<?> instance =
        claim.type() == FunctionRow.TYPE ? new FunctionRow(PositiveFunction.EXPONENTIAL, row) : row;
    return claim
        .admitted(instance)
        .map(claim::evaluatePrecisely)
        .map(found -> new double[] {found.left().value(), found.right().value()});
  }

  private static boolean changes(Claim<?> claim, LogitRow row) {
    Optional<double[]> before = sides(claim, row);
    Optional<double[]> after = sides(claim, shifted(row));
    return before.isPresent() != after.isPresent()
        || (before.isPresent() && differ(before.get(), after.get()));
  }

  private static boolean differ(double[] before, double... after) {
    return Math.abs(before[0] - after[0]) > SAME * Math.abs(before[0])
        || Math.abs(before[1] - after[1]) > SAME * Math.abs(before[1]);
  }

  @ParameterizedTest
  @MethodSource("claims")
  void aClaimChangesWithTheShiftIfItSaysSo(Claim<?> claim) {
    assertThat(ROWS.stream().anyMatch(row -> changes(claim, row)))
        .isEqualTo(claim.changesWithShift());
  }
}
