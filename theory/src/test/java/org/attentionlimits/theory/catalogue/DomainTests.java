package org.attentionlimits.theory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.GrowingRow;
import org.attentionlimits.theory.attention.GrowingRow.Arrangement;
import org.attentionlimits.theory.attention.GrowingRow.Weighting;
import org.attentionlimits.theory.attention.HeadGroup;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.NearTie;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.normalize.PositiveFunction;
import org.junit.jupiter.api.Test;

/** Where the domains of the claims end. */
class DomainTests {

  private static LogitRow tied(int tokens) {
    return new LogitRow(1, new double[tokens]);
  }

  private static LogitRow spread(int tokens) {
    return new LogitRow(1, IntStream.range(0, tokens).mapToDouble(i -> 0.15 * i).toArray());
  }

  private static LogitRow positive(int tokens) {
    return new LogitRow(1, IntStream.rangeClosed(1, tokens).asDoubleStream().toArray());
  }

  private static boolean admits(String id, LogitRow row) {
    return Claims.named(id, LogitRow.TYPE).admits(row);
  }

  @Test
  void fullMatricesAreOfFewTokens() {
    for (String id : new String[] {"controlled", "controlled-below", "controlled-above"}) {
      assertThat(admits(id, tied(16))).isTrue();
      assertThat(admits(id, tied(17))).isFalse();
    }
    assertThat(admits("controlled-above-normalized", positive(16))).isTrue();
    assertThat(admits("controlled-above-normalized", positive(17))).isFalse();
    assertThat(admits("jacobian-exact", tied(32))).isTrue();
    assertThat(admits("jacobian-exact", tied(33))).isFalse();
    assertThat(admits("sparse-norm", spread(16))).isTrue();
    assertThat(admits("sparse-norm", spread(17))).isFalse();
    for (String id : new String[] {"lemma-2", "lemma-2-sharp", "jacobian-by-log-slope"}) {
      Claim<FunctionRow> claim = Claims.named(id, FunctionRow.TYPE);
      assertThat(claim.admits(new FunctionRow(PositiveFunction.LOGISTIC, tied(16)))).isTrue();
      assertThat(claim.admits(new FunctionRow(PositiveFunction.LOGISTIC, tied(17)))).isFalse();
    }
  }

  /** A tie, or a zero, where an end of the range is one of the logits. */
  @Test
  void theRangeOfSelfAdjustedSoftmaxHasNoKinkAtAnAdmittedRow() {
    double[][] smooth = {{1}, {-1}, {2, 1, 1}, {-2, -1, -1}, {1, 0, -1}, {1, -2, 0, 0}};
    double[][] kinks = {
      {0}, {0, 0}, {1, 1}, {-1, -1}, {1, 1, -1}, {1, -1, -1}, {1, 0}, {0, -1}, {2, 1, 0}
    };
    for (double[] logits : smooth) {
      assertThat(admits("controlled-above-normalized", new LogitRow(1, logits))).isTrue();
    }
    for (double[] logits : kinks) {
      assertThat(admits("controlled-above-normalized", new LogitRow(1, logits))).isFalse();
    }
  }

  @Test
  void aTemperatureIsLoweredForTwoTokensOrMore() {
    assertThat(admits("low-temperature-single-row", tied(1))).isFalse();
    assertThat(admits("low-temperature-single-row", tied(2))).isTrue();
    assertThat(admits("prose-low-temperature", tied(1))).isTrue();
  }

  @Test
  void normalisersOtherThanSoftmaxInheritAVanishingMinimum() {
    Claim<FunctionRow> claim = Claims.named("prose-vanishing-minimum", FunctionRow.TYPE);
    Set<PositiveFunction> inheriting = Set.of(PositiveFunction.LOGISTIC, PositiveFunction.SOFTPLUS);
    for (PositiveFunction function : PositiveFunction.values()) {
      for (int tokens : new int[] {1, 2, 3, 4}) {
        assertThat(claim.admits(new FunctionRow(function, tied(tokens))))
            .isEqualTo(inheriting.contains(function) && tokens >= 2 && tokens <= 3);
      }
    }
  }

  @Test
  void expectationsAreOfUpToSixtyFourTokens() {
    for (String id : new String[] {"theorem-1-random", "theorem-1-random-upper"}) {
      Claim<EmbeddedRow> claim = Claims.named(id, EmbeddedRow.TYPE);
      assertThat(claim.admits(new EmbeddedRow(tied(64), new double[64][1], 1))).isTrue();
      assertThat(claim.admits(new EmbeddedRow(tied(65), new double[65][1], 1))).isFalse();
    }
  }

