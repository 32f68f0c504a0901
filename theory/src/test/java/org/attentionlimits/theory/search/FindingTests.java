package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.search.Finding.Counterexample;
import org.junit.jupiter.api.Test;

class FindingTests {

  private static final LogitRow ROW = new LogitRow(1, 0, 2);

  private static Finding<LogitRow> finding(
      Verdict verdict, Optional<Counterexample<LogitRow>> counterexample, Optional<LogitRow> odd) {
    return new Finding<>(
        Tried.ratio(Tried::first).claim(),
        verdict,
        12,
        20,
        OptionalLong.empty(),
        7,
        2,
        0.25,
        Optional.of(ROW),
        counterexample,
        counterexample,
        odd,
        Optional.empty(),
        false);
  }

  @Test
  void saysHowOftenItTriedAndHowTightTheClaimIs() {
    assertThat(finding(Verdict.SURVIVED, Optional.empty(), Optional.empty()).text())
        .isEqualTo("tried: SURVIVED after 12 tries, left/right up to 0.25, rows of up to 2 tokens");
  }

  @Test
  void namesTheSuspect() {
    assertThat(finding(Verdict.UNDECIDED, Optional.empty(), Optional.of(ROW)).text().lines())
        .containsExactly(
            "tried: UNDECIDED after 12 tries, left/right up to 0.25, rows of up to 2 tokens",
            "  suspect: logits = (0, 2), T = 1");
  }

  @Test
  void showsTheCounterexampleWithItsCertificate() {
    Certificate certificate =
        new Certificate(60, false, new BigDecimal("0.5"), new BigDecimal("0.25"), 0);
    Counterexample<LogitRow> counterexample = new Counterexample<>(ROW, certificate);
    assertThat(
            finding(Verdict.REFUTED, Optional.of(counterexample), Optional.empty()).text().lines())
        .containsExactly(
            "tried: REFUTED after 12 tries, left/right up to 0.25, rows of up to 2 tokens",
            "  at logits = (0, 2), T = 1",
            "  certified to 60 digits: left at least 0.5, right at most 0.25");
  }

  @Test
  void tellsOfALimitOfTimeAndOfAReason() {
    Finding<LogitRow> cut =
        new Finding<>(
            Tried.ratio(Tried::first).claim(),
            Verdict.UNDECIDED,
            12,
            20,
            OptionalLong.empty(),
            7,
            2,
            0.25,
            Optional.of(ROW),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("why"),
            true);

    assertThat(cut.text().lines())
        .containsExactly(
            "tried: UNDECIDED after 12 tries, left/right up to 0.25, rows of up to 2 tokens",
            "  cut short by the limit of time after 12 of 20 tries",
            "  why");
  }
}
