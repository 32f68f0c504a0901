package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attentionlimits.theory.search.Portfolios.attack;
import static org.attentionlimits.theory.search.Tried.between;
import static org.attentionlimits.theory.search.Tried.first;
import static org.attentionlimits.theory.search.Tried.row;
import static org.attentionlimits.theory.search.Tried.unknown;

import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is computed to sixty digits, and what is guessed. */
class AttackEffortTests {

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
    Attack<LogitRow> attack = attack(tried.claim(), 1000);
    IntStream.range(0, tries).forEach(i -> attack.score(new LogitRow(1, new double[tokens])));

    assertThat(tried.fast()).hasSize(tries);
    assertThat(tried.precise()).hasSize(expected);
  }

  /** A sample takes an effort of sixteen, and 16 times as many tokens of the long rows' 4000. */
  @ParameterizedTest
  @CsvSource({"1, 4", "40, 7", "250, 1"})
  void samplesAreDrawnWithinTheirEffort(int tokens, int expected) {
    Tried tried =
        Tried.with(
            (row, a) ->
                Tried.isFast(a)
                    ? Evaluation.atMost(unknown(a), a.of(1))
                    : Evaluation.atMost(a.ratio(1, 2), a.of(1)).withDoubt(0.01));
    Attack<LogitRow> attack = attack(tried.claim(), 1000);
    IntStream.range(0, 99).forEach(i -> attack.score(new LogitRow(1, new double[tokens])));

    assertThat(tried.precise()).hasSize(expected);
  }

  /** An attack whose effort was spent on two rows of many tokens. */
  private static Attack<LogitRow> exhausted(Tried tried) {
    Attack<LogitRow> attack = attack(tried.claim(), 1000);
    attack.score(new LogitRow(1, new double[32]));
    attack.score(new LogitRow(1, new double[32]));
    assertThat(tried.precise()).hasSize(2);
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
                        row.tokens() > 1 ? unknown(a) : between(a, from, to), a.input(right))));
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
                        row.tokens() > 1 ? unknown(a) : between(a, -1, 1), a.input(right))));

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
    Attack<LogitRow> attack = attack(tried.claim(), 1000);
    for (int tokens = 2; tokens <= 17; tokens++) {
      attack.score(new LogitRow(1, new double[tokens]));
    }
    attack.score(row(most));

    assertThat(tried.precise().isEmpty()).isNotEqualTo(wanted);
  }

  @Test
  void whatHoldsIsComputedToSixtyDigitsWhileThereIsRoomForIt() {
    Tried tried = vaguely();
    attack(tried.claim(), 1000).score(row(0.7));

    assertThat(tried.precise()).containsExactly(row(0.7));
  }
}
