package org.attentionlimits.theory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.GrowingRow;
import org.attentionlimits.theory.attention.GrowingRow.Arrangement;
import org.attentionlimits.theory.attention.GrowingRow.Weighting;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.testing.Falsified;

/**
 * A family costs as much as thousands of small rows: these properties take few tries, and leave
 * shrinking to the adversary's tests.
 */
@Domain(AttentionDomain.class)
class GrowthLimitsProperties {

  private static final int TRIES = 20;

  private static final double[] HEIGHTS = {1e-3, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 10};

  private static final Claim<GrowingRow> GAP = Claims.named("prose-jensen-gap", GrowingRow.TYPE);
  private static final Claim<GrowingRow> NORMS = Claims.named("corollary-2-i", GrowingRow.TYPE);
  private static final Claim<GrowingRow> GROWTH =
      Claims.named("prose-linear-growth", GrowingRow.TYPE);
  private static final Claim<GrowingRow> COLLAPSE =
      Claims.named("prose-distance-collapse", GrowingRow.TYPE);
  private static final Claim<GrowingRow> LENGTH = Claims.named("length-aware", GrowingRow.TYPE);

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  @Falsified
  void theRemainderBecomesNegligible(@ForAll GrowingRow family) {
    Assume.that(GAP.admits(family));
    Claims.assertNotCertified(GAP, family);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  @Falsified
  void theExpectedDistanceTendsToTheSumOfTheNorms(@ForAll GrowingRow family) {
    Assume.that(NORMS.admits(family));
    Claims.assertNotCertified(NORMS, family);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  @Falsified
  void theDistanceGrowsInProportionToTheLength(@ForAll GrowingRow family) {
    Assume.that(GROWTH.admits(family));
    Claims.assertNotCertified(GROWTH, family);
  }

  /** Of orthonormal embeddings and uniform weights it is (n − N)√(N + 1)/n². */
  @Example
  void theDistancePerTokenVanishes() {
    GrowingRow two = GrowingRow.fixed(Arrangement.ORTHONORMAL, Weighting.UNIFORM, 0, 2);
    Evaluation evaluation = GROWTH.evaluate(two);

    assertThat(evaluation.outcome()).isEqualTo(Outcome.VIOLATED);
    for (Evaluation.Point point : evaluation.curve()) {
      double n = point.tokens();
      assertThat(point.value()).isCloseTo((n - 2) * Math.sqrt(3) / (n * n), within(1e-13));
    }
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  @Falsified
  void theDistanceCollapses(@ForAll GrowingRow family) {
    Assume.that(COLLAPSE.admits(family));
    Claims.assertNotCertified(COLLAPSE, family);
  }

  @Property
  @Falsified(tokens = 32)
  void withScalableSoftmaxTheLargestWeightDoesNotVanish(@ForAll GrowingRow family) {
    Assume.that(LENGTH.admits(family));
    Claims.assertNotCertified(LENGTH, family);
  }

  @Property
  void fromAGapOfOneOnItDoesNotVanish(@ForAll GrowingRow family) {
    double height = 1 + family.height();
    Claims.assertHolds(
        LENGTH, GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.SPIKED, height, 1));
  }

  @Example
  void withScalableSoftmaxTheCurveIsThatOfTheClosedForm() {
    GrowingRow spiked = GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.SPIKED, 0.5, 1);
    assertThat(LENGTH.evaluate(spiked).outcome()).isEqualTo(Outcome.VIOLATED);
    for (Evaluation.Point point : LENGTH.evaluate(spiked).curve()) {
      double root = Math.sqrt(point.tokens());
      assertThat(point.value()).isCloseTo(root / (root + point.tokens() - 1), within(1e-14));
    }
  }

  @Example
  void ofIdenticalEmbeddingsTheCurvesAreThoseOfTheClosedForms() {
    GrowingRow two = GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.UNIFORM, 0, 2);
    GrowingRow half = GrowingRow.proportional(Arrangement.IDENTICAL, Weighting.UNIFORM, 0, 0.5);

    assertThat(NORMS.evaluate(two).outcome()).isEqualTo(Outcome.HOLDS);
    for (Evaluation.Point point : NORMS.evaluate(two).curve()) {
      double n = point.tokens();
      assertThat(point.value()).as("n = %s", n).isCloseTo(2 / n, within(1e-14));
    }
    for (Evaluation.Point point : COLLAPSE.evaluate(half).curve()) {
      double n = point.tokens();
      double distance = (n - n / 2) * (n / 2 - 1) / n;
      assertThat(point.value()).as("n = %s", n).isCloseTo(distance, within(1e-12));
    }
  }

