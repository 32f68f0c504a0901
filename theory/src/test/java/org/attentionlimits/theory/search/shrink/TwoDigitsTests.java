package org.attentionlimits.theory.search.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.search.measure.Deadline;
import org.attentionlimits.theory.testing.Plain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwoDigitsTests {

  /** {@code max α ≤ bound} for two logits less than T apart, so that it is below 0.7311. */
  private static Claim<LogitRow> below(double bound) {
    return Claim.about(LogitRow.TYPE)
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
            new Deadline(limit))
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
        Claim.about(LogitRow.TYPE)
            .named("counted")
            .where("any", row -> true)
            .evaluatedBy(
                (row, arithmetic) -> {
                  evaluations.incrementAndGet();
                  return Evaluation.atMost(row.weights(arithmetic).max(), arithmetic.of(2));
                });
    LogitRow start = new LogitRow(1.5137, 7.1234, 7.2345);

    assertThat(
            new TwoDigits<>(counted, row -> false, new Deadline(Duration.ofSeconds(-1)))
                .near(start))
        .isEmpty();
    assertThat(evaluations).hasValue(0);
    assertThat(
            new TwoDigits<>(counted, row -> false, new Deadline(Duration.ofHours(1))).near(start))
        .isEmpty();
    assertThat(evaluations).hasPositiveValue();
  }

  @Test
  void countsSignificantDigitsOfAllNumbers() {
    assertThat(TwoDigits.suffice(new LogitRow(1200, 0.0011, -5e19))).isTrue();
    assertThat(TwoDigits.suffice(new LogitRow(1, 0.0011, 1.01))).isFalse();
    assertThat(TwoDigits.suffice(new LogitRow(101, 0))).isFalse();
  }

  private static Claim<Plain> scored(Predicate<Plain> domain, Claim.Formula<Plain> formula) {
    return Claim.about(Plain.TYPE)
        .named("scored")
        .where("some numbers", domain)
        .evaluatedBy(formula);
  }

  /** {@code max(x, 0) ≤ 10^300} of the first number x, evaluated with a note of it. */
  private static Claim<Plain> growing(Predicate<Plain> domain, Consumer<Double> noted) {
    return scored(
        domain,
        (instance, arithmetic) -> {
          double x = instance.numbers()[0];
          noted.accept(x);
          return Evaluation.atMost(arithmetic.input(Math.max(0, x)), arithmetic.of(1e300));
        });
  }

  private static <I extends Instance<I>> Optional<I> near(
      Claim<I> claim, Predicate<I> violates, I start) {
    return new TwoDigits<>(claim, violates, new Deadline(Duration.ofHours(1))).near(start);
  }

  /** One everywhere. */
  private static <I extends Instance<I>> Claim<I> level(InstanceType<I> type, Consumer<I> noted) {
    return Claim.about(type)
        .named("level")
        .evaluatedBy(
            (instance, arithmetic) -> {
              noted.accept(instance);
              return Evaluation.atMost(arithmetic.of(1), arithmetic.of(1));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "2.34, 2.3 2.4 2.2 3.3 1.3 0 1.8",
    "95, 95 96 94 110 85 0 73",
    "1, 1 1.1 0.9 2 0 0.77",
    "10, 10 11 9 20 0 7.7",
    "-0.02, -0.02 -0.019 -0.021 -0.01 -0.03 0 -0.015",
    "0, 0 0.1 -0.1 1 -1 0 0.1"
  })
  void triesTheNextNumbersOfTwoDigitsAndOfOneThenAnotherUnit(double x, String expected) {
    List<Double> tried = new ArrayList<>();
    near(
        level(Plain.TYPE, instance -> tried.add(instance.numbers()[0])),
        instance -> false,
        Plain.of(".", x));

    assertThat(tried)
        .startsWith(Arrays.stream(expected.split(" ")).map(Double::valueOf).toArray(Double[]::new));
  }

  @Test
  void startsWithTheInstanceThenInOtherUnitsOfEachFamily() {
    List<Double> starts = new ArrayList<>();
    near(
        level(Plain.TYPE, instance -> {}),
        instance -> {
          starts.add(instance.numbers()[0]);
          return false;
        },
        Plain.of(".", 2.36));

    assertThat(starts)
        .containsExactly(
            2.4, 1.8, 1.4, 1.1, 0.79, 0.59, 0.43, 0.31, 1.8, 1.4, 1.1, 0.79, 0.59, 0.43, 0.31);
  }

  @Test
  void startsWithEquivalentInstancesAfterThat() {
    List<LogitRow> starts = new ArrayList<>();
    near(
        level(LogitRow.TYPE, row -> {}),
        row -> {
          starts.add(row);
          return false;
        },
        new LogitRow(1, 2.36, 5));

    assertThat(starts).hasSize(66);
    assertThat(starts.get(0)).isEqualTo(new LogitRow(1, 2.4, 5));
    assertThat(starts.get(22)).isEqualTo(new LogitRow(1, 0, 2.6));
    assertThat(starts.get(44)).isEqualTo(new LogitRow(1, -2.6, 0));
  }

  @Test
  void climbsByTheNeighbourOfTheLargestRatioToTheFirstViolation() {
    List<Double> path = new ArrayList<>();
    Optional<Plain> found =
        near(
            growing(instance -> true, x -> {}),
            instance -> {
              path.add(instance.numbers()[0]);
              return instance.numbers()[0] >= 25;
            },
            Plain.of(".", 2.34));

    assertThat(path).containsExactly(2.3, 3.3, 4.3, 5.3, 6.3, 7.3, 8.3, 9.3, 10.0, 20.0, 30.0);
    assertThat(found).contains(Plain.of(".", 30));
  }

  @Test
  void neighboursOutsideTheDomainAreNotClimbedTo() {
    List<Double> evaluated = new ArrayList<>();
    Optional<Plain> found =
        near(
            growing(instance -> instance.numbers()[0] <= 2.4, evaluated::add),
            instance -> instance.numbers()[0] >= 2.4,
            Plain.of(".", 2.34));

    assertThat(found).contains(Plain.of(".", 2.4));
    assertThat(evaluated).containsExactly(2.3, 2.4, 2.2, 1.3, 0.0);
  }

  @Test
  void neighboursOfUnknownRatioAreNotClimbedTo() {
    Claim<Plain> claim =
        scored(
            instance -> true,
            (instance, arithmetic) -> {
              Real nearlyZero = arithmetic.of(1).dividedBy(3).times(3).minus(arithmetic.of(1));
              double x = instance.numbers()[0];
              return x > 2.4
                  ? Evaluation.atMost(arithmetic.of(1e-30), nearlyZero)
                  : Evaluation.atMost(arithmetic.input(Math.max(0, x)), arithmetic.of(10));
            });
    assertThat(claim.evaluate(Plain.of(".", 3.3), Arithmetic.BINARY64).ratio()).isNaN();

    assertThat(near(claim, instance -> instance.numbers()[0] == 2.4, Plain.of(".", 2.34)))
        .contains(Plain.of(".", 2.4));
  }

  @Test
  void endsWithTheThreeThousandthEvaluation() {
    List<String> events = new ArrayList<>();
    Optional<Plain> found =
        near(
            growing(instance -> true, x -> events.add("evaluated")),
            instance -> {
              events.add("tested");
              return false;
            },
            Plain.of(".", 1));

    assertThat(found).isEmpty();
    assertThat(events).filteredOn("evaluated"::equals).hasSize(3000);
    assertThat(events).endsWith("evaluated");
  }
}
