package org.attentionlimits.theory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.HeadGroup;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.NearTie;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.testing.Coverage;
import org.attentionlimits.theory.testing.Falsified;

/** The near-tie example, and what the discussion says of heads, lengths, zeros and gradients. */
@Domain(AttentionDomain.class)
class DiscussionProperties {

  private static final Claim<NearTie> UPPER = Claims.named("example-near-tie", NearTie.TYPE);
  private static final Claim<NearTie> ORDER = Claims.named("example-near-tie-order", NearTie.TYPE);
  private static final Claim<HeadGroup> COVERAGE = Claims.named("head-coverage", HeadGroup.TYPE);
  private static final Claim<HeadGroup> THREE = Claims.named("head-coverage-three", HeadGroup.TYPE);
  private static final Claim<LogitRow> GAP = Claims.named("length-aware-gap", LogitRow.TYPE);
  private static final Claim<LogitRow> SPARSE = Claims.named("sparse", LogitRow.TYPE);
  private static final Claim<LogitRow> ENTMAX = Claims.named("sparse-entmax", LogitRow.TYPE);
  private static final Claim<LogitRow> NORM = Claims.named("sparse-norm", LogitRow.TYPE);
  private static final Claim<LogitRow> CONTROLLED = Claims.named("controlled-below", LogitRow.TYPE);

  private static final Claim<LogitRow> ABOVE = Claims.named("controlled-above", LogitRow.TYPE);
  private static final Claim<LogitRow> BY_SIZE = Claims.named("controlled-by-size", LogitRow.TYPE);
  private static final Claim<LogitRow> BAND = Claims.named("controlled", LogitRow.TYPE);
  private static final Claim<LogitRow> NORMALIZED =
      Claims.named("controlled-above-normalized", LogitRow.TYPE);
  private static final Claim<LogitRow> ENTROPY = Claims.named("sparse-entropy", LogitRow.TYPE);
  private static final Claim<HeadGroup> DEPENDENT =
      Claims.named("head-coverage-dependent", HeadGroup.TYPE);
  private static final Claim<LogitRow> LOW = Claims.named("prose-low-temperature", LogitRow.TYPE);
  private static final Claim<LogitRow> SINGLE =
      Claims.named("low-temperature-single-row", LogitRow.TYPE);
  private static final Claim<FunctionRow> VANISHING =
      Claims.named("prose-vanishing-minimum", FunctionRow.TYPE);
  private static final Claim<FunctionRow> LOG_SLOPE =
      Claims.named("jacobian-by-log-slope", FunctionRow.TYPE);
  private static final Claim<PerturbedRow> SMALLER_STEP =
      Claims.named("prose-smaller-step", PerturbedRow.TYPE);

  @Property
  void theWeightsOfANearTieChangeByAtMostHalfTheDistanceInTemperatures(@ForAll NearTie rows) {
    Claims.assertHolds(UPPER, rows);
  }

  @Property
  void theWeightsOfTwoNearlyTiedTokensChangeByTheOrderOfTheGap(@ForAll NearTie rows) {
    Assume.that(ORDER.admits(rows));
    Claims.assertHolds(ORDER, rows);
  }

  @Property
  void theOutcomesInWhichAHeadSeparatesAddUpToTheFormula(@ForAll HeadGroup group) {
    Claims.assertEqual(COVERAGE, group);
  }

  @Property
  void atEightyPercentThreeHeadsAreNeededForNinetyNine(@ForAll HeadGroup group) {
    boolean admitted = THREE.admits(group);
    Coverage.check("admitted", admitted, 50);
    Coverage.check("enough heads", admitted && group.heads() >= 3, 29);
    Coverage.check("too few", admitted && group.heads() < 3, 21);
    Assume.that(admitted);
    Claims.assertHolds(THREE, group);
  }

  @Property
  void scaledByTheGapTheLargestWeightIsAboveOneHalfAtEveryLength(@ForAll LogitRow row) {
    Coverage.check("a gap", GAP.admits(row), 58);
    Assume.that(GAP.admits(row));
    Claims.assertHolds(GAP, row);
  }

  @Property
  void sparsemaxIsZeroFromATemperatureBelowTheLargestLogitOn(@ForAll LogitRow row) {
    Coverage.check("admitted", SPARSE.admits(row), 33);
    Assume.that(SPARSE.admits(row));
    Claims.assertHolds(SPARSE, row);
  }

  @Property
  void entmaxIsZeroFromTwoTemperaturesBelowTheLargestLogitOn(@ForAll LogitRow row) {
    Assume.that(ENTMAX.admits(row));
    Claims.assertHolds(ENTMAX, row);
  }

  @Property
  void theNormOfSparsemaxIsTheInverseTemperatureOrZero(@ForAll LogitRow row) {
    Coverage.check("admitted", NORM.admits(row), 93);
    Assume.that(NORM.admits(row));
    Claims.assertEqual(NORM, row);
  }