  @Example
  void ofOrthonormalEmbeddingsTheCurvesAreThoseOfTheClosedForms() {
    GrowingRow one = GrowingRow.fixed(Arrangement.ORTHONORMAL, Weighting.UNIFORM, 0, 1);
    for (Evaluation.Point point : NORMS.evaluate(one).curve()) {
      double n = point.tokens();
      double expected = (n - 1) * Math.sqrt(2) / n;
      assertThat(point.value()).isCloseTo(Math.abs(expected - 1), within(1e-13));
    }
  }

  @Example
  void ofAlternatingSignsAThirdOfTheExpectedDistanceRemains() {
    GrowingRow signs = GrowingRow.fixed(Arrangement.ANTIPODAL, Weighting.UNIFORM, 0, 2);
    Evaluation evaluation = GAP.evaluate(signs);

    assertThat(evaluation.outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(evaluation.curve().get(3).value()).isCloseTo(1.0 / 3, within(0.04));
  }

  @Example
  void ofWeightsOnALineAQuarterOfTheExpectedDistanceRemains() {
    GrowingRow line = GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.GEOMETRIC, 0.01, 1);
    Evaluation evaluation = GAP.evaluate(line);

    assertThat(evaluation.outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(evaluation.curve().get(3).value()).isCloseTo(0.25, within(0.01));
  }

  @Example
  void identicalContributionsLeaveNoRemainder() {
    GrowingRow same = GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.UNIFORM, 0, 2);
    assertThat(GAP.evaluate(same, Arithmetic.BINARY64).outcome()).isEqualTo(Outcome.HOLDS);
  }

  /**
   * Where both contributions lie on one line and on one side of the others', nothing remains; of
   * one selected token among two directions, only what the spike leaves, which vanishes.
   */
  @Example
  void aRemainderThatDoesVanishIsNotSaidToRemain() {
    for (double height : HEIGHTS) {
      for (Arrangement pair : new Arrangement[] {Arrangement.ANTIPODAL, Arrangement.CLUSTERED}) {
        assertHoldsIfAdmitted(GAP, GrowingRow.fixed(pair, Weighting.SPIKED, height, 1));
        assertHoldsIfAdmitted(GAP, GrowingRow.fixed(pair, Weighting.UNIFORM, height, 1));
      }
      assertHoldsIfAdmitted(
          GAP, GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.SPIKED, height, 1));
      assertHoldsIfAdmitted(
          GAP, GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.SPIKED, height, 2));
    }
  }

  /** In the limit a spike of bounded height does not matter, and uniform weights agree. */
  @Example
  void anExpectedDistanceThatTendsToTheSumOfTheNormsIsNotSaidToDiffer() {
    for (double height : HEIGHTS) {
      for (Weighting weighting : new Weighting[] {Weighting.UNIFORM, Weighting.SPIKED}) {
        assertHoldsIfAdmitted(NORMS, GrowingRow.fixed(Arrangement.IDENTICAL, weighting, height, 2));
        assertHoldsIfAdmitted(NORMS, GrowingRow.fixed(Arrangement.ANTIPODAL, weighting, height, 1));
      }
    }
  }

  /** Below ln 2 no weight is above the sum of two others. */
  @Example
  void neitherIsOneOnALineThatIsNotSteep() {
    for (double height : new double[] {0.1, 0.4, 0.69}) {
      GrowingRow line = GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.GEOMETRIC, height, 2);
      Claims.assertHolds(GAP, line);
      Claims.assertHolds(NORMS, line);
    }
  }

  private static void assertHoldsIfAdmitted(Claim<GrowingRow> claim, GrowingRow family) {
    if (claim.admits(family)) {
      Claims.assertHolds(claim, family);
    }
  }

  /** Without a cut at zero, rounding makes it −5e-16 at n = 8. */
  @Example
  void theRemainderIsNotNegative() {
    GrowingRow spiked = GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.SPIKED, 1, 1);
    assertThat(GAP.evaluate(spiked, Arithmetic.BINARY64).curve())
        .allSatisfy(point -> assertThat(point.value()).isNotNegative());
  }

  @Example
  void familiesWithoutAnyDistanceAndOfTheOtherKindAreNotAdmitted() {
    GrowingRow nothing = GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.UNIFORM, 0, 1);
    GrowingRow growing = GrowingRow.proportional(Arrangement.IDENTICAL, Weighting.UNIFORM, 0, 0.5);

    assertThat(GAP.admits(nothing)).isFalse();
    assertThat(NORMS.admits(nothing)).isTrue();
    assertThat(COLLAPSE.admits(nothing)).isFalse();
    assertThat(GAP.admits(growing)).isFalse();
    assertThat(NORMS.admits(growing)).isFalse();
    assertThat(COLLAPSE.admits(growing)).isTrue();
  }
}
