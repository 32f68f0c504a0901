package org.attentionlimits.theory.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTests {

  /** The hash of the texts of 20 000 doubles, the same on JDK 17 and 25. */
  private static final long GOLDEN = -6036113764336527592L;

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

  /** JDK 17 prints 2E23, 8.41E21, 2^-44 and 1E-323 as other decimals. */
  @ParameterizedTest
  @CsvSource({
    "2.0E23",
    "8.41E21",
    "5.684341886080802E-14",
    "9.9E-324",
    "4.9E-324",
    "2.2250738585072014E-308",
    "1.7976931348623157E308",
    "9.007199254740992E15",
    "0.001",
    "9.999E-4",
    "1.0E7",
    "9999999.5",
    "-0.0",
    "-12.0"
  })
  void theTextIsThatOfLaterJdks(String text) {
    assertThat(Decimals.toString(Double.parseDouble(text))).isEqualTo(text);
    assertThat(Decimals.shortest(Double.parseDouble(text))).isEqualByComparingTo(text);
  }

  @Test
  void shortestDecimalsAreThoseOfAnExhaustiveSearch() {
    Random random = new Random(1);
    Stream.of(
            random.doubles(300, -1000, 1000),
            IntStream.range(0, 300).mapToDouble(i -> Double.longBitsToDouble(random.nextLong())),
            IntStream.range(0, 300).mapToDouble(i -> Math.scalb(1.0, random.nextInt(2098) - 1074)),
            IntStream.range(1, 300).mapToDouble(i -> i * Double.MIN_VALUE),
            IntStream.range(0, 300).mapToDouble(i -> random.nextInt(1000) * Math.pow(10, i - 150)))
        .flatMapToDouble(numbers -> numbers)
        .filter(x -> Double.isFinite(x) && x != 0)
        .forEach(x -> assertThat(Decimals.shortest(x)).isEqualByComparingTo(searched(x)));
  }

  @Test
  void theTextsDoNotDependOnTheJdk() {
    Random random = new Random(2);
    long hash = 0;
    for (int i = 0; i < 20_000; i++) {
      double x = Double.longBitsToDouble(random.nextLong());
      hash = 31 * hash + Decimals.toString(x).hashCode();
      if (Runtime.version().feature() >= 19) {
        assertThat(Decimals.toString(x)).isEqualTo(Double.toString(x));
      }
    }
    assertThat(hash).isEqualTo(GOLDEN);
  }

  /** The nearest of the decimals of two digits within half a unit of the last place, or of more. */
  private static BigDecimal searched(double value) {
    BigDecimal exact = new BigDecimal(value);
    int leading = exact.precision() - exact.scale();
    for (int digits = 2; digits < 17; digits++) {
      int scale = digits - leading;
      BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-scale);
      BigDecimal near = exact.setScale(scale, RoundingMode.HALF_EVEN);
      BigDecimal[] found =
          IntStream.rangeClosed(-2, 2)
              .mapToObj(k -> near.add(unit.multiply(BigDecimal.valueOf(k))))
              .filter(decimal -> Double.parseDouble(decimal.toString()) == value)
              .toArray(BigDecimal[]::new);
      if (found.length > 0) {
        return Arrays.stream(found)
            .min(Comparator.comparing(decimal -> decimal.subtract(exact).abs()))
            .orElseThrow();
      }
    }
    return exact.setScale(17 - leading, RoundingMode.HALF_EVEN);
  }
}
