package org.attentionlimits.theory.claim;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.jqwik.AttentionDomain;

@Domain(AttentionDomain.class)
class Corollary1Properties {

  private static final Claim<QueryKeys> MAX = Claims.named("corollary-1-max", QueryKeys.class);
  private static final Claim<QueryKeys> SHARP = Claims.named("corollary-1-sharp", QueryKeys.class);

  @Property
  void everyWeightIsWithinTheFactorOfTheMean(@ForAll QueryKeys row) {
    Claims.assertHolds(MAX, row);
  }

  @Property
  void everyWeightIsBetweenTheSharpBounds(@ForAll QueryKeys row) {
    Claims.assertHolds(SHARP, row);
  }

  @Property(tries = 300)
  void doublePrecisionAndSixtyDigitsAgree(@ForAll QueryKeys row) {
    Claims.assertConsistent(MAX, row);
    Claims.assertConsistent(SHARP, row);
  }
}