  @Property
  void theNormOfSelfAdjustedSoftmaxIsAtLeastTheLargestWeightOverTheRootOfTheLength(
      @ForAll LogitRow row) {
    double[] logits = row.logits();
    double most = Arrays.stream(logits).max().orElseThrow();
    boolean saturated =
        Arrays.stream(logits).filter(x -> most - x < 30 * row.temperature()).count() == 1;
    Coverage.check("saturated", saturated && row.tokens() > 1, 9);
    Assume.that(CONTROLLED.admits(row));
    Claims.assertHolds(CONTROLLED, row);
  }

  @Property
  @Falsified
  void theNormOfSelfAdjustedSoftmaxStaysBounded(@ForAll LogitRow row) {
    Assume.that(ABOVE.admits(row));
    Claims.assertNotCertified(ABOVE, row);
  }

  @Property
  void theNormOfSelfAdjustedSoftmaxIsBoundedWhereTheLogitsAre(@ForAll LogitRow row) {
    Assume.that(BY_SIZE.admits(row));
    Claims.assertHolds(BY_SIZE, row);
  }

  @Example
  void twoTiedLogitsAboveZeroAttainTheBoundByTheirSize() {
    for (double logit : new double[] {0, 0.5, 3, 1000}) {
      Evaluation evaluation = BY_SIZE.evaluatePrecisely(new LogitRow(1, logit, logit));

      assertThat(evaluation.outcome()).isNotEqualTo(Outcome.VIOLATED);
      assertThat(evaluation.ratio()).isCloseTo(1, within(1e-12));
    }
  }

  @Property
  @Falsified
  void theNormOfSelfAdjustedSoftmaxStaysInABand(@ForAll LogitRow row) {
    Assume.that(BAND.admits(row));
    Claims.assertNotCertified(BAND, row);
  }

  @Property
  @Falsified
  void theNormOfTheNormalizedFormStaysBounded(@ForAll LogitRow row) {
    Assume.that(NORMALIZED.admits(row));
    Claims.assertNotCertified(NORMALIZED, row);
  }

  @Property
  void sparseRulesHaveAtMostTheEntropyOfSoftmax(@ForAll LogitRow row) {
    Claims.assertHolds(ENTROPY, row);
  }

  @Property
  void headsCoverAtMostWhatTheyCoverInTurns(@ForAll HeadGroup group) {
    Claims.assertEqual(DEPENDENT, group);
  }

  @Property
  void twoTiedLogitsHaveTheLargestNormAtEveryTemperature(@ForAll LogitRow row) {
    Claims.assertHolds(LOW, row);
  }

  @Property
  @Falsified
  void theNormOfEveryRowGrowsAsItsTemperatureFalls(@ForAll LogitRow row) {
    Assume.that(SINGLE.admits(row));
    Claims.assertNotCertified(SINGLE, row);
  }

  /** There the norm does grow, and the rule never says that it does not. */
  @Property
  void theNormOfARowWithTiedLargestLogitsGrows(@ForAll LogitRow row) {
    double most = Arrays.stream(row.logits()).max().orElseThrow();
    double[] logits = Arrays.copyOf(row.logits(), row.tokens() + 1);
    logits[row.tokens()] = most;
    Claims.assertHolds(SINGLE, new LogitRow(row.temperature(), logits));
  }

  @Property
  @Falsified
  void aVanishingMinimumMakesTheNormGrow(@ForAll FunctionRow row) {
    Assume.that(VANISHING.admits(row));
    Claims.assertNotCertified(VANISHING, row);
  }

  @Property
  void theNormIsAtMostHalfOfTheSteepestLogarithmicSlope(@ForAll FunctionRow row) {
    Assume.that(LOG_SLOPE.admits(row));
    Claims.assertHolds(LOG_SLOPE, row);
  }

  @Property
  @Falsified
  void aSmallerStepGivesALargerFiniteDifference(@ForAll PerturbedRow row) {
    Claims.assertNotCertified(SMALLER_STEP, row);
  }

  @Property(tries = 300)
  void doublePrecisionAndSixtyDigitsAgree(
      @ForAll LogitRow row, @ForAll NearTie rows, @ForAll HeadGroup group) {
    assertConsistent(UPPER, rows);
    assertConsistent(ORDER, rows);
    assertConsistent(COVERAGE, group);
    assertConsistent(THREE, group);
    assertConsistent(GAP, row);
    assertConsistent(SPARSE, row);
    assertConsistent(ENTMAX, row);
    assertConsistent(NORM, row);
    assertConsistent(CONTROLLED, row);
    assertConsistent(BAND, row);
    assertConsistent(NORMALIZED, row);
    assertConsistent(ENTROPY, row);
    assertConsistent(SINGLE, row);
    assertConsistent(DEPENDENT, group);
  }

  private static <I extends Instance<I>> void assertConsistent(Claim<I> claim, I instance) {
    if (claim.admits(instance)) {
      Claims.assertConsistent(claim, instance);
    }
  }
}
