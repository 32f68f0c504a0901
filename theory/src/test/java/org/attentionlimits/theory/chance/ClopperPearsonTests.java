package org.attentionlimits.theory.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.attentionlimits.theory.real.Real;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClopperPearsonTests {

  private static final MathContext DIGITS = new MathContext(60);

  private static Bounds interval(int successes, int trials, double doubt) {
    return new ClopperPearson(trials, doubt).interval(successes, successes);
  }

  /** Ten successes of ten: the lower end solves {@code p^10 = 0.025}. */
  @Test
  void ofAllSuccessesTheLowerEndIsARoot() {
    Bounds bounds = interval(10, 10, 0.05);

    double root = Math.pow(0.025, 0.1);
    assertThat(bounds.lower()).isBetween(root * (1 - 1e-5), root);
    assertThat(bounds.upper()).isEqualTo(1);
    assertThat(interval(0, 10, 0.05).lower()).isZero();
    assertThat(interval(0, 10, 0.05).upper()).isBetween(1 - root, 1 - root * (1 - 1e-5));
  }

  /** The quantile of the beta law is the exact end; within 1.2e-5 of it was seen. */
  @ParameterizedTest
  @CsvSource({"1, 20, 0.05", "7, 20, 0.05", "19, 20, 0.01", "3, 500, 1e-4", "250, 500, 1e-9"})
  void theLowerEndIsAQuantileOfTheBetaLaw(int successes, int trials, double doubt) {
    double quantile =
        new BetaDistribution(null, successes, trials - successes + 1.0, 1e-14)
            .inverseCumulativeProbability(doubt / 2);

    assertThat(interval(successes, trials, doubt).lower())
        .isBetween(quantile * (1 - 3e-5), quantile * (1 + 1e-9));
  }

  /** The chance to miss, summed over all outcomes by the binomial law and not by luck. */
  @ParameterizedTest
  @CsvSource({"1, 0.05", "10, 0.05", "57, 0.1", "400, 1e-3", "400, 1e-12", "4000, 1e-12"})
  void anIntervalMissesNoMoreOftenThanItSays(int trials, double doubt) {
    ClopperPearson intervals = new ClopperPearson(trials, doubt);
    for (double p : new double[] {1e-9, 1e-3, 0.02, 0.1, 0.3, 0.5, 0.7, 0.95, 1 - 1e-6}) {
      BinomialDistribution binomial = new BinomialDistribution(null, trials, p);
      double misses =
          IntStream.rangeClosed(0, trials)
              .filter(k -> binomial.probability(k) > doubt * 1e-9)
              .filter(k -> isMissed(intervals.interval(k, k), p))
              .mapToDouble(binomial::probability)
              .sum();
      assertThat(misses).as("p = %s", p).isLessThanOrEqualTo(doubt * (1 + 1e-6));
    }
  }

  private static boolean isMissed(Bounds bounds, double p) {
    return !(bounds.lower() <= p && p <= bounds.upper());
  }

  @Test
  void aNarrowerIntervalWouldMissMoreOften() {
    int trials = 400;
    double doubt = 1e-3;
    double p = interval(200, trials, doubt).lower();

    double tail = 1 - new BinomialDistribution(null, trials, p * 1.001).cumulativeProbability(199);
    assertThat(tail).isGreaterThan(doubt / 2);
  }

  /** Summed exactly, in decimal; the third and the fourth leave a rest that is bounded. */
  @ParameterizedTest
  @CsvSource({
    "3, 10, 0.2",
    "10, 10, 0.75",
    "250, 500, 0.33",
    "3, 500, 7e-11",
    "1, 1, 0.5",
    "4000, 4000, 0.99"
  })
  void theTailIsEnclosed(int successes, int trials, double p) {
    Real tail = new ClopperPearson(trials, 0.5).tail(successes, p);
    BigDecimal exact = tail(successes, trials, new BigDecimal(p));

    assertThat(exact).isBetween(tail.lower(), tail.upper());
    assertThat(tail.radius()).isLessThan((p < 0.3 ? 1e-12 : 1e-8) * tail.value());
  }

  private static BigDecimal tail(int successes, int trials, BigDecimal p) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = successes; k <= trials; k++) {
      BigDecimal choices = new BigDecimal(choices(trials, k));
      BigDecimal powers =
          p.pow(k, DIGITS).multiply(BigDecimal.ONE.subtract(p).pow(trials - k, DIGITS));
      sum = sum.add(choices.multiply(powers), DIGITS);
    }
    return sum;
  }

  private static BigInteger choices(int trials, int k) {
    BigInteger choices = BigInteger.ONE;
    for (int j = 1; j <= k; j++) {
      choices = choices.multiply(BigInteger.valueOf(trials - k + j)).divide(BigInteger.valueOf(j));
    }
    return choices;
  }

  @Test
  void theUpperEndIsNotRoundedBelowOneMinusTheOther() {
    ClopperPearson intervals = new ClopperPearson(50, 0.01);
    for (int k = 1; k <= 50; k++) {
      BigDecimal failure = new BigDecimal(intervals.interval(50 - k, 50 - k).lower());
      assertThat(new BigDecimal(intervals.interval(k, k).upper()))
          .isGreaterThanOrEqualTo(BigDecimal.ONE.subtract(failure).min(BigDecimal.ONE));
    }
  }

  @Test
  void countsThatAreNotKnownWidenIt() {
    ClopperPearson intervals = new ClopperPearson(100, 0.01);

    assertThat(intervals.interval(40, 60))
        .isEqualTo(
            new Bounds(intervals.interval(40, 40).lower(), intervals.interval(60, 60).upper()));
    assertThat(intervals.interval(0, 100)).isEqualTo(new Bounds(0, 1));
  }

  @Test
  void badArgumentsAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClopperPearson(0, 0.1))
        .withMessage("trials must be positive: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClopperPearson(1, Double.NaN))
        .withMessage("doubt must be between 0 and 1: NaN");
    for (double doubt : new double[] {-1, 0, 1, 2}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new ClopperPearson(1, doubt))
          .withMessage("doubt must be between 0 and 1: " + doubt);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClopperPearson(5, 0.1).interval(3, 2))
        .withMessage("successes must be from 0 to 5 and in order: 3 and 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClopperPearson(5, 0.1).interval(0, 6));
  }
}
