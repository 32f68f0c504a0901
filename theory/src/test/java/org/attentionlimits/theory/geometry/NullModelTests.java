package org.attentionlimits.theory.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.TopN;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NullModelTests {

  private static final double[] UNEVEN = {0.3, 0.05, 0.25, 0.2, 0.12, 0.08};

  private static double[] uniform(int tokens) {
    double[] weights = new double[tokens];
    Arrays.fill(weights, 1.0 / tokens);
    return weights;
  }

  /** Softmax weights of standard normal logits. */
  private static double[] normal(int tokens, SplittableRandom random) {
    double[] weights =
        IntStream.range(0, tokens).mapToDouble(i -> Math.exp(random.nextGaussian())).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> w / sum).toArray();
  }

  /** With more selected tokens the share falls, though the dimensions are as many. */
  @Test
  void ofSixtyFourSelectedTokensThreeQuartersAreNearer() {
    assertThat(new NullModel(768, 64, uniform(256)).meanShare(2000, 1))
        .isCloseTo(0.76, within(0.02));
  }

  @ParameterizedTest
  @CsvSource({"64, 0.23", "768, 1.00"})
  void ofUniformWeightsInHighDimensionsAllTokensAreToldApart(int dimension, double expected) {
    assertThat(new NullModel(dimension, 16, uniform(256)).meanShare(2000, 1))
        .isCloseTo(expected, within(0.015));
  }

  @ParameterizedTest
  @CsvSource({"64, 0.51", "768, 0.96"})
  void ofNormalLogitsFewerTokensAre(int dimension, double expected) {
    SplittableRandom random = new SplittableRandom(1);
    double mean =
        IntStream.range(0, 200)
            .mapToDouble(k -> new NullModel(dimension, 16, normal(256, random)).meanShare(20, k))
            .average()
            .orElseThrow();
    assertThat(mean).isCloseTo(expected, within(0.02));
  }

  /** All choices of signs are gone through. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void inOneDimensionAllSignsAreEquallyLikely(int count) {
    double expected =
        IntStream.range(0, 1 << UNEVEN.length)
            .mapToDouble(
                bits ->
                    share(
                        count,
                        IntStream.range(0, UNEVEN.length)
                            .mapToObj(i -> new double[] {(bits >> i & 1) == 0 ? 1 : -1})
                            .toArray(double[][]::new)))
            .average()
            .orElseThrow();
    assertThat(new NullModel(1, count, UNEVEN).meanShare(40_000, 3))
        .isCloseTo(expected, within(0.015));
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "2, 4", "3, 3", "4, 5", "7, 5", "20, 3"})
  void sharesAreThoseOfVectorsThatAreDrawn(int dimension, int count) {
    SplittableRandom random = new SplittableRandom(5);
    double expected =
        IntStream.range(0, 20_000)
            .mapToDouble(k -> share(count, directions(dimension, random)))
            .average()
            .orElseThrow();
    assertThat(new NullModel(dimension, count, UNEVEN).meanShare(20_000, 7))
        .isCloseTo(expected, within(0.02));
  }

  private static double[][] directions(int dimension, SplittableRandom random) {
    return IntStream.range(0, UNEVEN.length)
        .mapToObj(i -> random.doubles(dimension).map(u -> random.nextGaussian()).toArray())
        .map(x -> Arrays.stream(x).map(c -> c / Math.sqrt(dot(x, x))).toArray())
        .toArray(double[][]::new);
  }

  private static double dot(double[] x, double... y) {
    return IntStream.range(0, x.length).mapToDouble(k -> x[k] * y[k]).sum();
  }

  /** The share of the definition, for the uneven weights. */
  private static double share(int count, double[][] embeddings) {
    int[] top = TopN.of(UNEVEN, count);
    double[] context = new double[embeddings[0].length];
    for (int i : top) {
      for (int k = 0; k < context.length; k++) {
        context[k] += UNEVEN[i] * embeddings[i][k];
      }
    }
    double[] distances =
        IntStream.range(0, UNEVEN.length)
            .mapToDouble(
                i -> {
                  double[] gap =
                      IntStream.range(0, context.length)
                          .mapToDouble(k -> context[k] - UNEVEN[i] * embeddings[i][k])
                          .toArray();
                  return Math.sqrt(dot(gap, gap));
                })
            .toArray();
    double ball =
        Arrays.stream(TopN.others(UNEVEN.length, top))
            .mapToDouble(j -> distances[j])
            .min()
            .orElseThrow();
    return Arrays.stream(top).filter(i -> distances[i] < ball).count() / (double) count;
  }

  @Test
  void aSingleSelectedTokenIsAlwaysInside() {
    assertThat(new NullModel(3, 1, 0.5, 0.5).meanShare(100, 1)).isEqualTo(1);
  }

  @Test
  void theSameSeedGivesTheSameMean() {
    NullModel model = new NullModel(5, 3, UNEVEN);
    assertThat(model.meanShare(50, 9)).isEqualTo(model.meanShare(50, 9));
    assertThat(model.meanShare(50, 9)).isNotEqualTo(model.meanShare(50, 10));
  }

  @Test
  void rejectsWhatIsNoRow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NullModel(0, 1, UNEVEN))
        .withMessage("dimension must be at least 1: 0");
    for (int count : new int[] {0, 6}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new NullModel(1, count, UNEVEN))
          .withMessage("number of selected tokens must be from 1 to 5: " + count);
    }
    for (double weight : new double[] {-0.5, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new NullModel(1, 1, 1, weight))
          .withMessage("weights must be finite and not negative: " + weight);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NullModel(1, 1, UNEVEN).meanShare(0, 1))
        .withMessage("draws must be at least 1: 0");
  }
}
