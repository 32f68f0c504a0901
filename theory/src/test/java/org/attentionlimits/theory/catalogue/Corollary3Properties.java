package org.attentionlimits.theory.catalogue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.testing.Falsified;

@Domain(AttentionDomain.class)
class Corollary3Properties {

  private static final Claim<LogitRow> MINIMUM = Claims.named("corollary-3", LogitRow.TYPE);
  private static final Claim<LogitRow> TEMPERATURE =
      Claims.named("corollary-3-temperature", LogitRow.TYPE);
  private static final Claim<LogitRow> SQRT_2 = Claims.named("corollary-3-sqrt2", LogitRow.TYPE);
  private static final Claim<LogitRow> ENTRY = Claims.named("corollary-3-entry", LogitRow.TYPE);
  private static final Claim<LogitRow> SHARP = Claims.named("corollary-3-sharp", LogitRow.TYPE);
  private static final Claim<LogitRow> EXACT = Claims.named("jacobian-exact", LogitRow.TYPE);

  @Property
  @Falsified(by = "logits = (0, 0), T = 1")
  void theSpectralNormIsAtMostTheSmallerOfBothArms(@ForAll LogitRow row) {
    Claims.assertNotCertified(MINIMUM, row);
  }

  @Property
  @Falsified(by = "logits = (0, 0), T = 1")
  void theSpectralNormIsAtMostAQuarterOfTheInverseTemperature(@ForAll LogitRow row) {
    Claims.assertNotCertified(TEMPERATURE, row);
  }

  @Property
  @Falsified
  void theSpectralNormIsAtMostTheRootOfTwoAtAnyTemperature(@ForAll LogitRow row) {
    Claims.assertNotCertified(SQRT_2, row);
  }

  @Property
  void everyEntryIsAtMostAQuarterOfTheInverseTemperature(@ForAll LogitRow row) {
    Claims.assertHolds(ENTRY, row);
  }

  @Property
  void theSpectralNormIsAtMostGershgorinsBoundAndThatAtMostAHalf(@ForAll LogitRow row) {
    Claims.assertHolds(SHARP, row);
  }

  @Property
  void theRootOfTheSecularEquationIsTheLargestEigenvalueOfTheFullMatrix(@ForAll LogitRow row) {
    Claims.assertEqual(EXACT, row);
  }

  @Property
  void doublePrecisionAndSixtyDigitsAgree(@ForAll LogitRow row) {
    Claims.assertConsistent(MINIMUM, row);
    Claims.assertConsistent(TEMPERATURE, row);
    Claims.assertConsistent(SQRT_2, row);
    Claims.assertConsistent(ENTRY, row);
    Claims.assertConsistent(SHARP, row);
  }
}
