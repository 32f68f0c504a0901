package org.attentionlimits.theory.search.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.testing.Plain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplicityTests {

  private static void assertSimpler(Instance<?> simpler, Instance<?> other) {
    assertThat(Simplicity.ORDER.compare(simpler, other)).isNegative();
    assertThat(Simplicity.ORDER.compare(other, simpler)).isPositive();
  }

  private static Plain numbers(double... numbers) {
    return Plain.of(".".repeat(numbers.length), numbers);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "2, 2",
    "-1, 3",
    "10, 3",
    "-20, 4",
    "0.5, 4",
    "-0.25, 6",
    "1E-300, 7",
    "Infinity, 9"
  })
  void aNumberCostsItsTextAndOneMoreUnlessItIsZeroOrOne(double x, int cost) {
    assertThat(Simplicity.printed(x)).isEqualTo(cost);
  }

  @Test
  void theCostIsFractionsThenTextThenHalfTheMagnitudes() {
    assertThat(Simplicity.cost()).containsExactly(0, 0, 0);
    assertThat(Simplicity.cost(3)).containsExactly(0, 2, 1.5);
    assertThat(Simplicity.cost(0.5, -2, 1, 0, -1.5)).containsExactly(2, 13, 2.5);
  }

  @Test
  void theMagnitudeOfLargeNumbersStaysFinite() {
    assertThat(Simplicity.cost(Double.MAX_VALUE, -Double.MAX_VALUE)[2]).isEqualTo(Double.MAX_VALUE);
  }

  @Test
  void fewerTokensAreSimplerWhateverTheNumbers() {
    assertSimpler(new LogitRow(0.123, 4.5678), new LogitRow(1, 0, 0));
  }

  @Test
  void fewerDimensionsAreSimplerAmongAsManyTokens() {
    assertSimpler(
        new QueryKeys(7.5, new double[] {0.5}, new double[][] {{-12.5}}),
        new QueryKeys(1, new double[] {0, 0}, new double[][] {{0, 0}}));
  }

  @Test
  void fewerFractionsAreSimplerThanLessText() {
    assertSimpler(numbers(-123456, 0), numbers(0.5, 0));
    assertSimpler(numbers(0.123456, 1), numbers(0.5, 0.5));
  }

  @Test
  void lessTextIsSimplerThanSmallerMagnitudes() {
    assertSimpler(numbers(9), numbers(-1));
    assertSimpler(numbers(0, 100), numbers(22, 22));
  }

  @Test
  void zerosAreSimplerThanOnesAndOnesThanOthers() {
    assertSimpler(numbers(0), numbers(1));
    assertSimpler(numbers(1), numbers(2));
    assertSimpler(numbers(1, 1), numbers(0, -1));
  }

  @Test
  void smallerMagnitudesAreSimplerLast() {
    assertSimpler(numbers(2), numbers(3));
    assertSimpler(numbers(-1, 5), numbers(4, -3));
    assertSimpler(numbers(0.25, 7), numbers(7, 0.75));
  }

  @Test
  void whatAgreesDoesNotHideASmallDifference() {
    assertSimpler(numbers(1e17, 3), numbers(1e17, 5));
    assertSimpler(numbers(2, -1e300, 7, 0.5), numbers(4, -1e300, 7, 0.5));
  }

  @Test
  void signsOfZeroAndTheOrderOfNumbersMakeNoDifference() {
    assertThat(Simplicity.ORDER.compare(numbers(0, 5), numbers(-0.0, 5))).isZero();
    assertThat(Simplicity.ORDER.compare(numbers(2, 5), numbers(5, 2))).isZero();
    assertThat(Simplicity.ORDER.compare(numbers(2, 5), numbers(2, 5))).isZero();
  }

  @Test
  void instancesOfOneShapeWithDifferentlyManyNumbersCompareByTheCostOfAll() {
    assertSimpler(new LogitRow(1, 0, 0), numbers(2, 0));
    assertSimpler(numbers(2, 0), new LogitRow(1, 1, 1));
    assertThat(Simplicity.ORDER.compare(new LogitRow(1, 0, 0), numbers(1, 0))).isZero();
  }
}
