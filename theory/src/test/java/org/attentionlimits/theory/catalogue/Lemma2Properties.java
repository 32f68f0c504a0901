package org.attentionlimits.theory.catalogue;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.jqwik.AttentionDomain;

@Domain(AttentionDomain.class)
class Lemma2Properties {

  private static final Claim<FunctionRow> RECONSTRUCTED = Claims.named("lemma-2", FunctionRow.TYPE);
  private static final Claim<FunctionRow> SHARP = Claims.named("lemma-2-sharp", FunctionRow.TYPE);

  @Property(tries = 300)
  void theSpectralNormIsAtMostWhatTheExtremesOfTheFunctionAllow(@ForAll FunctionRow row) {
    Assume.that(RECONSTRUCTED.admits(row));
    Claims.assertHolds(RECONSTRUCTED, row);
  }

  @Property(tries = 300)
  void theSpectralNormIsAtMostThatOfTheDiagonalAndOfTheRankOnePart(@ForAll FunctionRow row) {
    Assume.that(SHARP.admits(row));
    Claims.assertHolds(SHARP, row);
  }

  @Property(tries = 300)
  void doublePrecisionAndSixtyDigitsAgree(@ForAll FunctionRow row) {
    Assume.that(SHARP.admits(row));
    Claims.assertConsistent(RECONSTRUCTED, row);
    Claims.assertConsistent(SHARP, row);
  }
}
