package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attentionlimits.theory.search.Tried.row;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.search.Finding.Counterexample;
import org.attentionlimits.theory.search.measure.Deadline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTests {

  private static final Duration ENDLESS = Duration.ofDays(1);

  private static Attack<LogitRow> attack(Tried tried, LogitRow... rows) {
    Attack<LogitRow> attack = new Attack<>(tried.claim(), 100, new Deadline(ENDLESS), false);
    Stream.of(rows).forEach(attack::score);
    return attack;
  }

  private static Finding<LogitRow> judge(Tried tried, LogitRow... rows) {
    return new Judge<>(tried.claim(), attack(tried, rows)).finding(7, ENDLESS, false);
  }

  private static LogitRow ofTokens(int tokens) {
    return new LogitRow(1, new double[tokens]);
  }

  @Test
  void aClaimSurvivesThatHoldsAtEveryTry() {
    Tried tried = Tried.ratio(Tried::first);

    assertThat(judge(tried, row(0.25), row(0.5), row(0)))
        .isEqualTo(
            new Finding<>(
                tried.claim(),
                Verdict.SURVIVED,
                3,
                100,
                OptionalLong.empty(),
                7,
                row(0.5).tokens(),
                0.5,
                Optional.of(row(0.5)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false));
  }

  @Test
  void aClaimIsRefutedByACertifiedViolationMadeSmall() {
    Tried tried = Tried.ratio(row -> row.tokens() > 1 ? 2 : 0.5);
    Certificate certificate = new Certificate(60, false, new BigDecimal("2"), BigDecimal.ONE, 0);
    LogitRow violation = new LogitRow(3, 4, 5, 6);

    assertThat(judge(tried, row(1), violation))
        .isEqualTo(
            new Finding<>(
                tried.claim(),
                Verdict.REFUTED,
                2,
                100,
                OptionalLong.of(2),
                7,
                3,
                2,
                Optional.of(violation),
                Optional.of(new Counterexample<>(new LogitRow(1, 0, 0), certificate)),
                Optional.of(new Counterexample<>(new LogitRow(1, 0, 0), certificate)),
                Optional.empty(),
                Optional.empty(),
                false));
  }

  @Test
  void aClaimIsUndecidedWhoseViolationsCannotBeCertified() {
    Tried tried = Tried.ratio(row -> Tried.first(row) < 5 ? 1.5 : 0.5, row -> 0.5);

    assertThat(judge(tried, row(8), row(3), row(2)))
        .isEqualTo(
            new Finding<>(
                tried.claim(),
                Verdict.UNDECIDED,
                3,
                100,
                OptionalLong.of(2),
                7,
                row(3).tokens(),
                0.5,
                Optional.of(row(3)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(row(2)),
                Optional.of("what looked like a counterexample could not be certified"),
                false));
  }

  @Test
  void aClaimIsUndecidedWhoseSidesAreKnownNowhere() {
    Tried tried = Tried.with((row, a) -> Evaluation.atMost(Tried.unknown(a), a.of(1)));
    Finding<LogitRow> finding = judge(tried, row(2));

    assertThat(finding.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(finding.suspect()).contains(row(2));
    assertThat(finding.counterexample()).isEmpty();
    assertThat(finding.largestRatio()).isZero();
  }

  @Test
  void aViolationSeenOnlyToSixtyDigitsRefutes() {
    Finding<LogitRow> finding = judge(Tried.ratio(row -> 1, row -> 1.5), row(2));

    assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(finding.firstViolation()).hasValue(1);
    assertThat(finding.largestRatio()).isEqualTo(1.5);
  }

  @Test
  void thoseEqualInDoublePrecisionAreComparedToSixtyDigits() {
    Tried tried =
        Tried.ratio(row -> row.tokens() == 4 ? 0.5 - 1e-8 : 0.5, row -> 0.1 * row.tokens());
    Finding<LogitRow> finding = judge(tried, ofTokens(1), ofTokens(4), ofTokens(3), ofTokens(2));

    assertThat(finding.tightest()).contains(ofTokens(3));
    assertThat(finding.largestRatio()).isEqualTo(0.1 * 3);
    assertThat(tried.precise()).containsExactly(ofTokens(1), ofTokens(2), ofTokens(3));
  }

  @Test
  void thoseThatDifferByLessThanRoundingAreEqual() {
    Tried tried =
        Tried.ratio(row -> row.tokens() == 2 ? 0.5 - 1e-10 : 0.5, row -> 0.1 * row.tokens());

    assertThat(judge(tried, ofTokens(1), ofTokens(2)).tightest()).contains(ofTokens(2));
  }

  @Test
  void theEightSimplestAreCompared() {
    Tried tried = Tried.ratio(row -> 0.5, row -> 0.01 * row.tokens());
    LogitRow[] rows =
        Stream.iterate(12, n -> n - 1).limit(12).map(n -> ofTokens(n)).toArray(LogitRow[]::new);

    assertThat(judge(tried, rows).tightest()).contains(ofTokens(8));
  }

  @Test
  void aClaimIsUndecidedOfWhichNoInstanceIsAdmissible() {
    Tried tried = Tried.ratio(Tried::first);
    Judge<LogitRow> judge = new Judge<>(tried.claim(), attack(tried, Tried.inadmissible()));

    Finding<LogitRow> finding = judge.finding(7, ENDLESS, false);
    assertThat(finding.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(finding.tightest()).isEmpty();
    assertThat(finding.reason()).contains("no admissible instance was found among 1 drawn");
    assertThat(judge.finding(7, ENDLESS, true).reason())
        .contains("no admissible instance was found among 1 drawn within the limit of time");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSearchCutShortMakesAFindingCutShort(boolean cutShort) {
    Tried tried = Tried.ratio(Tried::first);

    assertThat(
            new Judge<>(tried.claim(), attack(tried, row(0.5)))
                .finding(7, ENDLESS, cutShort)
                .cutShort())
        .isEqualTo(cutShort);
  }

  @Test
  void shrinkingCutShortMakesAFindingCutShort() {
    Tried tried = Tried.ratio(row -> 2);
    LogitRow violation = new LogitRow(3, 4, 5, 6);
    Finding<LogitRow> finding =
        new Judge<>(tried.claim(), attack(tried, violation))
            .finding(7, Duration.ofSeconds(-1), false);

    assertThat(finding.cutShort()).isTrue();
    assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(finding.counterexample()).map(Counterexample::instance).contains(violation);
  }

  @Test
  void nothingIsCutShortWhereThereIsNothingToShrink() {
    Tried tried = Tried.ratio(Tried::first);

    assertThat(
            new Judge<>(tried.claim(), attack(tried, row(0.5)))
                .finding(7, Duration.ofSeconds(-1), false)
                .cutShort())
        .isFalse();
  }
}
