package org.attentionlimits.theory.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.chance.Bounds;
import org.attentionlimits.theory.chance.EmpiricalBernstein;
import org.attentionlimits.theory.chance.Estimate;
import org.attentionlimits.theory.chance.Sampling;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
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
    assertThat(RandomSelection.isEnumerated(row(1000, 1, 1), Arithmetic.BINARY64)).isTrue();
    assertThat(RandomSelection.isEnumerated(row(1001, 1, 1), Arithmetic.BINARY64)).isFalse();
    assertThat(RandomSelection.isEnumerated(row(19, 6, 1), Arithmetic.exact(30))).isTrue();
    assertThat(RandomSelection.isEnumerated(row(20, 10, 1), Arithmetic.exact(30))).isFalse();
  }

  @Test
  void theSameRowGivesTheSameSampleInEveryCertifyingArithmetic() {
    EmbeddedRow row = row(40, 7, 1);
    Real exact = sampled(row, Arithmetic.exact(30)).value();
    Real printed = sampled(row, Arithmetic.printed(60)).value();

    assertThat(printed.value()).isCloseTo(exact.value(), within(1e-9));
    assertThat(printed.radius()).isCloseTo(exact.radius(), within(1e-9));
  }

  /** Both intervals hold the mean, and their middles are a few deviations apart. */
  @Test
  void aSearchSeesAnotherSampleThanItsCertificate() {
    EmbeddedRow row = row(40, 7, 1);
    Real fast = sampled(row, Arithmetic.BINARY64).value();
    Real precise = sampled(row, Arithmetic.exact(30)).value();

    assertThat(Math.abs(precise.value() - fast.value()))
        .isBetween(1e-6, fast.radius() + precise.radius());
  }

  /** Four equal tokens, two selected: s − y = y in every draw. */
  @Test
  void ofEqualTokensTheIntervalIsThatOfAConstant() {
    Arithmetic b = Arithmetic.BINARY64;
    EmbeddedRow row = new EmbeddedRow(new LogitRow(1, new double[4]), new double[4][1], 2);
    Real y = b.input(0.5).hull(b.of(1));
    Vec[] wide = new Vec[4];
    Arrays.fill(wide, b.vector(new Real[] {y}));
    double[] draws = new double[Sampling.DRAWS];
    Arrays.fill(draws, 0.75);
    double longest = 3 * 0.75 * (1 + 1e-10);
    Bounds mean = EmpiricalBernstein.interval(longest, Sampling.DOUBT, draws);
    double margin = 3 * 0.25 + 1e-10 * longest;

    Real interval = new DistanceSample(row, b, wide).expectedDistance().value();
    assertThat(interval.lower()).isZero();
    assertThat(interval.upper().doubleValue())
        .isCloseTo(2 * (mean.upper() + margin) * (1 + 1e-10), within(1e-14));
    Arrays.fill(wide, b.inputs(0.75));
    Real narrow = new DistanceSample(row, b, wide).expectedDistance().value();
    double rounding = 1e-10 * longest;
    assertThat(narrow.lower().doubleValue())
        .isCloseTo(2 * (mean.lower() - rounding) * (1 - 1e-10), within(1e-14));
  }

  @Test
  void contributionsThatAreNotKnownAtAllLeaveTheMeanUnbounded() {
    Arithmetic b = Arithmetic.BINARY64;
    EmbeddedRow row = new EmbeddedRow(new LogitRow(1, new double[4]), new double[4][1], 2);
    Vec[] wide = new Vec[4];
    Arrays.fill(wide, b.vector(new Real[] {b.input(-1e308).hull(b.input(1e308))}));

    assertThat(new DistanceSample(row, b, wide).expectedDistance().value().isBounded()).isFalse();
  }

  /** The largest is the first, of which no other draw than those with it knows. */
  @Test
  void noDistanceIsAboveTheSumOfTheLargestNorms() {
    EmbeddedRow row = new EmbeddedRow(new LogitRow(1, 0, 0, 0), new double[][] {{30}, {0}, {0}}, 1);
    Real interval = sampled(row, Arithmetic.BINARY64).value();
    double expected = new RandomSelection(row, Arithmetic.BINARY64).enumeratedDistance().value();

    assertThat(expected).isBetween(interval.lower().doubleValue(), interval.upper().doubleValue());
  }

  @Test
  void zeroIsTheLeastDistance() {
    EmbeddedRow row =
        new EmbeddedRow(new LogitRow(1, 0, 0, 0), new double[][] {{30}, {30}, {30}}, 1);
    assertThat(sampled(row, Arithmetic.BINARY64).value().lower()).isZero();
  }

  /** In units of the smallest double: norms √2 are rounded to 1, their distance √8 to 3. */
  @Test
  void aDistanceThatRoundingMakesLongerIsCutOff() {
    Arithmetic b = Arithmetic.BINARY64;
    double unit = Double.MIN_VALUE;
    EmbeddedRow row = new EmbeddedRow(new LogitRow(1, 0, 0), new double[2][2], 1);
    Real interval =
        new DistanceSample(row, b, b.inputs(unit, unit), b.inputs(-unit, -unit))
            .expectedDistance()
            .value();

    assertThat(interval.upper().doubleValue()).isGreaterThanOrEqualTo(2 * unit);
  }

  @Test
  void aShuffleMakesEveryPlaceOfTheSubsetRandom() {
    SplittableRandom random = new SplittableRandom(1);
    int[] kept = new int[4];
    for (int draw = 0; draw < 1000; draw++) {
      int[] order = IntStream.range(0, 50).toArray();
      DistanceSample.shuffle(order, 3, random);
      for (int k = 0; k < 4; k++) {
        kept[k] += order[k] == k ? 1 : 0;
      }
    }
    // Twenty are expected, with a deviation of 4.4.
    assertThat(Arrays.stream(kept).max().orElseThrow()).isLessThan(50);
  }

  @Test
  void extremeSizesAreSampledOrLeftUnbounded() {
    Real usual = sampled(row(40, 7, 1), Arithmetic.BINARY64).value();
    for (double size : new double[] {0x1p-600, 0x1p600}) {
      Real scaled = sampled(row(40, 7, size), Arithmetic.BINARY64).value();
      assertThat(scaled.lower().doubleValue() / size).isLessThan(usual.value());
      assertThat(scaled.upper().doubleValue() / size).isGreaterThan(usual.value());
      assertThat(scaled.radius() / size).isCloseTo(usual.radius(), within(0.1 * usual.radius()));
    }
    EmbeddedRow huge = row(40, 20, 4e307);
    assertThat(sampled(huge, Arithmetic.BINARY64).value().isBounded()).isFalse();
    Real zero = sampled(row(40, 7, 0), Arithmetic.exact(30)).value();
    assertThat(zero.lower()).isZero();
    assertThat(zero.upper()).isZero();
  }
}
