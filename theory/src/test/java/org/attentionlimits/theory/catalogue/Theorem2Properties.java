package org.attentionlimits.theory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.chance.Estimate;
import org.attentionlimits.theory.chance.Sampling;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.geometry.Moments;
import org.attentionlimits.theory.geometry.Separability;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.testing.Falsified;

@Domain(AttentionDomain.class)
class Theorem2Properties {

  private static final Claim<SphericalRow> LOWER = claim("theorem-2-lower");
  private static final Claim<SphericalRow> LOWER_SEPARATED = claim("theorem-2-lower-separated");
  private static final Claim<SphericalRow> UPPER = claim("theorem-2-upper");
  private static final Claim<SphericalRow> UPPER_SEPARATED = claim("theorem-2-upper-separated");
  private static final Claim<SphericalRow> UPPER_POSITIVE = claim("theorem-2-upper-positive");
  private static final Claim<SphericalRow> UPPER_POSITIVE_SEPARATED =
      claim("theorem-2-upper-positive-separated");
  private static final Claim<SphericalRow> LOWER_SHARP = claim("theorem-2-lower-sharp");
  private static final Claim<SphericalRow> UPPER_SHARP = claim("theorem-2-upper-sharp");

  private static final Claim<SphericalRow> REPAIRED = claim("theorem-2-upper-repaired");
  private static final Claim<SphericalRow> MC_DIARMID = claim("theorem-2-upper-repaired-mcdiarmid");

  @Provide
  Arbitrary<SphericalRow> equalTriples() {
    return EqualTriples.ofDimensions(4, 64);
  }

  private static Claim<SphericalRow> claim(String id) {
    return Claims.named(id, SphericalRow.TYPE);
  }

  private static void assertHolds(Claim<SphericalRow> claim, SphericalRow row) {
    Assume.that(claim.admits(row));
    Claims.assertHolds(claim, row);
  }

  private static void assertNotCertified(Claim<SphericalRow> claim, SphericalRow row) {
    Assume.that(claim.admits(row));
    Claims.assertNotCertified(claim, row);
  }

  @Property
  void theShareInTheBallIsAtLeastWhatMarkovSays(@ForAll SphericalRow row) {
    assertHolds(LOWER, row);
  }

  @Property
  @Falsified(by = "logits = (0, 0), T = 1, N = 1, d = 2, M = 1, δ = 0, r = 1")
  void theSeparatedShareIsAtLeastWhatMarkovSays(@ForAll SphericalRow row) {
    assertNotCertified(LOWER_SEPARATED, row);
  }

  @Property
  @Falsified(by = "logits = (0), T = 1, N = 1, d = 1, M = 1, δ = 0, r = 1")
  void theShareInTheBallIsAtMostThePlainExponential(@ForAll SphericalRow row) {
    assertNotCertified(UPPER, row);
  }

  @Property
  @Falsified(by = "logits = (0), T = 1, N = 1, d = 1, M = 1, δ = 0, r = 1")
  void theSeparatedShareIsAtMostThePlainExponential(@ForAll SphericalRow row) {
    assertNotCertified(UPPER_SEPARATED, row);
  }

  @Property(shrinking = ShrinkingMode.OFF)
  @Falsified
  void ofThreeTokensTheShareIsAtMostTheExponentialOfThePositivePart(
      @ForAll("equalTriples") SphericalRow row) {
    assertNotCertified(UPPER_POSITIVE, row);
  }

  @Property(shrinking = ShrinkingMode.OFF)
  @Falsified
  void ofThreeTokensTheSeparatedShareIsAtMostThatExponential(
      @ForAll("equalTriples") SphericalRow row) {
    assertNotCertified(UPPER_POSITIVE_SEPARATED, row);
  }

  /** Whatever the dimension and the ball, up to two selected tokens are too few to break it. */
  @Property
  void ofUpToTwoSelectedTokensTheExponentialOfThePositivePartIsABound(@ForAll SphericalRow row) {
    Assume.that(row.selected() <= 2);
    assertHolds(UPPER_POSITIVE, row);
    assertHolds(UPPER_POSITIVE_SEPARATED, row);
  }

  @Property
  void everySelectedTokenIsInALargeBallAsOftenAsCantelliSays(@ForAll SphericalRow row) {
    assertHolds(LOWER_SHARP, row);
  }

  @Property
  void everySelectedTokenIsOutsideASmallBallAsOftenAsCantelliSays(@ForAll SphericalRow row) {
    assertHolds(UPPER_SHARP, row);
  }

  @Property
  void theShareInTheBallIsAtMostTheExponentialAboutTheMean(@ForAll SphericalRow row) {
    assertHolds(REPAIRED, row);
    assertHolds(MC_DIARMID, row);
  }

  @Property(tries = 100)
  void doublePrecisionAndSixtyDigitsAgree(@ForAll SphericalRow row) {
    for (Claim<?> any : Catalogue.claims()) {
      if (any.type() == SphericalRow.TYPE) {
        Claim<SphericalRow> claim = claim(any.id());
        if (claim.admits(row)) {
          Claims.assertConsistent(claim, row);
        }
      }
    }
  }

  @Property(tries = 300)
  void aVerdictThatRestsOnASampleSaysSo(@ForAll SphericalRow row) {
    Assume.that(LOWER.admits(row));
    Estimate share = new Separability(row, Arithmetic.BINARY64).shareWithin();

    assertThat(LOWER.evaluate(row, Arithmetic.BINARY64).doubt()).isEqualTo(share.doubt());
    assertThat(share.doubt()).isIn(0.0, Sampling.DOUBT);
    if (row.selected() <= 3) {
      assertThat(share.isSampled()).isFalse();
    }
  }

  @Property(tries = 300)
  void withinTheDomainTheBoundOfADistanceIsAboveTheRootOfItsMeanSquare(@ForAll SphericalRow row) {
    Assume.that(LOWER.admits(row));
    Arithmetic arithmetic = Arithmetic.exact(40);
    for (Moments moments : Moments.of(row, arithmetic)) {
      assertThat(moments.meanSquare().certainlyAbove(moments.separatedBound().square())).isFalse();
    }
  }
}
