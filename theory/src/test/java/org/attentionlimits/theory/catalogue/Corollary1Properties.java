package org.attentionlimits.theory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.testing.Falsified;

@Domain(AttentionDomain.class)
class Corollary1Properties {

  private static final Claim<QueryKeys> MAX = Claims.named("corollary-1-max", QueryKeys.TYPE);
  private static final Claim<QueryKeys> OWN = Claims.named("corollary-1-own", QueryKeys.TYPE);
  private static final Claim<QueryKeys> SHARP = Claims.named("corollary-1-sharp", QueryKeys.TYPE);

  @Property
  void everyWeightIsWithinTheFactorOfTheMean(@ForAll QueryKeys row) {
    Claims.assertHolds(MAX, row);
  }

  @Property
  @Falsified(by = {"q = (1), k = ((0), (1)), T = 1", "q = (1), k = ((1), (0)), T = 1"})
  void everyWeightIsWithinTheFactorOfItsOwnKey(@ForAll QueryKeys row) {
    Claims.assertNotCertified(OWN, row);
  }

  @Property
  void everyWeightIsBetweenTheSharpBounds(@ForAll QueryKeys row) {
    Claims.assertHolds(SHARP, row);
  }

  @Example
  void aSingleTokenAttainsTheSharpBoundsWhateverTheNorms() {
    QueryKeys single = new QueryKeys(1, new double[] {1e200, 0}, new double[][] {{0, 1e200}});
    assertThat(SHARP.evaluate(single, Arithmetic.BINARY64).ratio()).isCloseTo(1, within(1e-15));
  }

  @Property(tries = 300)
  void doublePrecisionAndSixtyDigitsAgree(@ForAll QueryKeys row) {
    Claims.assertConsistent(MAX, row);
    Claims.assertConsistent(OWN, row);
    Claims.assertConsistent(SHARP, row);
  }
}
