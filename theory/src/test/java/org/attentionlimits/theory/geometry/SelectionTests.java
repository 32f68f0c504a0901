package org.attentionlimits.theory.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.junit.jupiter.api.Test;

class SelectionTests {

  private static final Arithmetic B = Arithmetic.BINARY64;

  /**
   * Weights 1/2, 1/4, 1/4; x = (4, 0), (0, 4), (0, 12). With I = {0, 1}: s = (2, 1), y₂ = (0, 3),
   * so that d̃ = √8; d₁ = max(√160, 8); d₂ = 4.
   */
  private static final Selection TWO =
      new Selection(
          B.inputs(0.5, 0.25, 0.25),
          new Vec[] {B.inputs(4, 0), B.inputs(0, 4), B.inputs(0, 12)},
          0,
          1);

  @Test
  void theContextVectorIsTheWeightedSumOfTheSelected() {
    assertThat(TWO.context().values()).containsExactly(2, 1);
    assertThat(TWO.mass().value()).isEqualTo(0.75);
    assertThat(TWO.massOfOthers().value()).isEqualTo(0.25);
    assertThat(TWO.others()).isEqualTo(1);
  }

  @Test
  void distancesAreFromTheContextVectorToTheContributionsOfTheOthers() {
    assertThat(TWO.cumulativeDistance().value()).isEqualTo(Math.sqrt(8));
  }

  @Test
  void extentsAreOverSelectedAndOthers() {
    assertThat(TWO.largestDistance().value()).isEqualTo(Math.sqrt(160));
    assertThat(TWO.largestNorm().value()).isEqualTo(4);
  }

  @Test
  void deviationsFromTheMassAreOverTheOthersInMagnitude() {
    Vec weights = B.inputs(0.5, 0.25, 0.125, 0.125);
    Vec[] zeros = {B.inputs(0), B.inputs(0), B.inputs(0), B.inputs(0)};

    assertThat(TWO.deviationsFromMass().value()).isEqualTo(0.5);
    assertThat(new Selection(weights, zeros, 2).deviationsFromMass().value()).isEqualTo(0.5);
    assertThat(new Selection(weights, zeros, 1, 3).deviationsFromMass().value()).isEqualTo(0.375);
    assertThat(new Selection(weights, zeros, 0, 1, 2, 3).deviationsFromMass().value()).isZero();
  }

  @Test
  void nothingIsFarFromASelectionOfAll() {
    Selection all = new Selection(B.inputs(0.5, 0.5), new Vec[] {B.inputs(1), B.inputs(3)}, 1, 0);

    assertThat(all.cumulativeDistance().value()).isZero();
    assertThat(all.largestDistance().value()).isZero();
    assertThat(all.massOfOthers().value()).isZero();
    assertThat(all.context().values()).containsExactly(2);
    assertThat(all.others()).isZero();
  }

  /** ‖s − y₀‖ = 1, ‖s − y₁‖ = 2, and r = ‖s − y₂‖ = √8. */
  @Test
  void theBallReachesToTheNearestOther() {
    assertThat(TWO.ballRadius().value()).isEqualTo(Math.sqrt(8));
    assertThat(TWO.inside().value()).isEqualTo(2);
    assertThat(TWO.inside().radius()).isZero();
    assertThat(TWO.inside(1).value()).isEqualTo(1);
    assertThat(TWO.inside(new int[0]).value()).isZero();
  }

  /** s = 1/4; the others are at 1/4 and 3/4, the selected one at zero from it, or as far. */
  @Test
  void theBallIsOpen() {
    Vec weights = B.inputs(0.25, 0.25, 0.25, 0.25);
    Vec[] embeddings = {B.inputs(1), B.inputs(0), B.inputs(0), B.inputs(-2)};

    assertThat(new Selection(weights, embeddings, 0, 1).ballRadius().value()).isEqualTo(0.25);
    assertThat(new Selection(weights, embeddings, 0, 1).inside().value()).isEqualTo(1);
    assertThat(new Selection(weights, embeddings, 0, 1).inside(1).value()).isZero();
  }

  @Test
  void tokensThatRoundingHidesAreCountedFromNoneToAll() {
    Vec weights = B.inputs(1, 1).dividedBy(B.inputs(3, 3));
    Real inside = new Selection(weights, new Vec[] {B.inputs(7), B.inputs(14)}, 0).inside();
    Real tied =
        new Selection(
                B.inputs(1, 1, 1).dividedBy(B.inputs(3, 3, 3)),
                new Vec[] {B.inputs(7, 0), B.inputs(0, 7), B.inputs(0, 7)},
                0,
                1)
            .inside();

    assertThat(inside.value()).isEqualTo(1);
    assertThat(tied.lower().intValue()).isZero();
    assertThat(tied.upper().doubleValue()).isGreaterThanOrEqualTo(1);
  }

  /** Beside a context vector of one, contributions of 1e-200 are told apart by their difference. */
  @Test
  void tinyContributionsAreToldApart() {
    Vec weights = B.inputs(1, 1e-200, 1e-201);
    Vec[] embeddings = {B.inputs(1), B.inputs(1), B.inputs(1)};

    Real inside = new Selection(weights, embeddings, 0, 1).inside();
    assertThat(inside.value()).isEqualTo(2);
    assertThat(inside.radius()).isZero();
    assertThat(new Selection(weights, embeddings, 0, 2).inside().value()).isEqualTo(1);
  }

  /** In units of 1e-100: s = (1e100, 3), y = (0, 3) and, outside, (0, 1), which is farther. */
  @Test
  void theyAreToldApartOnEitherSideOfTheContextVector() {
    Vec weights = B.inputs(1, 1, 1);
    Vec[] embeddings = {B.inputs(1, 0), B.inputs(0, 3e-100), B.inputs(0, 1e-100)};

    Real inside = new Selection(weights, embeddings, 0, 1).inside(1);
    assertThat(inside.value()).isEqualTo(1);
    assertThat(inside.radius()).isZero();
  }

  @Test
  void withoutOthersThereIsNoBall() {
    Selection all = new Selection(B.inputs(0.5, 0.5), new Vec[] {B.inputs(1), B.inputs(3)}, 1, 0);
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(all::ballRadius);
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(all::inside);
  }

  @Test
  void theTopSetOfARowIsThatOfItsLargestWeights() {
    EmbeddedRow row =
        new EmbeddedRow(new LogitRow(1, 0, Math.log(3), 0), new double[][] {{1}, {100}, {1}}, 1);
    Selection top = Selection.top(row, B);

    assertThat(top.mass().value()).isBetween(0.6 - 1e-15, 0.6 + 1e-15);
    assertThat(top.largestNorm().value()).isEqualTo(100);
    assertThat(top.largestDistance().value()).isEqualTo(99);
    assertThat(top.context().get(0).value()).isBetween(60 - 1e-13, 60 + 1e-13);
  }
}
