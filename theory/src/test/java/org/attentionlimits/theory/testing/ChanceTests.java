package org.attentionlimits.theory.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChanceTests {

  @ParameterizedTest
  @CsvSource({"1000, 0.35", "1000, 0.05", "1000, 0.99", "100, 0.5", "100000, 0.02"})
  void fewerAreSeenOnceInABillionRunsAndAsFewMoreOften(int tries, double share) {
    BinomialDistribution seen = new BinomialDistribution(null, tries, share);
    int fewest = Chance.fewest(tries, share);

    assertThat(seen.cumulativeProbability(fewest - 1)).isLessThan(1e-9);
    assertThat(seen.cumulativeProbability(fewest)).isGreaterThanOrEqualTo(1e-9);
  }

  @Test
  void moreAreSeenAsRarely() {
    BinomialDistribution seen = new BinomialDistribution(null, 3000, 0.03);
    assertThat(1 - seen.cumulativeProbability(Chance.most(3000, 0.03))).isBetween(1e-13, 1e-9);
  }

  @Test
  void fewTriesMayHaveNone() {
    assertThat(Chance.fewest(0, 0.5)).isZero();
    assertThat(Chance.fewest(1, 0.99)).isZero();
    assertThat(Chance.fewest(1000, 0.02)).isZero();
    assertThat(Chance.fewest(1000, 0.03)).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"0.5, 30", "0.02, 1026", "0.001, 20713"})
  void oneIsSeenButForOnceInABillionRuns(double share, int tries) {
    assertThat(Chance.triesToSee(share)).isEqualTo(tries);
    assertThat(Math.pow(1 - share, tries)).isLessThanOrEqualTo(1e-9);
    assertThat(Math.pow(1 - share, tries - 1)).isGreaterThan(1e-9);
  }
}
