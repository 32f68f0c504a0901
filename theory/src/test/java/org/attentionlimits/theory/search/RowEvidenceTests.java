package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Verdict;
import org.junit.jupiter.api.Test;

class RowEvidenceTests {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** False beyond ten tokens. */
  private static final Claim<LogitRow> ONE_TENTH =
      Claim.about(LogitRow.TYPE)
          .named("one-tenth")
          .evaluatedBy((row, a) -> Evaluation.atMost(a.ratio(1, 10), row.weights(a).max()));

  /** Logits as a model gives them: floats. */
  private static LogitRow row(int tokens) {
    SplittableRandom random = new SplittableRandom(tokens);
    double[] logits =
        random.doubles(tokens).map(u -> (float) random.nextGaussian() * 0.125f).toArray();
    return new LogitRow(8, logits);
  }

  private static RowEvidence<LogitRow> evidence(LogitRow... rows) {
    return RowEvidence.against(ONE_TENTH, Verdict.SURVIVED, List.of(rows), LIMIT).orElseThrow();
  }

  @Test
  void aLongRowRefutesAndIsShrunk() {
    RowEvidence<LogitRow> evidence = evidence(row(200));

    assertThat(evidence.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(evidence.cutShort()).isFalse();
    LogitRow smallest = evidence.counterexample().orElseThrow().instance();
    assertThat(smallest.tokens()).isEqualTo(11);
    assertThat(Certificate.of(ONE_TENTH, smallest))
        .contains(evidence.counterexample().orElseThrow().certificate());
  }

  @Test
  void theRowItselfIsShownWhereThereIsNoTimeToShrinkIt() {
    LogitRow row = row(1024);
    RowEvidence<LogitRow> evidence =
        RowEvidence.against(ONE_TENTH, Verdict.SURVIVED, List.of(row), Duration.ZERO).orElseThrow();

    assertThat(evidence.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(evidence.cutShort()).isTrue();
    assertThat(evidence.counterexample().orElseThrow().instance()).isEqualTo(row);
  }

  @Test
  void theFirstRowThatCanBeCertifiedCounts() {
    assertThat(evidence(row(5), row(20)).row()).isEqualTo(1);
  }

  @Test
  void whatCannotBeCertifiedIsUndecided() {
    RowEvidence<LogitRow> evidence = evidence(row(5), row(9));

    assertThat(evidence.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(evidence.counterexample()).isEmpty();
  }

  @Test
  void rowsOfAnotherTypeCannotBeCertified() {
    EmbeddedRow other = new EmbeddedRow(row(2), new double[][] {{1}, {2}}, 1);

    assertThat(RowEvidence.against(ONE_TENTH, Verdict.SURVIVED, List.of(other), LIMIT))
        .map(RowEvidence::verdict)
        .contains(Verdict.UNDECIDED);
  }

  @Test
  void aVerdictStandsWithoutRowsAndWhereTheSearchHasRefuted() {
    assertThat(RowEvidence.against(ONE_TENTH, Verdict.SURVIVED, List.of(), LIMIT)).isEmpty();
    assertThat(RowEvidence.against(ONE_TENTH, Verdict.REFUTED, List.of(row(20)), LIMIT)).isEmpty();
    assertThat(RowEvidence.against(ONE_TENTH, Verdict.UNDECIDED, List.of(row(20)), LIMIT))
        .map(RowEvidence::verdict)
        .contains(Verdict.REFUTED);
  }
}
