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

    assertThat(bounds.lower()).isCloseTo(2 - width, within(1e-7)).isLessThan(2 - width);
    assertThat(bounds.upper()).isCloseTo(2 + width, within(1e-7)).isGreaterThan(2 + width);
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
  void badSamplesAreNamed() {
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
