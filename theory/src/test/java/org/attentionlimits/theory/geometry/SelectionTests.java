package org.attentionlimits.theory.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.real.Arithmetic;
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
          B.vector(0.5, 0.25, 0.25),
          new Vec[] {B.vector(4, 0), B.vector(0, 4), B.vector(0, 12)},
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
    Vec weights = B.vector(0.5, 0.25, 0.125, 0.125);
    Vec[] zeros = {B.vector(0), B.vector(0), B.vector(0), B.vector(0)};

    assertThat(TWO.deviationsFromMass().value()).isEqualTo(0.5);
    assertThat(new Selection(weights, zeros, 2).deviationsFromMass().value()).isEqualTo(0.5);
    assertThat(new Selection(weights, zeros, 1, 3).deviationsFromMass().value()).isEqualTo(0.375);
    assertThat(new Selection(weights, zeros, 0, 1, 2, 3).deviationsFromMass().value()).isZero();
  }

  @Test
  void nothingIsFarFromASelectionOfAll() {
    Selection all = new Selection(B.vector(0.5, 0.5), new Vec[] {B.vector(1), B.vector(3)}, 1, 0);

    assertThat(all.cumulativeDistance().value()).isZero();
    assertThat(all.largestDistance().value()).isZero();
    assertThat(all.massOfOthers().value()).isZero();
    assertThat(all.context().values()).containsExactly(2);
    assertThat(all.others()).isZero();
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
