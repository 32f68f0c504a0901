package org.attentionlimits.theory.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.junit.jupiter.api.Test;

class PlainSearchTests {

  private final AtomicLong drawn = new AtomicLong();
  private final AtomicLong evaluated = new AtomicLong();

  /** About the rows after so many draws; false from that evaluation on. */
  private Claim<LogitRow> admittingAfter(int misses, long falseFrom) {
    return Claim.about(LogitRow.TYPE)
        .named("late")
        .where("late rows", row -> drawn.incrementAndGet() > misses)
        .evaluatedBy(
            (row, a) ->
                Evaluation.atMost(a.of(1), a.of(evaluated.incrementAndGet() < falseFrom ? 2 : 0)));
  }

  @Test
  void countsTheEvaluationsUntilTheFirstViolation() {
    assertThat(PlainSearch.firstViolation(admittingAfter(0, 4), 1, 10)).hasValue(4);
    assertThat(evaluated).hasValue(4);
  }

  @Test
  void seesAViolationInItsLastEvaluation() {
    assertThat(PlainSearch.firstViolation(admittingAfter(0, 10), 1, 10)).hasValue(10);
  }

  @Test
  void endsWithItsBudget() {
    assertThat(PlainSearch.firstViolation(admittingAfter(0, 11), 1, 10)).isEmpty();
    assertThat(evaluated).hasValue(10);
  }

  @Test
  void doesNotCountRowsThatTheClaimDoesNotSpeakAbout() {
    assertThat(PlainSearch.firstViolation(admittingAfter(7, 3), 1, 10)).hasValue(3);
  }

  @Test
  void givesUpAfterTenRowsForEachOfItsBudgetThatTheClaimDoesNotSpeakAbout() {
    assertThat(PlainSearch.firstViolation(admittingAfter(1000, 1), 1, 10)).isEmpty();
    assertThat(drawn).hasValue(110);
  }
}