  @Test
  void nothingIsLeftOnlyIfAllTokensAreSelected() {
    Claim<EmbeddedRow> claim = Claims.named("corollary-2-ii", EmbeddedRow.TYPE);
    assertThat(claim.admits(new EmbeddedRow(tied(3), new double[3][1], 3))).isTrue();
    assertThat(claim.admits(new EmbeddedRow(tied(3), new double[3][1], 2))).isFalse();
  }

  @Test
  void aNearTieHasAnOrderUpToATemperatureAndOfTwoTokens() {
    Claim<NearTie> claim = Claims.named("example-near-tie-order", NearTie.TYPE);
    assertThat(claim.admits(new NearTie(2, 2))).isTrue();
    assertThat(claim.admits(new NearTie(2, Math.nextUp(2.0)))).isFalse();
    assertThat(claim.admits(new NearTie(2, 1, 0))).isFalse();
  }

  @Test
  void outcomesAreGoneThroughForUpToTenHeads() {
    for (String id : new String[] {"head-coverage", "head-coverage-dependent"}) {
      Claim<HeadGroup> claim = Claims.named(id, HeadGroup.TYPE);
      assertThat(claim.admits(new HeadGroup(0.5, 10))).isTrue();
      assertThat(claim.admits(new HeadGroup(0.5, 11))).isFalse();
    }
  }

  @Test
  void threeHeadsAreComparedFromEightyPercentOnAndFewerUpToIt() {
    Claim<HeadGroup> claim = Claims.named("head-coverage-three", HeadGroup.TYPE);
    for (int heads : new int[] {1, 2, 3, 4}) {
      assertThat(claim.admits(new HeadGroup(0.8, heads))).isTrue();
      assertThat(claim.admits(new HeadGroup(Math.nextUp(0.8), heads))).isEqualTo(heads >= 3);
      assertThat(claim.admits(new HeadGroup(Math.nextDown(0.8), heads))).isEqualTo(heads < 3);
    }
  }

  @Test
  void aGapIsThatOfASingleLargestLogit() {
    assertThat(admits("length-aware-gap", tied(1))).isFalse();
    assertThat(admits("length-aware-gap", new LogitRow(1, 1, 1, 0))).isFalse();
    assertThat(admits("length-aware-gap", new LogitRow(1, 1, Math.nextUp(1.0), 0))).isTrue();
    assertThat(admits("length-aware-gap", new LogitRow(1, 1, 0))).isTrue();
  }

  @Test
  void onlySpikedFamiliesOfAHeightAndAFixedCountAreAwareOfTheirLength() {
    Claim<GrowingRow> claim = Claims.named("length-aware", GrowingRow.TYPE);
    for (Weighting weighting : Weighting.values()) {
      assertThat(claim.admits(GrowingRow.fixed(Arrangement.IDENTICAL, weighting, 1, 1)))
          .isEqualTo(weighting == Weighting.SPIKED);
    }
    assertThat(claim.admits(GrowingRow.fixed(Arrangement.IDENTICAL, Weighting.SPIKED, 0, 1)))
        .isFalse();
    assertThat(
            claim.admits(GrowingRow.proportional(Arrangement.IDENTICAL, Weighting.SPIKED, 1, 0.5)))
        .isFalse();
  }

  @Test
  void distancesPerTokenAreOfAFixedCountOfSelectedTokens() {
    Claim<GrowingRow> claim = Claims.named("prose-linear-growth", GrowingRow.TYPE);
    assertThat(claim.admits(GrowingRow.fixed(Arrangement.ANTIPODAL, Weighting.SPIKED, 9, 1)))
        .isTrue();
    assertThat(
            claim.admits(GrowingRow.proportional(Arrangement.ANTIPODAL, Weighting.SPIKED, 9, 0.5)))
        .isFalse();
  }

  @Test
  void limitsOfRandomSetsAreReadOffOfHeightsUpToOne() {
    for (String id : new String[] {"prose-jensen-gap", "corollary-2-i"}) {
      Claim<GrowingRow> claim = Claims.named(id, GrowingRow.TYPE);
      for (double height : new double[] {0.5, 1, Math.nextUp(1.0), 3}) {
        assertThat(
                claim.admits(GrowingRow.fixed(Arrangement.ANTIPODAL, Weighting.SPIKED, height, 1)))
            .isEqualTo(height <= 1);
      }
    }
  }

