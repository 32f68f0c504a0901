package org.attentionlimits.theory.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.catalogue.neighbour.Neighbours;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.search.Adversary;
import org.attentionlimits.theory.search.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The claims beside the paper's under attack, as they are and with a smaller right side. */
class NeighbourMutantsTests {

  private static final long BUDGET = 1000;

  /** The bound that is only approached, by long rows. */
  private static final String APPROACHED = "distance-bounded";

  static List<Claim<?>> claims() {
    return Neighbours.claims();
  }

  @ParameterizedTest
  @MethodSource("claims")
  void aClaimSurvivesAndIsAttained(Claim<?> claim) {
    Finding<?> finding = new Adversary(2, BUDGET).attack(claim);

    assertThat(finding.verdict()).as("%s", finding).isEqualTo(Verdict.SURVIVED);
    assertThat(finding.largestRatio())
        .as("%s", finding)
        .isGreaterThanOrEqualTo(claim.id().equals(APPROACHED) ? 0.9 : 0.999);
  }

  @ParameterizedTest
  @MethodSource("claims")
  void lessOfTheRightSideIsRefuted(Claim<?> claim) {
    assertRefuted(Tightened.of(claim, claim.id().equals(APPROACHED) ? 0.2 : 0.01));
  }

  private static <I extends Instance<I>> void assertRefuted(Mutant<I> mutant) {
    Finding<I> finding = new Adversary(1, BUDGET).untilRefuted().attack(mutant.claim());
    assertThat(finding.verdict()).as("%s", finding).isEqualTo(Verdict.REFUTED);
  }
}
