package org.attentionlimits.theory.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.chance.Estimate;
import org.attentionlimits.theory.chance.Sampling;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceSampleTests {

  private static EmbeddedRow row(int tokens, int selected, double size) {
    Random random = new Random(tokens);
    double[] logits = random.doubles(tokens).toArray();
    double[][] embeddings = new double[tokens][];
    for (int i = 0; i < tokens; i++) {
      embeddings[i] = new double[] {size * random.nextGaussian(), size * random.nextGaussian()};
    }
    return new EmbeddedRow(new LogitRow(1, logits), embeddings, selected);
  }

  private static Estimate sampled(EmbeddedRow row, Arithmetic arithmetic) {
    return new DistanceSample(
            row,
            arithmetic,
            Contributions.of(row.row().weights(arithmetic), row.embeddings(arithmetic)))
        .expectedDistance();
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "6, 1", "8, 3", "10, 5", "11, 9", "12, 3"})
  void theSampleAgreesWithTheMeanOverAllSubsets(int tokens, int selected) {
    EmbeddedRow row = row(tokens, selected, 1);
    Estimate exact = new RandomSelection(row, Arithmetic.BINARY64).expectedDistance();
    Estimate sampled = sampled(row, Arithmetic.BINARY64);

    assertThat(exact.isSampled()).isFalse();
    assertThat(sampled.doubt()).isEqualTo(Sampling.DOUBT);
    assertThat(exact.value().value())
        .isBetween(sampled.value().lower().doubleValue(), sampled.value().upper().doubleValue());
    assertThat(sampled.value().radius()).isLessThan(0.2 * exact.value().value());
  }

  @Test
  void certifyingArithmeticsTakeTheMeanOverMoreSubsets() {
    EmbeddedRow row = row(14, 4, 1);
    Estimate fast = new RandomSelection(row, Arithmetic.BINARY64).expectedDistance();
    Estimate precise = new RandomSelection(row, Arithmetic.exact(30)).expectedDistance();

    assertThat(RandomSelection.subsets(row)).isEqualTo(1001);
    assertThat(fast.isSampled()).isTrue();
    assertThat(precise.isSampled()).isFalse();
    assertThat(precise.value().value())
        .isBetween(fast.value().lower().doubleValue(), fast.value().upper().doubleValue());
    assertThat(RandomSelection.isEnumerated(row(13, 4, 1), Arithmetic.BINARY64)).isTrue();
    assertThat(RandomSelection.isEnumerated(row(19, 6, 1), Arithmetic.exact(30))).isTrue();
    assertThat(RandomSelection.isEnumerated(row(20, 10, 1), Arithmetic.exact(30))).isFalse();
  }

  @Test
  void theSameRowGivesTheSameSampleInEveryArithmetic() {
    EmbeddedRow row = row(40, 7, 1);
    Real fast = sampled(row, Arithmetic.BINARY64).value();
    Real printed = sampled(row, Arithmetic.printed(60)).value();

    assertThat(printed.value()).isCloseTo(fast.value(), within(1e-9));
    assertThat(printed.radius()).isCloseTo(fast.radius(), within(1e-9));
  }

  @Test
  void extremeSizesAreSampledOrLeftUnbounded() {
    Real usual = sampled(row(40, 7, 1), Arithmetic.BINARY64).value();
    for (double size : new double[] {0x1p-600, 0x1p600}) {
      Real scaled = sampled(row(40, 7, size), Arithmetic.BINARY64).value();
      assertThat(scaled.lower().doubleValue() / size).isLessThan(usual.value());
      assertThat(scaled.upper().doubleValue() / size).isGreaterThan(usual.value());
    }
    EmbeddedRow huge = row(40, 20, 4e307);
    assertThat(sampled(huge, Arithmetic.BINARY64).value().isBounded()).isFalse();
    Real zero = sampled(row(40, 7, 0), Arithmetic.exact(30)).value();
    assertThat(zero.lower()).isZero();
    assertThat(zero.upper()).isZero();
  }
}
