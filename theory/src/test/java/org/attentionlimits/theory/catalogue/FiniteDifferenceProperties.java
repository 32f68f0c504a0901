package org.attentionlimits.theory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.jqwik.AttentionDomain;

@Domain(AttentionDomain.class)
class FiniteDifferenceProperties {

  private static final Claim<PerturbedRow> CLAIM =
      Claims.named("finite-difference", PerturbedRow.TYPE);

  @Property
  void theWeightsChangeByAtMostHalfTheStepInTemperaturesAndTheRootOfTwo(@ForAll PerturbedRow row) {
    Claims.assertHolds(CLAIM, row);
  }

  @Property
  void doublePrecisionAndSixtyDigitsAgree(@ForAll PerturbedRow row) {
    Claims.assertConsistent(CLAIM, row);
  }

  /** Each step ten or a hundred times longer gives more, up to the one that swaps the weights. */
  @Example
  void aLongerStepGivesMoreWhereItReachesATie() {
    LogitRow row = new LogitRow(0.01, 1, 0);
    double[] steps = {1e-3, 0.1, 1};
    double[] expected = {8.0e-42, 7.3e-37, 1.414};
    for (int i = 0; i < steps.length; i++) {
      PerturbedRow perturbed = new PerturbedRow(row, new double[] {-1, 1}, steps[i]);
      double slope = CLAIM.evaluatePrecisely(perturbed).left().value();
      assertThat(slope).isCloseTo(expected[i], withinPercentage(1));
    }
    assertThat(
            Claims.named("prose-smaller-step", PerturbedRow.TYPE)
                .evaluate(new PerturbedRow(row, new double[] {-1, 1}, 1))
                .outcome())
        .isEqualTo(Outcome.VIOLATED);
  }
}
