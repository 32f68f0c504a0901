package org.attentionlimits.theory.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DecimalsTests {

  @Test
  void numbersPrintAsTheShortestDecimalThatReadsBackAsThem() {
    assertThat(Decimals.print(0.25)).isEqualTo("0.25");
    assertThat(Decimals.print(3.0)).isEqualTo("3");
    assertThat(Decimals.print(-0.0)).isEqualTo("0");
    assertThat(Decimals.print(0.1)).isEqualTo("0.1");
    assertThat(Decimals.print(1e-300)).isEqualTo("1E-300");
    assertThat(Decimals.print(Double.NaN)).isEqualTo("NaN");
    assertThat(Decimals.print(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
  }

  @Test
  void upToTwelvePlacesArePlainOnEitherSideOfThePoint() {
    assertThat(Decimals.print(1e11)).isEqualTo("100000000000");
    assertThat(Decimals.print(1e12)).isEqualTo("1E+12");
    assertThat(Decimals.print(1e-12)).isEqualTo("0.000000000001");
    assertThat(Decimals.print(1e-13)).isEqualTo("1E-13");
  }

  @Test
  void arraysPrintInParentheses() {
    assertThat(Decimals.print(new double[] {0, 0.5})).isEqualTo("(0, 0.5)");
    assertThat(Decimals.print(new double[0])).isEqualTo("()");
  }

  @Test
  void significantDigitsAreThoseOfTheShortestText() {
    assertThat(Decimals.significantDigits(0)).isZero();
    assertThat(Decimals.significantDigits(-0.0)).isZero();
    assertThat(Decimals.significantDigits(1200)).isEqualTo(2);
    assertThat(Decimals.significantDigits(0.125)).isEqualTo(3);
    assertThat(Decimals.significantDigits(1e300)).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.significantDigits(Double.NaN))
        .withMessage("value must be finite: NaN");
  }
}
