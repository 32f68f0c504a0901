package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attentionlimits.theory.search.Tried.first;
import static org.attentionlimits.theory.search.Tried.row;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.Kind;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.search.measure.Deadline;
import org.attentionlimits.theory.search.shrink.Shrinker;
import org.attentionlimits.theory.testing.Plain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of a reduction, each where no other leads to its result. */
class MinimizerStepTests {

  private static final double ODD = 0.12345;

  private static <I extends Instance<I>> I smallest(Claim<I> claim, I start) {
    return smallest(claim, List.of(start));
  }

  private static <I extends Instance<I>> I smallest(Claim<I> claim, List<I> certified) {
    return new Minimizer<>(claim, new Deadline(Duration.ofDays(1)))
        .smallest(certified)
        .orElseThrow();
  }

  private static double violatedIf(boolean violated) {
    return violated ? 2 : 0.5;
  }

  @Test
  void allDescendBeforeTheSimplestIsChosen() {
    LogitRow three = new LogitRow(1, 0, 0, 0);
    LogitRow five = new LogitRow(0.37, 0, 0, 0, 0, 0);
    Tried tried = Tried.ratio(row -> violatedIf(row.equals(three) || row.temperature() == 0.37));

    assertThat(smallest(tried.claim(), List.of(three, five))).isEqualTo(new LogitRow(0.37, 0));
  }

  @Test
  void theSimplestAreGoneThrough() {
    LogitRow start = new LogitRow(1, 40, 5);
    LogitRow simple = new LogitRow(1, 2, 1);
    Tried tried = Tried.ratio(row -> violatedIf(row.equals(start) || row.equals(simple)));

    assertThat(smallest(tried.claim(), start)).isEqualTo(simple);
  }

  /** A row of two tokens violates, and those of one whose temperature rounds to 30.4. */
  private static double near30(LogitRow row) {
    double gap = Math.abs(row.temperature() - 30.4);
    return row.tokens() > 1
        ? violatedIf(row.temperature() == 30.123)
        : gap < 0.05 ? 1.5 - gap : 1 / (1 + gap);
  }

  @Test
  void whatIsClimbedToIsShrunk() {
    Tried tried = Tried.ratio(MinimizerStepTests::near30);

    assertThat(smallest(tried.claim(), new LogitRow(30.123, 0, 0)))
        .isEqualTo(new LogitRow(30.4, 0));
  }

  @Test
  void fewDigitsThatCannotBeCertifiedAreNotTaken() {
    LogitRow start = new LogitRow(ODD, 0);
    Tried tried = Tried.ratio(row -> 2, row -> violatedIf(row.equals(start)));

    assertThat(smallest(tried.claim(), start)).isEqualTo(start);
  }

  @Test
  void whatIsFoundOfFewDigitsIsShrunk() {
    Tried tried =
        Tried.ratio(
            row ->
                violatedIf(
                    row.tokens() == 1
                        ? row.temperature() == ODD
                        : row.tokens() == 4 && first(row) >= 3));

    assertThat(smallest(tried.claim(), List.of(new LogitRow(ODD, 0), new LogitRow(1, 7, 7, 7, 7))))
        .isEqualTo(new LogitRow(1, 3, 0, 0, 0));
  }

  /** Integers are simpler, but 255 has three digits. */
  @Test
  void fewDigitsStayFew() {
    LogitRow few = new LogitRow(1, 5.1, 0.02);
    LogitRow integers = new LogitRow(1, 255, 1);
    Predicate<LogitRow> either = row -> row.equals(few) || row.equals(integers);
    Tried tried =
        Tried.ratio(
            row -> violatedIf(row.tokens() == 1 ? row.temperature() == ODD : either.test(row)));

    assertThat(new Shrinker<>(either).shrink(few)).isEqualTo(integers);
    assertThat(smallest(tried.claim(), List.of(new LogitRow(ODD, 0), few))).isEqualTo(few);
  }

  @Test
  void noneLooksForFewDigitsWhereTheyAreFew() {
    Tried tried = Tried.ratio(row -> violatedIf(first(row) == 7));

    assertThat(smallest(tried.claim(), row(7))).isEqualTo(row(7));
    assertThat(tried.fast()).hasSizeLessThan(1000);
  }

  @Test
  void aStepThatOnlyOneSampleShowsIsNotTaken() {
    Tried tried =
        Tried.with(
            (row, a) ->
                Evaluation.atMost(a.of(violatedIf(Tried.isFast(a) || first(row) >= 3)), a.of(1))
                    .withDoubt(0.01));

    assertThat(smallest(tried.claim(), row(7))).isEqualTo(row(3));
  }

  @Test
  void aStepThatDoublePrecisionDoesNotShowIsTaken() {
    Tried tried = Tried.hidden(row -> violatedIf(first(row) >= 3));

    assertThat(smallest(tried.claim(), row(7))).isEqualTo(row(3));
  }

  /** Of six numbers, the effort of each is one; the start is certified after either descent. */
  @Test
  void sixtyDigitsAreComputedWithinTheirEffort() {
    Plain start = Plain.of("......", 98, 87, 76, 65, 54, 43);
    AtomicInteger precise = new AtomicInteger();
    Claim<Plain> claim =
        Claim.about(Plain.TYPE)
            .named("hidden")
            .evaluatedBy(
                (plain, a) -> {
                  precise.addAndGet(Tried.isFast(a) ? 0 : 1);
                  return Evaluation.atMost(
                      Tried.isFast(a) ? Tried.unknown(a) : a.of(violatedIf(plain.equals(start))),
                      a.of(1));
                });

    assertThat(smallest(claim, start)).isEqualTo(start);
    assertThat(precise).hasValue(400 + 2);
  }

  /** A number that a step aside changes, but not its shape. */
  private record Aside(int at, double number) implements Instance<Aside> {

    static final InstanceType<Aside> TYPE =
        InstanceType.of(Aside.class, "a number aside")
            .number("number", "x = ", Kind.REAL, Aside::number, Double.MAX_VALUE)
            .madeBy(v -> new Aside(0, v.number("number")));

    @Override
    public InstanceType<Aside> type() {
      return TYPE;
    }

    @Override
    public int tokens() {
      return 1;
    }

    @Override
    public int[] shape() {
      return new int[] {1};
    }

    @Override
    public Optional<Aside> moved(double... numbers) {
      return Optional.of(new Aside(at, numbers[0]));
    }

    @Override
    public Stream<Aside> smaller() {
      return Stream.of(new Aside(at + 1, number));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {7, ODD})
  void nothingIsClimbedAsideOfAShape(double number) {
    List<Aside> aside = new ArrayList<>();
    Aside start = new Aside(0, number);
    Claim<Aside> claim =
        Claim.about(Aside.TYPE)
            .named("aside")
            .evaluatedBy(
                (instance, a) -> {
                  if (instance.at() > 0) {
                    aside.add(instance);
                  }
                  return Evaluation.atMost(a.of(violatedIf(instance.equals(start))), a.of(1));
                });

    assertThat(smallest(claim, start)).isEqualTo(start);
    assertThat(aside).isEmpty();
  }
}
