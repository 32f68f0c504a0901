package org.attentionlimits.theory.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmpiricalBernsteinTests {

  /** Draws 0 and 4 of [0, 8] at doubt 4/e: mean 2, variance 8, ln(4/doubt) = 1. */
  @Test
  void theWidthIsThatOfTheTheorem() {
    double doubt = 4 / Math.E / 2;
    double log = 1 + Math.log(2);
    double[] draws = new double[1000];
    Arrays.fill(draws, 0, 500, 4);
    double variance = 4 * 1000 / 999.0;
    double width = Math.sqrt(2 * variance * log / 1000) + 7 * 8 * log / (3 * 999);

    Bounds bounds = EmpiricalBernstein.interval(8, doubt, draws);

    double slack = 1e-9 * (8 + width);
    assertThat(bounds.lower()).isCloseTo(2 - width - slack, within(1e-14));
    assertThat(bounds.upper()).isCloseTo(2 + width + slack, within(1e-14));
  }

  /** In units of the smallest double, 4.92 and 5.08 would both be rounded to 5. */
  @Test
  void theEndsAreRoundedOutwards() {
    double[] draws = new double[100_000];
    Arrays.fill(draws, 0, 50_000, 1);
    Bounds usual = EmpiricalBernstein.interval(1, 1e-4, draws);
    assertThat(usual.lower()).isBetween(0.48, 0.4949);

    Bounds tiny =
        EmpiricalBernstein.interval(
            10 * Double.MIN_VALUE,
            1e-4,
            Arrays.stream(draws).map(x -> x * 10 * Double.MIN_VALUE).toArray());

    assertThat(tiny).isEqualTo(new Bounds(4 * Double.MIN_VALUE, 6 * Double.MIN_VALUE));
  }

  /** The chance to miss for draws that are 0 or b, summed over all outcomes. */
  @ParameterizedTest
  @CsvSource({"50, 0.2", "200, 0.05", "1000, 1e-3"})
  void anIntervalMissesNoMoreOftenThanItSays(int count, double doubt) {
    for (double p : new double[] {0.001, 0.03, 0.2, 0.5, 0.9, 0.999}) {
      BinomialDistribution binomial = new BinomialDistribution(null, count, p);
      double misses = 0;
      for (int k = 0; k <= count; k++) {
        double[] draws = new double[count];
        Arrays.fill(draws, 0, k, 3);
        Bounds bounds = EmpiricalBernstein.interval(3, doubt, draws);
        boolean isMissed = !(bounds.lower() <= 3 * p && 3 * p <= bounds.upper());
        misses += isMissed ? binomial.probability(k) : 0;
      }
      assertThat(misses).as("p = %s", p).isLessThanOrEqualTo(doubt);
    }
  }

  @Test
  void sizesDoNotMatter() {
    double[] draws = {0, 1, 0.5, 0.25};
    Bounds usual = EmpiricalBernstein.interval(1, 0.5, draws);
    for (double size : new double[] {0x1p-1000, 0x1p1000}) {
      double[] scaled = Arrays.stream(draws).map(x -> x * size).toArray();
      Bounds bounds = EmpiricalBernstein.interval(size, 0.5, scaled);
      assertThat(bounds.lower() / size).isCloseTo(usual.lower(), within(1e-15));
      assertThat(bounds.upper() / size).isCloseTo(usual.upper(), within(1e-15));
    }
    assertThat(EmpiricalBernstein.interval(0, 0.5, 0, 0)).isEqualTo(new Bounds(0, 0));
  }

  @Test
  void itStaysWithinTheRangeOfTheVariable() {
    assertThat(EmpiricalBernstein.interval(2, 1e-12, 0, 2)).isEqualTo(new Bounds(0, 2));
  }

  @Test
  void theLargestSamplesAndNumbersAreTaken() {
    assertThat(EmpiricalBernstein.interval(1, 0.5, new double[1_000_000]).upper()).isLessThan(1e-4);
    assertThat(EmpiricalBernstein.interval(Double.MAX_VALUE, 0.5, 0, 0))
        .isEqualTo(new Bounds(0, Double.MAX_VALUE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmpiricalBernstein.interval(1, 0.5, new double[1_000_001]))
        .withMessage("draws must be from 2 to 1000000: 1000001");
  }

  @Test
  void badSamplesAreNamed() {
    for (double bound : new double[] {-1, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> EmpiricalBernstein.interval(bound, 0.5, 0, 0))
          .withMessage("bound must be finite and not negative: " + bound);
    }
    for (double doubt : new double[] {-1, 1, 2}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> EmpiricalBernstein.interval(1, doubt, 0, 0))
          .withMessage("doubt must be between 0 and 1: " + doubt);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmpiricalBernstein.interval(1, 0.5, 0))
        .withMessage("draws must be from 2 to 1000000: 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmpiricalBernstein.interval(1, 0.5, 0, 1.5))
        .withMessage("draw must be from 0 to 1.0: 1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmpiricalBernstein.interval(1, 0.5, 0, Double.NaN))
        .withMessage("draw must be from 0 to 1.0: NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmpiricalBernstein.interval(Double.NaN, 0.5, 0, 0))
        .withMessage("bound must be finite and not negative: NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmpiricalBernstein.interval(1, 0, 0, 0))
        .withMessage("doubt must be between 0 and 1: 0.0");
  }
}
