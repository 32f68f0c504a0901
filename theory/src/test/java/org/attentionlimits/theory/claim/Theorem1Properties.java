package org.attentionlimits.theory.claim;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.jqwik.AttentionDomain;

@Domain(AttentionDomain.class)
class Theorem1Properties {

  private static final Claim<EmbeddedRow> FIXED =
      Claims.named("theorem-1-fixed", EmbeddedRow.class);

  @Property
  void theCumulativeDistanceIsWithinTheBoundOfTheTopTokens(@ForAll EmbeddedRow row) {
    Claims.assertHolds(FIXED, row);
  }

  @Property
  void doublePrecisionAndSixtyDigitsAgree(@ForAll EmbeddedRow row) {
    Claims.assertConsistent(FIXED, row);
  }
}
