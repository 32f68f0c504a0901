package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attentionlimits.theory.search.Tried.between;
import static org.attentionlimits.theory.search.Tried.first;
import static org.attentionlimits.theory.search.Tried.row;
import static org.attentionlimits.theory.search.Tried.unknown;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.search.measure.Deadline;
import org.attentionlimits.theory.search.measure.Scored;
import org.attentionlimits.theory.search.measure.Scored.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttackTests {

  private static final Deadline ENDLESS = new Deadline(Duration.ofDays(1));
  private static final Deadline UP = new Deadline(Duration.ofSeconds(-1));

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

  @Test
  void aTryAsksOnceWhetherItIsAdmissible() {
    AtomicInteger asked = new AtomicInteger();
    Claim<LogitRow> claim =
        Claim.about(LogitRow.TYPE)
            .named("asked")
            .where("any", row -> asked.incrementAndGet() > 0)
            .evaluatedBy((row, a) -> Evaluation.atMost(a.of(1), a.of(2)));
    Portfolios.attack(claim, 10).score(row(1));

    assertThat(asked).hasValue(1);
  }
}
