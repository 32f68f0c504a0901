package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attentionlimits.theory.search.Tried.row;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.random.Draws;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.search.measure.Deadline;
import org.attentionlimits.theory.search.shrink.TwoDigits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinimizerTests {

  private static Optional<LogitRow> smallest(Claim<LogitRow> claim, LogitRow... certified) {
    return new Minimizer<>(claim, new Deadline(Duration.ofDays(1))).smallest(List.of(certified));
  }

  private static LogitRow zeros(int tokens) {
    return new LogitRow(1, new double[tokens]);
  }

  @Test
  void thereIsNoneOfNone() {
    assertThat(smallest(Tried.ratio(row -> 2).claim())).isEmpty();
  }

  @Test
  void aCounterexampleIsShrunk() {
    Tried pairs = Tried.ratio(row -> row.tokens() > 1 ? 2 : 0.5);

    assertThat(smallest(pairs.claim(), new LogitRow(3.7, -81.3, 17.2, 4, 5)))
        .contains(new LogitRow(1, 0, 0));
  }

  @Test
  void theSimplestReachedFromAnyIsTaken() {
    Tried odd = Tried.ratio(row -> row.tokens() == 5 || row.tokens() == 3 ? 2 : 0.5);

    assertThat(smallest(odd.claim(), zeros(5), zeros(3))).contains(zeros(3));
    assertThat(smallest(odd.claim(), zeros(3), zeros(5))).contains(zeros(3));
  }

  @Test
  void itStaysWhereItIsOnceTheTimeIsUp() {
    Tried tried = Tried.ratio(row -> 2);
    LogitRow start = new LogitRow(3.7, -81.3, 17.2);

    assertThat(
            new Minimizer<>(tried.claim(), new Deadline(Duration.ofSeconds(-1)))
                .smallest(List.of(start)))
        .contains(start);
    assertThat(tried.fast()).isEmpty();
  }

  @Test
  void itStaysWhereItIsWhereNothingSmallerIsCertified() {
    LogitRow start = new LogitRow(2, 0, 0);
    Tried tried = Tried.ratio(row -> 2, row -> row.equals(start) ? 2 : 1);

    assertThat(smallest(tried.claim(), start)).contains(start);
  }

  @Test
  void inadmissibleInstancesAreNoCounterexamples() {
    Claim<LogitRow> claim =
        Claim.about(LogitRow.TYPE)
            .named("warm-pairs")
            .where("two tokens, T at least two", row -> row.tokens() == 2 && row.temperature() >= 2)
            .evaluatedBy((row, a) -> Evaluation.atMost(a.of(2), a.of(1)));

    assertThat(smallest(claim, new LogitRow(7.3, 1, 2))).contains(new LogitRow(2, 0, 0));
  }

  /** Above one within 0.01 of a temperature that no step of shrinking leads to. */
  private static double hill(double temperature) {
    double gap = temperature - 0.6789;
    return 1.0001 / (1 + gap * gap);
  }

  @Test
  void aViolationOfASmallerShapeIsClimbedTo() {
    Tried tried =
        Tried.ratio(row -> row.tokens() > 1 && row.temperature() > 3 ? 2 : hill(row.temperature()));
    LogitRow smallest = smallest(tried.claim(), new LogitRow(4, 0, 0, 0)).orElseThrow();

    assertThat(smallest.tokens()).isEqualTo(1);
    assertThat(smallest.logits()).containsExactly(0);
    assertThat(smallest.temperature()).isIn(0.67, 0.68);
  }

  @Test
  void itDoesNotClimbForeverToShapesThatHold() {
    Tried tried = Tried.ratio(row -> row.tokens() > 3 ? 2 : 0.5);

    assertThat(smallest(tried.claim(), zeros(4))).contains(zeros(4));
    assertThat(tried.fast().stream().filter(row -> row.tokens() == 3 && !TwoDigits.suffice(row)))
        .hasSizeBetween(3 * 250, 4 * 250);
  }

  @Test
  void climbsToSmallerShapesShareTheirEvaluations() {
    Tried tried = Tried.ratio(row -> row.tokens() > 13 ? 2 : 0.5);

    assertThat(smallest(tried.claim(), zeros(14))).contains(zeros(14));
    assertThat(tried.fast().stream().filter(row -> row.tokens() == 13))
        .hasSizeBetween(3000, 3000 + 100);
  }

  /**
   * Violated where the difference of two logits is at least a share of the temperature below it.
   */
  private static Tried steep(double share) {
    return Tried.ratio(
        row -> {
          double gap = Math.abs(row.logits()[0] - row.logits()[row.tokens() - 1]);
          double steepness = gap / row.temperature();
          return steepness < 1 ? steepness / share : 0;
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.9, 0.97, 0.98})
  void numbersGetFewDigits(double share) {
    Tried tried = steep(share);
    LogitRow smallest = smallest(tried.claim(), new LogitRow(1.2345, 0, 1.2344)).orElseThrow();

    assertThat(TwoDigits.suffice(smallest)).isTrue();
    assertThat(Certificate.of(tried.claim(), smallest)).isPresent();
  }

  /** Violated by rows of zeros of so many tokens, and at a temperature of many digits. */
  private static Tried odd(double temperature, int tokens) {
    return Tried.ratio(
        row ->
            row.tokens() == 1
                ? row.temperature() == temperature ? 1.5 : 0.5
                : row.tokens() == tokens && Arrays.stream(row.logits()).allMatch(x -> x == 7)
                    ? 2
                    : 0.5);
  }

  private static LogitRow sevens(int tokens) {
    return new LogitRow(1, Draws.filled(tokens, 7));
  }

  @Test
  void fewDigitsAreWorthAFewTokens() {
    LogitRow single = new LogitRow(0.12345, 3.25);

    assertThat(smallest(odd(0.12345, 4).claim(), single, sevens(4))).contains(sevens(4));
  }

  @Test
  void fewDigitsAreNotWorthManyTokens() {
    LogitRow single = new LogitRow(0.12345, 3.25);

    assertThat(smallest(odd(0.12345, 5).claim(), single, sevens(5)))
        .contains(new LogitRow(0.12345, 0));
  }

  @Test
  void fewDigitsOfManyTokensAreTakenWhereThereAreManyAnyway() {
    LogitRow six = new LogitRow(0.12345, Draws.filled(6, 7));
    Tried tried =
        Tried.ratio(
            row ->
                row.tokens() == 6 && row.logits()[0] == 7
                    ? row.temperature() == 0.12345 || row.temperature() > 50 ? 2 : 0.5
                    : 0);
    LogitRow smallest = smallest(tried.claim(), six).orElseThrow();

    assertThat(smallest.tokens()).isEqualTo(6);
  }

  @Test
  void whatSuffersFromTwoDigitsKeepsItsOwn() {
    LogitRow start = new LogitRow(0.12345, 0);
    Tried tried = Tried.ratio(row -> row.equals(start) ? 2 : 0.5);

    assertThat(smallest(tried.claim(), start)).contains(start);
  }

  private static Tried sampled(int fast, int precise) {
    return Tried.with(
        (row, a) -> {
          int least = Tried.isFast(a) ? fast : precise;
          return Evaluation.atMost(a.of(row.tokens() >= least ? 2 : 0.5), a.of(1)).withDoubt(0.01);
        });
  }

  @Test
  void aSampleMustViolateTwice() {
    assertThat(smallest(sampled(3, 1).claim(), zeros(5))).contains(zeros(3));
    assertThat(smallest(sampled(1, 3).claim(), zeros(5))).contains(zeros(3));
  }

  @Test
  void whatDoublePrecisionCannotTellIsCertified() {
    Tried tried = Tried.hidden(row -> row.tokens() > 1 ? 2 : 0.5);

    assertThat(smallest(tried.claim(), new LogitRow(1, 1, 0, 2))).contains(zeros(2));
  }

  @Test
  void sixtyDigitsAreComputedWithinTheirEffort() {
    Tried tried = Tried.hidden(row -> row.tokens() > 1 ? 2 : 0.5);
    smallest(tried.claim(), new LogitRow(123.456789, 81.12345, -17.23456, 4.34567));

    assertThat(tried.precise().size()).isBetween(100, 500);
  }

  @Test
  void theNumbersAsPrintedMustViolate() {
    Claim<LogitRow> claim =
        Tried.with(
                (row, a) ->
                    Evaluation.atMost(
                        row.temperature() == 3 ? a.of(2) : tenthOf(a), a.of(1).dividedBy(10)))
            .claim();

    assertThat(smallest(claim, new LogitRow(3, 0))).contains(new LogitRow(3, 0));
  }

  /** A tenth as it prints, more in binary. */
  private static Real tenthOf(Arithmetic arithmetic) {
    return arithmetic.input(0.1);
  }

  @Test
  void aSingleTokenIsAsSmallAsItGets() {
    assertThat(smallest(Tried.ratio(row -> 2).claim(), row(5))).contains(row(0));
  }
}