  @Test
  void zerosAreClaimedFromTheirDepthOn() {
    assertThat(admits("sparse", new LogitRow(0.5, 0, -0.5))).isTrue();
    assertThat(admits("sparse", new LogitRow(0.5, 0, Math.nextUp(-0.5)))).isFalse();
    assertThat(admits("sparse-entmax", new LogitRow(0.5, 0.25, 1.25))).isTrue();
    assertThat(admits("sparse-entmax", new LogitRow(0.5, Math.nextUp(0.25), 1.25))).isFalse();
  }

  @Test
  void sparsemaxHasNoJacobianAtItsThreshold() {
    assertThat(admits("sparse-norm", new LogitRow(3, 0, -1, -2))).isFalse();
    assertThat(admits("sparse-norm", new LogitRow(3, 0, -1, -3))).isTrue();
    assertThat(admits("sparse-norm", new LogitRow(3, 0, -1, -1, -4.0 / 3 - 1))).isTrue();
  }

  /** There the enclosures have no width, and the token is neither above nor below. */
  @Test
  void noThresholdIsAdmittedThoughItIsKnownWithoutRounding() {
    assertThat(admits("sparse-norm", new LogitRow(1, 0, -1))).isFalse();
    assertThat(admits("sparse-norm", new LogitRow(0.5, 2, 1.5, 1.5))).isFalse();
    assertThat(admits("sparse-norm", new LogitRow(1, 0, 0, -0.5))).isFalse();
    assertThat(admits("sparse-norm", new LogitRow(1, 0, Math.nextUp(-1.0)))).isTrue();
    assertThat(admits("sparse-norm", new LogitRow(1, 0, Math.nextDown(-1.0)))).isTrue();
    assertThat(admits("sparse-norm", new LogitRow(1, 0))).isTrue();
  }

  private static final List<String> READINGS =
      List.of(
          "lower",
          "lower-separated",
          "upper",
          "upper-separated",
          "upper-positive",
          "upper-positive-separated");

  private static boolean areSeparated(String reading, int tokens, int dimension, double... md) {
    return Claims.named("theorem-2-" + reading, SphericalRow.TYPE)
        .admits(new SphericalRow(tied(tokens), 1, dimension, md[0], md[1], 1));
  }

  /** For δ = M, {@code C(n, 2) exp(−d/8) ≤ 0.01}: from {@code 8 ln(100 C(n, 2))} dimensions on. */
  @Test
  void theSeparationIsOneThatIndependentEmbeddingsMostlyHave() {
    for (String reading : READINGS) {
      assertThat(areSeparated(reading, 2, 2, 1, 0)).isTrue();
      assertThat(areSeparated(reading, 2, 36, 1, 1)).isFalse();
      assertThat(areSeparated(reading, 2, 37, 1, 1)).isTrue();
      assertThat(areSeparated(reading, 64, 97, 3, 3)).isFalse();
      assertThat(areSeparated(reading, 64, 98, 3, 3)).isTrue();
      assertThat(areSeparated(reading, 2, 1 << 20, 1, Math.sqrt(2))).isFalse();
      assertThat(areSeparated(reading, 2, 1 << 20, 1, 1.41)).isTrue();
      assertThat(areSeparated(reading, 1, 2, 1, 5)).isTrue();
    }
  }

  private static SphericalRow within(double ball, double... logits) {
    return new SphericalRow(new LogitRow(1, logits), logits.length, 3, 1, 0, ball);
  }

  /** Of two tied tokens m₂ is 1/4, of three 2/9. */
  @Test
  void theSharpBoundsSpeakOfBallsOnTheirSideOfTheMeanSquare() {
    Claim<SphericalRow> lower = Claims.named("theorem-2-lower-sharp", SphericalRow.TYPE);
    Claim<SphericalRow> upper = Claims.named("theorem-2-upper-sharp", SphericalRow.TYPE);
    for (double ball : new double[] {0.4999, 0.5001}) {
      assertThat(lower.admits(within(ball, 0, 0))).isEqualTo(ball > 0.5);
      assertThat(upper.admits(within(ball, 0, 0))).isEqualTo(ball < 0.5);
    }
    assertThat(lower.admits(within(0.5, 0, 0))).isFalse();
    assertThat(upper.admits(within(0.5, 0, 0))).isFalse();
    assertThat(lower.admits(within(0.5, 1, 0))).isTrue();
    assertThat(upper.admits(within(0.5, 1, 0))).isTrue();
    assertThat(upper.admits(within(0.5, 0))).isFalse();
  }
}
