package org.attentionlimits.theory.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.attentionlimits.theory.testing.Samples.assertAllFrom;
import static org.attentionlimits.theory.testing.Samples.assertLogUniform;
import static org.attentionlimits.theory.testing.Samples.assertShare;
import static org.attentionlimits.theory.testing.Samples.those;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.search.Certificate;
import org.attentionlimits.theory.testing.Samples;
import org.junit.jupiter.api.Test;

class SphericalRowsTests {

  private static final double[] BESIDE = {0.99, 0.999, 0.99999, 1, 1.0001};

  private static List<SphericalRow> landmarks(int selected, double... logits) {
    LogitRow row = new LogitRow(1, logits);
    return new SphericalRows()
        .landmarks()
        .filter(s -> s.selected() == selected && s.row().equals(row))
        .toList();
  }

  /** That the balls of a row are one, and the distances and what is beside them. */
  private static void assertBalls(List<SphericalRow> rows, double... distances) {
    double[] expected =
        DoubleStream.concat(
                DoubleStream.of(1),
                Arrays.stream(distances).flatMap(d -> Arrays.stream(BESIDE).map(b -> b * d)))
            .sorted()
            .toArray();
    assertThat(rows).hasSize(7 * expected.length);
    for (int dimension : new int[] {1, 2, 3, 4, 6, 8, 64}) {
      double[] balls =
          rows.stream()
              .filter(s -> s.dimension() == dimension)
              .mapToDouble(SphericalRow::ball)
              .sorted()
              .toArray();
      assertThat(balls).containsExactly(expected, within(1e-14));
    }
    assertThat(rows).allMatch(s -> s.radius() == 1 && s.separation() == 0);
  }

  @Test
  void oneSelectedTokenHasNoDistanceThatMatters() {
    assertBalls(landmarks(1, 0));
    assertBalls(landmarks(1, 1, 0));
  }

  @Test
  void twoSelectedTokensHaveTheWeightOfTheOther() {
    assertBalls(landmarks(2, 0, 0), 0.5);
    assertBalls(landmarks(2, 1, 0, 0), Math.E / (Math.E + 2), 1 / (Math.E + 2));
  }

  @Test
  void threeSelectedTokensHaveLeastMeanAndLargestDistances() {
    assertBalls(landmarks(3, 0, 0, 0), Math.sqrt(2) / 3, 2 / 3.0);
    double a = Math.E / (Math.E + 3);
    double b = 1 / (Math.E + 3);
    assertBalls(landmarks(3, 1, 0, 0, 0), Math.sqrt(2) * b, 2 * b, a - b, Math.hypot(a, b), a + b);
  }

