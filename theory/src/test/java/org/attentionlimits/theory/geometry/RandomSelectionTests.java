package org.attentionlimits.theory.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.real.Arithmetic;
import org.junit.jupiter.api.Test;

class RandomSelectionTests {

  private static EmbeddedRow row(int selected, double... x) {
    double[][] embeddings = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      embeddings[i] = new double[] {x[i]};
    }
    return new EmbeddedRow(new LogitRow(1, new double[x.length]), embeddings, selected);
  }

  private static RandomSelection of(int selected, double... x) {
    return new RandomSelection(row(selected, x), Arithmetic.exact(40));
  }

  /**
   * Weights 1/4, so that y = −1, 0, 1, 4. The distances of the six pairs add up to 16; each is met
   * from both of its tokens, in one of four sets. The means of the others are 5/3, 4/3, 1, 0 and
   * their variances 26/9, 38/9, 14/3, 2/3.
   */
  @Test
  void ofFourTokensWithOneSelectedTheSumsAreKnown() {
    RandomSelection random = of(1, -4, 0, 4, 16);
    double upper =
        0.75
            * (Math.sqrt(64 / 9.0 + 26 / 9.0)
                + Math.sqrt(16 / 9.0 + 38 / 9.0)
                + Math.sqrt(14 / 3.0)
                + Math.sqrt(16 + 2 / 3.0));

    assertThat(random.expectedDistance().value().value()).isEqualTo(8);
    assertThat(random.sumOfNorms().value()).isEqualTo(6);
    assertThat(random.mainSum().value()).isCloseTo(6, within(1e-15));
    assertThat(random.upperSum().value()).isCloseTo(upper, within(1e-14));
  }

  @Test
  void ofTwoTokensNothingVaries() {
    RandomSelection random = of(1, 0, 6);

    assertThat(random.expectedDistance().value().value()).isEqualTo(3);
    assertThat(random.mainSum().value()).isEqualTo(3);
    assertThat(random.upperSum().value()).isEqualTo(3);
  }

  @Test
  void ifAllButOneAreSelectedNothingVaries() {
    RandomSelection random = of(2, 3, 6, 12);
    double expected = (5 + 3 + 1) / 3.0;

    assertThat(random.expectedDistance().value().value()).isCloseTo(expected, within(1e-15));
    assertThat(random.mainSum().value()).isCloseTo(expected, within(1e-15));
    assertThat(random.upperSum().value()).isCloseTo(expected, within(1e-15));
  }

  /** Weights 1/6, y = 1, 1, 1, 2, 2, 5; the sum over all 20 sets is taken one by one. */
  @Test
  void tokensThatAreAlikeCountAsOftenAsTheyAre() {
    double[] y = {1, 1, 1, 2, 2, 5};
    double sum = 0;
    for (int set = 0; set < 64; set++) {
      if (Integer.bitCount(set) != 3) {
        continue;
      }
      double context = 0;
      for (int i = 0; i < 6; i++) {
        context += (set >> i & 1) * y[i];
      }
      for (int i = 0; i < 6; i++) {
        sum += (1 - (set >> i & 1)) * Math.abs(context - y[i]);
      }
    }

    RandomSelection random = of(3, 6, 6, 6, 12, 12, 30);
    assertThat(random.expectedDistance().value().value()).isCloseTo(sum / 20, within(1e-14));
  }

  @Test
  void ifAllAreSelectedNothingIsLeft() {
    for (int n = 1; n <= 3; n++) {
      RandomSelection random = of(n, Arrays.copyOf(new double[] {3, 6, 12}, n));
      assertThat(random.expectedDistance().value().value()).isZero();
      assertThat(random.mainSum().value()).isZero();
      assertThat(random.upperSum().value()).isZero();
    }
  }

  @Test
  void subsetsAreCounted() {
    assertThat(RandomSelection.subsets(row(1, 0))).isEqualTo(1);
    assertThat(RandomSelection.subsets(row(5, new double[10]))).isEqualTo(252);
    assertThat(RandomSelection.subsets(row(16, new double[32]))).isEqualTo(601_080_390);
    assertThat(RandomSelection.subsets(row(1000, new double[2000]))).isInfinite();
  }
}
