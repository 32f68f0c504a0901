package org.attentionlimits.theory.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.search.Adversary;
import org.attentionlimits.theory.search.Finding;
import org.attentionlimits.theory.search.Parallel;
import org.junit.jupiter.api.Test;

/** What the adversary sees of claims that only long rows break. */
class LongControlTests {

  private static final Adversary ADVERSARY = Adversary.usual().untilRefuted();

  private static List<Finding<LogitRow>> attack(List<Claim<LogitRow>> claims) {
    return Parallel.map(claims, ADVERSARY::attack);
  }

  @Test
  void whatOnlyLongRowsBreakIsRefuted() {
    assertThat(attack(LongControl.broken(new SplittableRandom(1))))
        .hasSize(10)
        .allSatisfy(
            finding -> {
              assertThat(finding.verdict()).as(finding.text()).isEqualTo(Verdict.REFUTED);
              assertThat(finding.counterexample().orElseThrow().instance().tokens())
                  .isGreaterThan(32);
            });
  }

  @Test
  void whatHoldsOnLongRowsSurvives() {
    assertThat(attack(LongControl.kept(new SplittableRandom(1))))
        .hasSize(10)
        .allSatisfy(
            finding -> {
              assertThat(finding.verdict()).as(finding.text()).isEqualTo(Verdict.SURVIVED);
              assertThat(finding.longest()).isGreaterThan(32);
            });
  }
}
