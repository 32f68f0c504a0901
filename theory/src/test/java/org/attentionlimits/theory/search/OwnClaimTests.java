package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.junit.jupiter.api.Test;

/** A claim of one's own, stated and attacked. */
class OwnClaimTests {

  @Test
  void aBoundOfTheEntropyByTheLargestWeightIsRefuted() {
    Claim<LogitRow> claim =
        Claim.about(LogitRow.TYPE)
            .named("entropy-by-largest-weight")
            .saying("H(\\alpha) \\le -n \\log \\max_i \\alpha_i", "a bound of the entropy")
            .evaluatedBy(
                (row, arithmetic) -> {
                  Vec logWeights = row.logWeights(arithmetic);
                  Real entropy = row.weights(arithmetic).dot(logWeights).negated();
                  return Evaluation.atMost(entropy, logWeights.max().negated().times(row.tokens()));
                });

    Finding<LogitRow> finding = new Adversary(1, 20_000).attack(claim);

    assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED);
    LogitRow smallest = finding.counterexample().orElseThrow().instance();
    assertThat(smallest.tokens()).isEqualTo(2);
    assertThat(smallest.temperature()).isEqualTo(1);
    assertThat(finding.largestRatio()).isBetween(10.0, 1e6);
  }
}
