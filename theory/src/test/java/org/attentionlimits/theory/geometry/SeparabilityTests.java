package org.attentionlimits.theory.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.chance.Estimate;
import org.attentionlimits.theory.chance.Sampling;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeparabilityTests {

  private static final Arithmetic EXACT = Arithmetic.exact(40);

  /** Logits whose weights are as one to two to three. */
  private static final double[] ONE_TO_THREE = {0, Math.log(2), Math.log(3)};

  private static SphericalRow row(int selected, int dimension, double ball, double... logits) {
    return new SphericalRow(new LogitRow(1, logits), selected, dimension, 1, 0, ball);
  }

  private static Separability of(SphericalRow row) {
    return new Separability(row, EXACT);
  }

  private static void assertCertain(Estimate share, double expected) {
    assertThat(share.isSampled()).isFalse();
    assertThat(share.value().lower()).isEqualByComparingTo(share.value().upper());
    assertThat(share.value().value()).isEqualTo(expected);
  }

  private static void assertWithin(Estimate sampled, double expected) {
    assertThat(sampled.isSampled()).isTrue();
    assertThat(sampled.doubt()).isEqualTo(Sampling.DOUBT);
    assertWithin(sampled.value(), expected);
  }

  private static void assertWithin(Real interval, double expected) {
    assertThat(expected).isBetween(interval.lower().doubleValue(), interval.upper().doubleValue());
    assertThat(interval.radius()).isLessThan(0.06);
  }

  private static void assertSame(Estimate a, Estimate b) {
    assertThat(a.doubt()).isEqualTo(b.doubt());
    assertThat(a.value().lower()).isEqualTo(b.value().lower());
    assertThat(a.value().upper()).isEqualTo(b.value().upper());
  }

  @Test
  void aSingleSelectedTokenIsAtDistanceZero() {
    assertCertain(of(row(1, 3, 1e-300, 0)).shareWithin(), 1);
    assertCertain(of(row(1, 3, 1e-300, 0, 0)).shareWithin(), 1);
    assertCertain(of(row(1, 3, 1e-300, 0)).shareBeyond(), 0);
  }

  @Test
  void ofTwoTheDistancesAreTheOthersWeights() {
    assertCertain(of(row(2, 3, 0.5, 0, 0)).shareWithin(), 1);
    assertCertain(of(row(2, 3, 0.4999, 0, 0)).shareWithin(), 0);
    assertCertain(of(row(2, 3, 0.5, 0, 1)).shareWithin(), 0.5);
    assertCertain(of(row(2, 3, 0.5, 0, 1)).shareBeyond(), 0.5);
  }

  /** In three dimensions the inner product is uniform: {@code P = (1 + τ)/2}. */
  @Test
  void ofThreeOneInnerProductDecides() {
    Estimate share = of(row(3, 3, 0.5, 0, 0, 0)).shareWithin();

    double tau = (0.25 * 9 - 2) / 2;
    assertThat(share.isSampled()).isFalse();
    assertThat(share.value().value()).isEqualTo((1 + tau) / 2);
    assertThat(of(row(3, 1, 0.5, 0, 0, 0)).shareWithin().value().value()).isEqualTo(0.5);
  }

  @Test
  void lengthsAreInUnitsOfTheSphere() {
    for (double size : new double[] {0x1p-500, 0x1p500}) {
      SphericalRow scaled = new SphericalRow(new LogitRow(1, 0, 0, 0), 3, 3, size, 0, 0.5 * size);
      assertThat(of(scaled).shareWithin().value().value()).isEqualTo(0.5625);
    }
  }

  @Test
  void weightsThatUnderflowAreDecidedByTheTriangleInequality() {
    double far = 700 * 2;
    for (Arithmetic arithmetic : new Arithmetic[] {Arithmetic.BINARY64, EXACT}) {
      SphericalRow row = row(4, 3, 0.5, 0, -far, -far, -far);
      assertCertain(new Separability(row, arithmetic).shareWithin(), 0.25);
      assertCertain(new Separability(row, arithmetic).separatedShare(), 0.25);
    }
  }

  /** Of the sums of three signs, three in four are one in magnitude and the others three. */
  @ParameterizedTest
  @CsvSource({"0.2, 0", "0.3, 0.75", "0.74, 0.75", "0.76, 1"})
  void inOneDimensionAllSignsAreEquallyLikely(double ball, double expected) {
    Estimate share = of(row(4, 1, ball, 0, 0, 0, 0)).shareWithin();
    if (share.isSampled()) {
      assertWithin(share, expected);
    } else {
      assertThat(share.value().value()).isEqualTo(expected);
    }
  }

  /** With three selected tokens the sample is not needed, and can be compared. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 64})
  void theSampleAgreesWithTheLawOfOneInnerProduct(int dimension) {
    for (double ball : new double[] {0.3, 0.45, 0.6, 0.7}) {
      SphericalRow row = row(3, dimension, ball, ONE_TO_THREE);
      Separability separability = of(row);
      SeparabilitySample sample =
          new SeparabilitySample(
              row, row.weights(EXACT).selected(), row.weights(EXACT).others(), separability.ball());
      assertWithin(sample.within(0, 1, 2), separability.shareWithin().value().value());
      for (int i = 0; i < 3; i++) {
        Real exact = separability.chances(true, i).get(0).value();
        assertWithin(sample.withinEach(0, 1, 2).get(i), exact.value());
        assertWithin(sample.within(i), exact.value());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8})
  void sharesAreThoseOfVectorsThatAreDrawn(int dimension) {
    double[] logits = {0.5, 0, 0.25, -0.25, -0.5, -1};
    for (double ball : new double[] {0.31, 0.43, 0.61}) {
      SphericalRow row = row(4, dimension, ball, logits);
      Drawn drawn = new Drawn(row, 40_000);
      assertWithin(of(row).shareWithin(), drawn.share);
      assertWithin(of(row).shareBeyond(), 1 - drawn.share);
      assertWithin(of(row).separatedShare(), drawn.separated);
    }
  }

  @Test
  void ofOneSelectedTokenTheSeparatedShareIsAProduct() {
    double[] logits = {0, -0.5, -1};
    for (int dimension : new int[] {1, 2, 3, 6}) {
      SphericalRow row = row(1, dimension, 0.45, logits);
      Estimate share = of(row).separatedShare();
      assertThat(share.isSampled()).isFalse();
      assertThat(share.value().value())
          .isBetween(
              new Drawn(row, 40_000).separated - 0.02, new Drawn(row, 40_000).separated + 0.02);
    }
    assertCertain(of(row(1, 3, 1, 0, 0)).separatedShare(), 0);
    assertCertain(of(row(1, 3, 0.1, 3, 0)).separatedShare(), 1);
  }

  @Test
  void withoutOthersBothCountsAreOne() {
    SphericalRow row = row(4, 3, 0.5, 0, 0.1, 0.2, 0.3);

    assertSame(of(row).separatedShare(), of(row).shareWithin());
  }

  @Test
  void theSameRowGivesTheSameSampleInEveryCertifyingArithmetic() {
    SphericalRow row = row(5, 4, 0.4, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6);
    assertSame(of(row).shareWithin(), of(row).shareWithin());
    Real exact = of(row).shareWithin().value();
    Real printed = new Separability(row, Arithmetic.printed(60)).shareWithin().value();
    assertThat(printed.lower().doubleValue()).isCloseTo(exact.lower().doubleValue(), offset(1e-15));
    assertThat(printed.upper().doubleValue()).isCloseTo(exact.upper().doubleValue(), offset(1e-15));
  }

  @Test
  void aSearchSeesAnotherSampleThanItsCertificate() {
    SphericalRow row = row(5, 4, 0.4, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6);
    Real fast = new Separability(row, Arithmetic.BINARY64).shareWithin().value();
    Real precise = of(row).shareWithin().value();
    assertThat(Math.abs(precise.value() - fast.value()))
        .isBetween(1e-4, fast.radius() + precise.radius());
  }

  @Test
  void lengthsOnTheBoundaryCountOnEitherSide() {
    Estimate share = of(row(4, 1, 0.25, 0, 0, 0, 0)).shareWithin();

    assertThat(share.value().lower()).isZero();
    assertThat(share.value().upper().doubleValue()).isGreaterThan(0.75);
  }

  @Test
  void chancesComeInTheOrderAskedFor() {
    Separability separability = of(row(3, 3, 0.5, ONE_TO_THREE));

    for (int i = 0; i < 3; i++) {
      int place = new int[] {1, 2, 0}[i];
      assertSame(
          separability.chances(true, 2, 0, 1).get(place),
          separability.chances(true, 0, 1, 2).get(i));
    }
    assertThat(separability.chances(true)).isEmpty();
  }

  /** Weights as eight to four to two to one: all signs of three of them can be gone through. */
  @Test
  void chancesThatAreSampledAreThoseOfTheTokensAskedFor() {
    double[] logits = {Math.log(8), Math.log(4), Math.log(2), 0};
    Separability separability = of(row(4, 1, 6.3 / 15, logits));
    int[] tokens = {1, 0, 3, 2};
    double[] expected = {0.25, 0.75, 0.5, 0.5};
    for (int k = 0; k < 4; k++) {
      assertWithin(separability.chances(true, tokens).get(k), expected[k]);
      assertWithin(separability.chances(false, tokens).get(k), 1 - expected[k]);
    }
  }

  /** Without the largest weight, which is 0.71, the others add up to 0.29. */
  @Test
  void chancesThatAreKnownAreNotSampled() {
    Separability separability = of(row(4, 3, 0.6, 2, 0, 0, 0));
    List<Estimate> chances = separability.chances(true, 1, 0, 2);

    assertCertain(chances.get(1), 1);
    assertThat(chances.get(0).isSampled()).isTrue();
    assertThat(chances.get(2).isSampled()).isTrue();
    SphericalRow row = row(4, 3, 0.6, 2, 0, 0, 0);
    assertThat(chances.get(0).value().value())
        .isCloseTo(new Drawn(row, 40_000).share * 4 / 3 - 1.0 / 3, offset(0.06));
  }

  @Test
  void aWeightThatMayBeTheBallLeavesTheChanceOpen() {
    LogitRow logits = new LogitRow(1, 0.5, 0);
    double weight = logits.weights(Arithmetic.BINARY64).get(0).value();
    SphericalRow row = new SphericalRow(logits, 2, 3, 1, 0, weight);
    Estimate chance = new Separability(row, Arithmetic.BINARY64).chances(true, 1).get(0);

    assertThat(chance.isSampled()).isFalse();
    assertThat(chance.value().lower()).isZero();
    assertThat(chance.value().upper()).isEqualByComparingTo("1");
  }

  @Test
  void whereOthersOrTheTokensThemselvesAreCertainlyOutsideNothingIsSampled() {
    assertCertain(of(row(2, 3, 0.5, 2, 0, -1)).separatedShare(), 0.5);
    assertCertain(of(row(2, 3, 0.1, 0, 0, 0)).separatedShare(), 0);
    assertCertain(of(row(2, 3, 1.5, 0, 0, 0)).separatedShare(), 0);
  }

  /** Vectors with normal components, scaled to the sphere: nothing in common with the walk. */
  private static final class Drawn {
    private final SphericalRow row;
    private final Random random = new Random(5);
    private double share;
    private double separated;

    private Drawn(SphericalRow row, int draws) {
      this.row = row;
      for (int k = 0; k < draws; k++) {
        draw(1.0 / ((double) draws * row.selected()));
      }
    }

    private void draw(double part) {
      double[] selected = row.weights(Arithmetic.BINARY64).selected().values();
      double[] others = row.weights(Arithmetic.BINARY64).others().values();
      double[] context = new double[row.dimension()];
      double[][] y = new double[selected.length][];
      for (int i = 0; i < selected.length; i++) {
        y[i] = vector(selected[i]);
        for (int k = 0; k < context.length; k++) {
          context[k] += y[i][k];
        }
      }
      long inside = Arrays.stream(y).filter(v -> distance(context, v) <= row.ball()).count();
      boolean alone =
          Arrays.stream(others).allMatch(a -> distance(context, vector(a)) > row.ball());
      share += part * inside;
      separated += alone ? part * inside : 0;
    }

    private double[] vector(double length) {
      double[] v = random.doubles(row.dimension()).map(u -> random.nextGaussian()).toArray();
      double norm = Math.sqrt(Arrays.stream(v).map(x -> x * x).sum());
      return Arrays.stream(v).map(x -> x * length / norm).toArray();
    }

    private static double distance(double[] a, double[] b) {
      double sum = 0;
      for (int k = 0; k < a.length; k++) {
        sum += (a[k] - b[k]) * (a[k] - b[k]);
      }
      return Math.sqrt(sum);
    }
  }
}
