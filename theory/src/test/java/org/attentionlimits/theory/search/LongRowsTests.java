package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.search.Finding.Counterexample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims that only long rows tell about. */
class LongRowsTests {

  private static final Adversary ADVERSARY = new Adversary(1, 3000);

  /** The largest weight is at least a share, of rows of some number of tokens or more. */
  private static Claim<LogitRow> largest(int percent, int least) {
    return Claim.about(LogitRow.TYPE)
        .named("largest")
        .where("n tokens or more", row -> row.tokens() >= least)
        .evaluatedBy((row, a) -> Evaluation.atMost(a.ratio(percent, 100), row.weights(a).max()));
  }

  @Test
  void aWeightOfAPercentIsRefutedByTheSmallestAndTheLongestRow() {
    Finding<LogitRow> finding = ADVERSARY.attack(largest(1, 1));

    assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(finding.counterexample())
        .map(Counterexample::instance)
        .contains(new LogitRow(1, new double[101]));
    assertThat(finding.strongest())
        .map(Counterexample::instance)
        .contains(new LogitRow(1, new double[4096]));
    assertThat(finding.text())
        .contains("at logits = (0 × 101), T = 1", "strongest at logits = (0 × 4096), T = 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1000, 3000})
  void theEdgeOfADomainOfLongRowsIsFound(int least) {
    Finding<LogitRow> finding = ADVERSARY.attack(largest(5, least));

    assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(finding.counterexample().orElseThrow().instance().tokens()).isEqualTo(least);
  }

  @Test
  void aClaimAboutLongRowsAloneMaySurvive() {
    Finding<LogitRow> finding =
        ADVERSARY.attack(
            Claim.about(LogitRow.TYPE)
                .named("mean")
                .where("1000 tokens or more", row -> row.tokens() >= 1000)
                .evaluatedBy(
                    (row, a) -> Evaluation.atMost(a.ratio(1, row.tokens()), row.weights(a).max())));

    assertThat(finding.verdict()).isEqualTo(Verdict.SURVIVED);
    assertThat(finding.longest()).isEqualTo(4096);
    assertThat(finding.text()).endsWith(", rows of up to 4096 tokens");
  }

  @Test
  void aClaimAboutShortRowsSpendsItsWholeBudgetOnThem() {
    Finding<LogitRow> finding =
        ADVERSARY.attack(
            Claim.about(LogitRow.TYPE)
                .named("short")
                .where("16 tokens at most", row -> row.tokens() <= 16)
                .evaluatedBy((row, a) -> Evaluation.atMost(row.weights(a).max(), a.of(1))));

    assertThat(finding.tries()).isEqualTo(3000);
    assertThat(finding.longest()).isLessThanOrEqualTo(16);
  }
}