  /** Each refutes the upper bound by 11 % or more, without a sample. */
  @Test
  void theFirstLandmarksRefuteTheUpperBoundAtAGlance() {
    List<Claim<SphericalRow>> claims =
        Stream.of("theorem-2-upper-positive", "theorem-2-upper-positive-separated")
            .map(SphericalRowsTests::named)
            .toList();
    List<SphericalRow> strong = new SphericalRows().landmarks().limit(3).toList();
    double[] ratios = {1.154, 1.130, 1.111};
    for (int i = 0; i < ratios.length; i++) {
      for (Claim<SphericalRow> claim : claims) {
        Evaluation evaluation = claim.evaluatePrecisely(strong.get(i));
        assertThat(evaluation.doubt()).isZero();
        assertThat(evaluation.outcome()).isEqualTo(Outcome.VIOLATED);
        assertThat(evaluation.ratio()).isGreaterThan(ratios[i]);
        assertThat(Certificate.of(claim, strong.get(i))).isPresent();
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Claim<SphericalRow> named(String id) {
    return (Claim<SphericalRow>) Catalogue.named(id).orElseThrow();
  }

  @Test
  void thereAreNoOtherLandmarks() {
    assertThat(new SphericalRows().landmarks()).hasSize(5 + 7 * (1 + 1 + 6 + 11 + 11 + 26));
  }

  @Test
  void drawsEverySizeMostlyWithAtMostThreeSelected() {
    List<SphericalRow> drawn = Samples.of(new SphericalRows());
    assertAllFrom(1, 32, drawn, SphericalRow::tokens);
    List<SphericalRow> ofSix = those(drawn, s -> s.tokens() == 6);
    assertAllFrom(1, 6, ofSix, SphericalRow::selected);
    assertShare(ofSix, 0.9 / 3 + 0.1 / 6, s -> s.selected() == 3);
    assertShare(ofSix, 0.1 / 2, s -> s.selected() > 3);
    assertShare(those(drawn, s -> s.tokens() == 2), 0.5, s -> s.selected() == 2);
    assertShare(drawn, 0.5, s -> s.row().temperature() == 1);
  }

  @Test
  void radiiAreOneInHalfOfTheDraws() {
    List<SphericalRow> drawn = Samples.of(new SphericalRows());
    assertShare(drawn, 0.5, s -> s.radius() == 1);
    assertLogUniform(1e-3, 1e3, those(drawn, s -> s.radius() != 1), SphericalRow::radius);
  }

  @Test
  void separationsAreZeroInHalfOfTheDrawsElseBelowTheRadiusTimesTheRootOfTwo() {
    List<SphericalRow> drawn = Samples.of(new SphericalRows());
    assertShare(drawn, 0.5, s -> s.separation() == 0);
    List<SphericalRow> separate = those(drawn, s -> s.separation() > 0);
    assertThat(separate).allMatch(s -> s.separation() < 1.4140001 * s.radius());
    assertShare(separate, 0.5, s -> s.separation() < 0.707 * s.radius());
    assertShare(separate, 0.1, s -> s.separation() > 0.9 * 1.414 * s.radius());
  }

  @Test
  void dimensionsAreUpToEightInMostDrawsAndAtMostSixtyFour() {
    List<SphericalRow> drawn = Samples.of(new SphericalRows());
    assertShare(drawn, 0.5 * (1 + Math.log(8.5) / Math.log(64)), s -> s.dimension() <= 8);
    assertShare(drawn, 0.5 * (0.125 + Math.log(1.5) / Math.log(64)), s -> s.dimension() == 1);
    assertThat(drawn).allMatch(s -> s.dimension() <= 64);
    assertThat(drawn).anyMatch(s -> s.dimension() == 64);
  }

  private static double ball(SphericalRow row) {
    return row.ball() / row.radius();
  }

  @Test
  void ballsOfOneSelectedTokenAreOfAnySize() {
    List<SphericalRow> single = those(Samples.of(new SphericalRows()), s -> s.selected() == 1);
    assertLogUniform(1e-3, 10, single, SphericalRowsTests::ball);
  }

  /** Two selected tokens of weight one half, by how far the ball is from the one distance. */
  private static List<Double> offsets() {
    return those(
            Samples.of(new SphericalRows()),
            s -> s.tokens() == 2 && s.selected() == 2 && s.row().logits()[0] == s.row().logits()[1])
        .stream()
        .map(s -> ball(s) / 0.5 - 1)
        .toList();
  }

  @Test
  void threeBallsInFourAreAtADistanceThatMattersUpToAnOffsetOfAnyOrder() {
    List<Double> offsets = offsets();
    assertShare(offsets, 0.75 * 6 / 9, x -> Math.abs(x) < 1e-3);
    assertShare(offsets, 0.75 * 3 / 9, x -> Math.abs(x) < 1e-6);
    assertThat(offsets).allMatch(x -> x > -1 && x < 19.0000001);
    assertShare(offsets, 0.25 * 0.25, x -> x > 1.01);
  }

  @Test
  void ballsNearADistanceAreOnBothSidesOfIt() {
    List<Double> near = those(offsets(), x -> Math.abs(x) < 1e-3);
    assertShare(near, 0.5, x -> x < 0);
  }

  @Test
  void everyDistanceIsTaken() {
    List<SphericalRow> triples =
        those(
            Samples.of(new SphericalRows()),
            s ->
                s.tokens() == 3
                    && s.selected() == 3
                    && Arrays.stream(s.row().logits()).distinct().count() == 1);
    double[] distances = {Math.sqrt(2) / 3, 2 / 3.0};
    IntStream.range(0, 2)
        .forEach(
            i ->
                assertShare(
                    triples, 0.75 / 2 * 5 / 9, s -> Math.abs(ball(s) / distances[i] - 1) < 1e-4));
  }

  @Test
  void noBallIsOfASizeThatUnderflows() {
    assertThat(Samples.of(new SphericalRows())).allMatch(s -> ball(s) > 0.999e-300);
  }
}
