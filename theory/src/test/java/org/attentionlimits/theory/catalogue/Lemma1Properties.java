package org.attentionlimits.theory.catalogue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.jqwik.AttentionDomain;

@Domain(AttentionDomain.class)
class Lemma1Properties {

  private static final Claim<FunctionRow> PRINTED = Claims.named("lemma-1", FunctionRow.TYPE);
  private static final Claim<FunctionRow> SHARP = Claims.named("lemma-1-sharp", FunctionRow.TYPE);

  @Property
  void everyWeightIsWithinAConstantFactorOfTheMean(@ForAll FunctionRow row) {
    Claims.assertHolds(PRINTED, row);
  }

  @Property
  void everyWeightIsBetweenThoseOfOneExtremeAmongTheOther(@ForAll FunctionRow row) {
    Claims.assertHolds(SHARP, row);
  }

  @Property
  void doublePrecisionAndSixtyDigitsAgree(@ForAll FunctionRow row) {
    Claims.assertConsistent(PRINTED, row);
    Claims.assertConsistent(SHARP, row);
  }
}
