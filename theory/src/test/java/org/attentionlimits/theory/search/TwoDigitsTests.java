package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwoDigitsTests {

  /** {@code max α ≤ bound} for two logits less than T apart, so that it is below 0.7311. */
  private static Claim<LogitRow> below(double bound) {
    return Claim.about(LogitRow.class)
        .named("largest-weight-below")
        .where(
            "two logits less than T apart",
            row ->
                row.tokens() == 2
                    && Math.abs(row.logits()[0] - row.logits()[1]) < row.temperature())
        .evaluatedBy(
            (row, arithmetic) ->
                Evaluation.atMost(row.weights(arithmetic).max(), arithmetic.of(bound)));
  }

  private static Optional<LogitRow> near(Claim<LogitRow> claim, LogitRow start) {
    return near(claim, start, Duration.ofMinutes(10));
  }

  private static Optional<LogitRow> near(Claim<LogitRow> claim, LogitRow start, Duration limit) {
    return new TwoDigits<>(
            claim,
            row -> claim.admits(row) && claim.evaluate(row).outcome() == Outcome.VIOLATED,
            new Clock(limit))
        .near(start);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.6, 0.7, 0.72, 0.728})
  void findsAViolationWhereThereIsOne(double bound) {
    Claim<LogitRow> claim = below(bound);
    LogitRow found = near(claim, new LogitRow(1.5137, 7.1234, 7.2345)).orElseThrow();

    assertThat(TwoDigits.suffice(found)).isTrue();
    assertThat(claim.evaluate(found).outcome()).isEqualTo(Outcome.VIOLATED);
  }

  @Test
  void findsNoneWhereThereIsNone() {
    assertThat(near(below(0.74), new LogitRow(1.5137, 7.1234, 7.2345))).isEmpty();
  }

  @Test
  void evaluatesNothingMoreOnceTheTimeIsUp() {
    AtomicInteger evaluations = new AtomicInteger();
    Claim<LogitRow> counted =
        Claim.about(LogitRow.class)
            .named("counted")
            .where("any", row -> true)
            .evaluatedBy(
                (row, arithmetic) -> {
                  evaluations.incrementAndGet();
                  return Evaluation.atMost(row.weights(arithmetic).max(), arithmetic.of(2));
                });
    LogitRow start = new LogitRow(1.5137, 7.1234, 7.2345);

    assertThat(
            new TwoDigits<>(counted, row -> false, new Clock(Duration.ofSeconds(-1))).near(start))
        .isEmpty();
    assertThat(evaluations).hasValue(0);
    assertThat(new TwoDigits<>(counted, row -> false, new Clock(Duration.ofHours(1))).near(start))
        .isEmpty();
    assertThat(evaluations).hasPositiveValue();
  }

  @Test
  void countsSignificantDigitsOfAllNumbers() {
    assertThat(TwoDigits.suffice(new LogitRow(1200, 0.0011, -5e19))).isTrue();
    assertThat(TwoDigits.suffice(new LogitRow(1, 0.0011, 1.01))).isFalse();
    assertThat(TwoDigits.suffice(new LogitRow(101, 0))).isFalse();
  }
}
