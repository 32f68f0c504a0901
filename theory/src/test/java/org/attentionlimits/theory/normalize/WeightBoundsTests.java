package org.attentionlimits.theory.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds of weights that sum to one. */
class WeightBoundsTests {

  private static final double[] LOWER = {0.125, 0.5};
  private static final double[] UPPER = {0.25, 1};

  private static double least(Vec weights, int i) {
    Real weight = weights.get(i);
    return weight.value() - weight.radius();
  }

  private static double most(Vec weights, int i) {
    Real weight = weights.get(i);
    return weight.value() + weight.radius();
  }

  @Test
  void aWeightIsWhatTheOthersLeave() {
    Vec tight = new WeightBounds(LOWER, UPPER).summingToOne(0).weights(Arithmetic.BINARY64);

    assertThat(least(tight, 1)).isBetween(0.75 - 1e-14, 0.75);
    assertThat(most(tight, 1)).isBetween(0.875, 0.875 + 1e-14);
    assertThat(least(tight, 0)).isBetween(0.125 - 1e-14, 0.125);
    assertThat(most(tight, 0)).isBetween(0.25, 0.25 + 1e-14);

    Vec slack = new WeightBounds(LOWER, UPPER).summingToOne(0.0625).weights(Arithmetic.BINARY64);
    assertThat(least(slack, 1)).isBetween(0.6875 - 1e-14, 0.6875);
    assertThat(most(slack, 1)).isBetween(0.9375, 0.9375 + 1e-14);
  }

  /** Of a row that sums to 1 + 1/512, the weights over their sum may be meant. */
  @Test
  void boundsWithinWhichNothingSumsToOneAreWidened() {
    double[] weights = {0.25 + 0x1p-9, 0.75};
    double[] lower = Arrays.stream(weights).map(w -> w - 0x1p-12).toArray();
    double[] upper = Arrays.stream(weights).map(w -> w + 0x1p-12).toArray();

    Vec wide = new WeightBounds(lower, upper).summingToOne(0).weights(Arithmetic.BINARY64);

    for (int i = 0; i < weights.length; i++) {
      assertThat(weights[i] / (1 + 0x1p-9)).isBetween(least(wide, i), most(wide, i));
      assertThat(wide.get(i).radius()).isLessThan(0x1p-7);
    }
  }

  @Test
  void theMiddleOfTheSmallestBoundsIsPositive() {
    WeightBounds bounds = new WeightBounds(new double[] {0, 1}, new double[] {Double.MIN_VALUE, 1});
    assertThat(Arrays.stream(bounds.middles(Math::log))).allMatch(Double::isFinite);
  }

  /** Weights of 8 or 11 bits, each within half a unit of what it was. */
  @ParameterizedTest
  @ValueSource(ints = {8, 11})
  void weightsThatWereRoundedStayWithin(int bits) {
    SplittableRandom random = new SplittableRandom(bits);
    for (int row = 0; row < 20_000; row++) {
      double[] weights = softmax(random, 2 + random.nextInt(40));
      double[] lower = new double[weights.length];
      double[] upper = new double[weights.length];
      for (int i = 0; i < weights.length; i++) {
        double unit = Math.scalb(1.0, Math.getExponent(weights[i]) + 1 - bits);
        double stored = Math.rint(weights[i] / unit) * unit;
        lower[i] = stored - unit / 2;
        upper[i] = stored + unit / 2;
      }
      Vec tight = new WeightBounds(lower, upper).summingToOne(0).weights(Arithmetic.BINARY64);
      for (int i = 0; i < weights.length; i++) {
        assertThat(weights[i]).isBetween(least(tight, i), most(tight, i));
        assertThat(tight.get(i).radius()).isLessThanOrEqualTo((upper[i] - lower[i]) / 2 + 1e-15);
      }
    }
  }

  private static double[] softmax(SplittableRandom random, int n) {
    double scale = 8 * random.nextDouble();
    double[] weights = random.doubles(n).map(x -> Math.exp(scale * (2 * x - 1))).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> w / sum).toArray();
  }
}
