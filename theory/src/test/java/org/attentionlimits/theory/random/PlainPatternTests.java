package org.attentionlimits.theory.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attentionlimits.theory.random.Scripted.draw;

import org.junit.jupiter.api.Test;

/** Rows of three numbers on the scale of two; first the pattern's place, last no further ties. */
class PlainPatternTests {

  private static final int NO_TIES = 1;

  private static double[] row(double... script) {
    return draw(draws -> PlainPattern.row(draws, 3, 2), script);
  }

  @Test
  void normalNumbersAreScaled() {
    assertThat(row(0, 1, -0.5, 3, NO_TIES)).containsExactly(2, -1, 6);
  }

  @Test
  void decadesAreOfBothSigns() {
    assertThat(row(1, 1, 0.8, 0, 1, 0, 0.8, NO_TIES)).containsExactly(2, -2000, -2);
    assertThat(row(1, 1, 0, 1, 0, 1, 0, NO_TIES)).containsOnly(2e-12);
  }

  @Test
  void integersAreFromMinusThreeToThree() {
    assertThat(row(2, 0, 3, 6, NO_TIES)).containsExactly(-3, 0, 3);
  }

  @Test
  void tiesAreOfOneNumber() {
    assertThat(row(3, 1.5, NO_TIES)).containsExactly(3, 3, 3);
  }

  @Test
  void nearTiesAreAFewUlpsApart() {
    assertThat(row(4, 0.5, 1, 1, 0, 0, 1, 3, NO_TIES))
        .containsExactly(1 + Math.ulp(1.0), 1, 1 + 3 * Math.ulp(1.0));
  }

  @Test
  void laddersGoUpOrDown() {
    assertThat(row(5, 1, NO_TIES)).containsExactly(0, 2 / 3.0, 4 / 3.0);
    assertThat(row(5, 0, NO_TIES)).containsExactly(-0.0, -2 / 3.0, -4 / 3.0);
  }

  @Test
  void aSpikeIsAtAnyPlaceUpOrDown() {
    assertThat(row(6, 0, 1, NO_TIES)).containsExactly(2, 0, 0);
    assertThat(row(6, 2, 0, NO_TIES)).containsExactly(0, 0, -2);
  }

  @Test
  void twoLevelsAreOppositeToEachOther() {
    assertThat(row(7, 0, 1, 0, NO_TIES)).containsExactly(2, -2, 2);
  }

  @Test
  void specialNumbersAreAsTheyAre() {
    assertThat(row(8, 1, 2, 1, 3, 0, 1, NO_TIES)).containsExactly(1, -1, -1e300);
  }

  @Test
  void furtherTiesCopyOneNumberBesideAnother() {
    assertThat(row(0, 1, 2, 4, 0, 0, 2, 0, 0, 0)).containsExactly(2, 4, 2);
    assertThat(row(0, 1, 2, 4, 0, 1, 2, 0, 0, 0, 1, 2, 1, 1))
        .containsExactly(2, 2 + Math.ulp(2.0), 2);
  }

  @Test
  void productsAreCutOffAtTheLargestDouble() {
    assertThat(PlainPattern.times(new double[] {1, -2, 1e308, -1e308}, 10))
        .containsExactly(10, -20, Double.MAX_VALUE, -Double.MAX_VALUE);
  }
}
