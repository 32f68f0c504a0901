package org.attentionlimits.theory.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Verdict;
import org.junit.jupiter.api.Test;

class FalseAlarmsTests {

  @Test
  void onlyProvenClaimsAreAttacked() {
    assertThat(FalseAlarms.proven())
        .extracting(Claim::id)
        .contains("lemma-1", "corollary-3-sharp")
        .doesNotContain("corollary-3-temperature", "corollary-1-own");
  }

  @Test
  void everySearchThatDoesNotSurviveIsAnAlarm() {
    FalseAlarms alarms =
        FalseAlarms.of(List.of(LargestWeight.atMost(0.5), LargestWeight.atMost(1)), 3, 20);

    assertThat(alarms.claims()).containsExactly("largest-weight-0-5", "largest-weight-1-0");
    assertThat(alarms.seeds()).isEqualTo(3);
    assertThat(alarms.budget()).isEqualTo(20);
    assertThat(alarms.tries()).isEqualTo(2 * 3 * 20);
    assertThat(alarms.alarms())
        .allMatch(finding -> finding.verdict() == Verdict.REFUTED)
        .allMatch(finding -> finding.claim().id().equals("largest-weight-0-5"))
        .extracting(finding -> finding.seed())
        .containsExactly(1L, 2L, 3L);
  }
}
