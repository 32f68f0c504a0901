package org.attentionlimits.theory.catalogue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.jqwik.AttentionDomain;

@Domain(AttentionDomain.class)
class FiniteDifferenceProperties {

  private static final Claim<PerturbedRow> CLAIM =
      Claims.named("finite-difference", PerturbedRow.class);

  @Property
  void theWeightsChangeByAtMostHalfTheStepInTemperaturesAndTheRootOfTwo(@ForAll PerturbedRow row) {
    Claims.assertHolds(CLAIM, row);
  }

  @Property
  void doublePrecisionAndSixtyDigitsAgree(@ForAll PerturbedRow row) {
    Claims.assertConsistent(CLAIM, row);
  }
}
