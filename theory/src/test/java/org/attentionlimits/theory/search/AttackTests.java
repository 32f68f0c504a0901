package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attentionlimits.theory.search.Tried.between;
import static org.attentionlimits.theory.search.Tried.first;
import static org.attentionlimits.theory.search.Tried.row;
import static org.attentionlimits.theory.search.Tried.unknown;

import java.time.Duration;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.search.Scored.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttackTests {

  private static final Clock ENDLESS = new Clock(Duration.ofDays(1));
  private static final Clock UP = new Clock(Duration.ofSeconds(-1));

  private static Attack<LogitRow> attack(Tried tried, long budget) {
    return new Attack<>(tried.claim(), budget, ENDLESS, false);
  }

  private static Tried byLogit() {
    return Tried.ratio(Tried::first);
  }

  @Test
  void whatIsScoredIsCountedAndRemembered() {
    Attack<LogitRow> attack = attack(byLogit(), 10);
    Scored<LogitRow> scored = attack.score(row(0.5));

    assertThat(scored).isEqualTo(new Scored<>(row(0.5), 0.5));
    assertThat(attack.tries()).isEqualTo(1);
    assertThat(attack.left()).isEqualTo(9);
    assertThat(attack.elites().all()).containsExactly(scored);
  }

  @Test
  void nothingIsEvaluatedBeyondTheBudget() {
    Tried tried = byLogit();
    Attack<LogitRow> attack = attack(tried, 2);
    attack.score(row(0.25));
    attack.score(row(0.5));

    assertThat(attack.score(row(0.75))).isEqualTo(new Scored<>(row(0.75), -1));
    assertThat(tried.fast()).containsExactly(row(0.25), row(0.5));
    assertThat(attack.tries()).isEqualTo(2);
    assertThat(attack.left()).isZero();
  }

  @Test
  void shareOfTheBudgetIsSpentByAsManyTries() {
    Attack<LogitRow> attack = attack(byLogit(), 10);
    attack.score(row(0));

    assertThat(attack.isOver(0.1)).isTrue();
    assertThat(attack.isOver(0.2)).isFalse();
    attack.score(row(0));
    assertThat(attack.isOver(0.2)).isTrue();
    assertThat(attack.isOver(1)).isFalse();
  }

  @Test
  void inadmissibleInstancesCountAsMisses() {
    Tried tried = byLogit();
    Attack<LogitRow> attack = attack(tried, 1);
    for (int i = 0; i < 9; i++) {
      assertThat(attack.score(Tried.inadmissible()).ratio()).isEqualTo(-1);
      assertThat(attack.isOver(1)).isFalse();
    }
    attack.score(Tried.inadmissible());

    assertThat(attack.isOver(1)).isTrue();
    assertThat(attack.tries()).isZero();
    assertThat(tried.fast()).isEmpty();
  }

  @Test
  void tenTimesAsManyMissesAsTriesEndAShare() {
    Attack<LogitRow> attack = attack(byLogit(), 2);
    IntStream.range(0, 9).forEach(i -> attack.miss());
    assertThat(attack.isOver(0.5)).isFalse();
    attack.miss();
    assertThat(attack.isOver(0.5)).isTrue();
    assertThat(attack.isOver(1)).isFalse();
    IntStream.range(0, 10).forEach(i -> attack.miss());
    assertThat(attack.isOver(1)).isTrue();
  }

  @Test
  void endsWhenTheTimeIsUp() {
    Tried tried = byLogit();
    Attack<LogitRow> attack = new Attack<>(tried.claim(), 10, UP, false);

    assertThat(attack.isOver(0.5)).isTrue();
    assertThat(attack.left()).isZero();
    assertThat(attack.score(row(0.5)).ratio()).isEqualTo(-1);
    assertThat(tried.fast()).isEmpty();
  }

  @Test
  void goesOnBeyondItsBudgetWhileItMustLast() {
    Attack<LogitRow> attack =
        new Attack<>(byLogit().claim(), 1, ENDLESS, Duration.ofDays(1), false);
    attack.score(row(0.25));

    assertThat(attack.isOver(0.5)).isTrue();
    assertThat(attack.isOver(1)).isFalse();
    assertThat(attack.left()).isEqualTo(Long.MAX_VALUE);
    assertThat(attack.score(row(0.5)).ratio()).isEqualTo(0.5);
    assertThat(attack.tries()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"true, 2, true", "false, 2, false", "true, 1, false"})
  void endsAtACertifiedViolationIfAsked(boolean untilRefuted, double precise, boolean over) {
    Tried tried = Tried.ratio(row -> 2, row -> precise);
    Attack<LogitRow> attack = new Attack<>(tried.claim(), 10, ENDLESS, untilRefuted);
    attack.score(row(0));

    assertThat(attack.isOver(1)).isEqualTo(over);
    assertThat(attack.isOver(0.5)).isEqualTo(over);
  }

  @Test
  void remembersWhichTryFirstSawAViolation() {
    Attack<LogitRow> attack = attack(byLogit(), 10);
    attack.score(row(0.5));
    assertThat(attack.firstViolation()).isEmpty();
    attack.score(row(2));
    attack.score(row(3));

    assertThat(attack.firstViolation()).hasValue(2);
    assertThat(attack.violations().suspect()).contains(row(2));
    assertThat(attack.violations().mostBlatant()).contains(row(3));
  }

  @Test
  void aRatioThatDoublePrecisionKnowsIsNotComputedToSixtyDigits() {
    Tried tried = byLogit();
    Attack<LogitRow> attack = attack(tried, 10);
    attack.score(row(0.5));

    assertThat(tried.precise()).isEmpty();
    assertThat(attack.anyDecided()).isTrue();
  }

  @Test
  void aRatioThatDoublePrecisionDoesNotKnowIsComputedToSixtyDigits() {
    Tried tried = Tried.hidden(Tried::first);
    Attack<LogitRow> attack = attack(tried, 10);
    assertThat(attack.anyDecided()).isFalse();

    assertThat(attack.score(row(0.5))).isEqualTo(new Scored<>(row(0.5), 0.5));
    assertThat(attack.anyDecided()).isTrue();
    assertThat(tried.precise()).containsExactly(row(0.5));
    assertThat(attack.elites().all()).hasSize(1);
  }

  @Test
  void whatWasDecidedOnceStaysDecided() {
    Attack<LogitRow> attack =
        attack(
            Tried.with(
                (row, a) -> Evaluation.atMost(first(row) < 1 ? a.of(0) : unknown(a), a.of(1))),
            10);
    attack.score(row(0));
    attack.score(row(1));

    assertThat(attack.anyDecided()).isTrue();
  }

  @Test
  void decidedNowhereIsRememberedAsZero() {
    Attack<LogitRow> attack =
        attack(Tried.with((row, a) -> Evaluation.atMost(unknown(a), a.of(1))), 10);

    assertThat(attack.score(row(0.5)).ratio()).isZero();
    assertThat(attack.anyDecided()).isFalse();
    assertThat(attack.firstViolation()).isEmpty();
  }

  @Test
  void aViolationOfUnknownRatioIsTakenForOne() {
    Tried tried = Tried.with((row, a) -> Evaluation.atMost(between(a, 2, 3), a.of(1)));
    Attack<LogitRow> attack = attack(tried, 10);

    assertThat(attack.score(row(0)).ratio()).isEqualTo(1);
    assertThat(attack.firstViolation()).hasValue(1);
    assertThat(tried.precise()).startsWith(row(0));
  }

  /** A row of one token takes an effort of one, and one of eleven tokens of four. */
  @ParameterizedTest
  @CsvSource({
    "1, 51, 51",
    "1, 99, 51",
    "1, 100, 52",
    "1, 199, 52",
    "1, 200, 53",
    "11, 199, 13",
    "11, 200, 14"
  })
  void sixtyDigitsAreComputedWithinTheirEffort(int tokens, int tries, int expected) {
    Tried tried = Tried.hidden(row -> 0.5);
    Attack<LogitRow> attack = attack(tried, 1000);
    IntStream.range(0, tries).forEach(i -> attack.score(new LogitRow(1, new double[tokens])));

    assertThat(tried.fast()).hasSize(tries);
    assertThat(tried.precise()).hasSize(expected);
  }

  /** An attack whose effort was spent on one row of many tokens. */
  private static Attack<LogitRow> exhausted(Tried tried) {
    Attack<LogitRow> attack = attack(tried, 1000);
    attack.score(new LogitRow(1, new double[47]));
    assertThat(tried.precise()).hasSize(1);
    return attack;
  }

  @ParameterizedTest
  @CsvSource({"0.5, 1.1, 1, 0.8", "0.5, 1.1, 2, 0.4", "1, 3, 1.5, 1"})
  void beyondTheEffortTheRatioIsGuessedFromTheMiddles(
      double from, double to, double right, double guess) {
    Attack<LogitRow> attack =
        exhausted(
            Tried.with(
                (row, a) ->
                    Evaluation.atMost(
                        row.tokens() > 1 ? unknown(a) : between(a, from, to), a.of(right))));
    int before = attack.elites().all().size();

    assertThat(attack.score(row(0)).ratio()).isEqualTo(guess);
    assertThat(attack.elites().all()).hasSize(before);
  }

  @Test
  void beyondTheEffortWhatHoldsIsDecidedThoughItsRatioIsNotKnown() {
    Attack<LogitRow> attack =
        exhausted(
            Tried.with(
                (row, a) ->
                    Evaluation.atMost(
                        row.tokens() > 1 ? unknown(a) : between(a, 0.25, 0.5), a.of(1))));
    assertThat(attack.anyDecided()).isFalse();

    assertThat(attack.score(row(0)).ratio()).isEqualTo(0.375);
    assertThat(attack.anyDecided()).isTrue();
  }

  @Test
  void beyondTheEffortWhatIsKnownNowhereIsGuessedToBeZero() {
    Attack<LogitRow> attack = exhausted(Tried.hidden(row -> 0.5));

    assertThat(attack.score(row(0)).ratio()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0.25, 0.7788007830714049", "-1, 1"})
  void beyondTheEffortTheRatioOfLogarithmsIsGuessedFromTheirDifference(double right, double guess) {
    Attack<LogitRow> attack =
        exhausted(
            Tried.with(
                (row, a) ->
                    Evaluation.atMostLog(
                        row.tokens() > 1 ? unknown(a) : between(a, -1, 1), a.of(right))));

    assertThat(attack.score(row(0)).ratio()).isEqualTo(guess);
  }

  /** Of one token, the ratio is between 0.6 and the logit: it holds; of more, it is 0.75. */
  private static Tried vaguely() {
    return Tried.with(
        (row, a) ->
            Evaluation.atMost(
                row.tokens() > 1 ? a.of(0.75) : between(a, 0.6, first(row)), a.of(1)));
  }

  @ParameterizedTest
  @CsvSource({"0.85, false", "0.99, true"})
  void whatHoldsIsComputedToSixtyDigitsOnlyIfItMayBeAmongTheBest(double most, boolean wanted) {
    Tried tried = vaguely();
    Attack<LogitRow> attack = attack(tried, 1000);
    for (int tokens = 2; tokens <= 17; tokens++) {
      attack.score(new LogitRow(1, new double[tokens]));
    }
    attack.score(row(most));

    assertThat(tried.precise().isEmpty()).isNotEqualTo(wanted);
  }

  @Test
  void whatHoldsIsComputedToSixtyDigitsWhileThereIsRoomForIt() {
    Tried tried = vaguely();
    attack(tried, 1000).score(row(0.7));

    assertThat(tried.precise()).containsExactly(row(0.7));
  }

  @Test
  void sampledRatiosAreRememberedAsSuch() {
    Tried tried = Tried.with((row, a) -> Evaluation.atMost(a.of(0.5), a.of(1)).withDoubt(0.01));
    Scored<LogitRow> scored = attack(tried, 10).score(row(0));

    assertThat(scored.level()).isEqualTo(Level.SAMPLED);
  }

  @Test
  void thePreciseRatioMayShowAViolation() {
    Attack<LogitRow> attack = attack(Tried.ratio(row -> 1, row -> 1.5), 10);
    attack.score(row(0));
    assertThat(attack.firstViolation()).isEmpty();

    assertThat(attack.preciseRatio(row(0))).isEqualTo(1.5);
    assertThat(attack.firstViolation()).hasValue(1);
    assertThat(attack.violations().mostBlatant()).contains(row(0));
  }
}
