package org.attentionlimits.theory.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.attentionlimits.theory.random.Scripted.draw;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.GrowingRow;
import org.attentionlimits.theory.attention.HeadGroup;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.NearTie;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.normalize.PositiveFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What instances are made of draws that are written down; {@link Scripted}. */
class PlainRowsTests {

  private static final double[] ONE = {0};
  private static final double[] EIGHT = {1, 0};

  /** Two and three tokens, a ladder of scale one, in units of the temperature. */
  private static final double[] TWO = {1, 1, 1, 0.5, 5, 1, 1, 1};

  private static final double[] THREE = {1, 2, 1, 0.5, 5, 1, 1, 1};

  /** The direction (3, −1). */
  private static final double[] DIRECTION = {1, 1, 0.5, 0, 3, -1, 1};

  private static final LogitRow ROW = new LogitRow(1, 0, 0.5);
  private static final double[][] TIED = {{3, -1}, {3, -1}};

  private static <T> T made(Function<PlainDraws, T> made, double[]... script) {
    return draw(made, Stream.of(script).flatMapToDouble(DoubleStream::of).toArray());
  }

  private static double[] then(double... script) {
    return script;
  }

  @Test
  void logitsAreInUnitsOfTheTemperatureOrAsTheyCome() {
    assertThat(PlainRowsTests.<LogitRow>made(draws -> LogitRows.plain(draws, 8), TWO))
        .isEqualTo(new LogitRow(8, 0, 4));
    assertThat(
            PlainRowsTests.<LogitRow>made(
                draws -> LogitRows.plain(draws, 8), then(1, 1, 1, 0.5, 5, 1, 1, 0)))
        .isEqualTo(new LogitRow(8, 0, 0.5));
  }

  @Test
  void oneAllOrAnyNumberOfTokensAreSelected() {
    double[] identical = {0};
    Function<PlainDraws, EmbeddedRow> embedded = EmbeddedRows::plain;
    assertThat(made(embedded, ONE, TWO, DIRECTION, identical, then(0)))
        .isEqualTo(new EmbeddedRow(ROW, TIED, 1));
    assertThat(made(embedded, ONE, TWO, DIRECTION, identical, then(1, 0)))
        .isEqualTo(new EmbeddedRow(ROW, TIED, 2));
    assertThat(made(embedded, ONE, TWO, DIRECTION, identical, then(1, 1, 1)))
        .isEqualTo(new EmbeddedRow(ROW, TIED, 2));
  }

  @Test
  void aSetIsThatOfTheSmallestWeightsOrRandom() {
    double[] identical = {0};
    LogitRow row = new LogitRow(1, 0, 1 / 3.0, 2 / 3.0);
    double[][] tied = {{3, -1}, {3, -1}, {3, -1}};
    assertThat(made(SelectedRows::plain, ONE, THREE, then(1, 1, 1), then(0), DIRECTION, identical))
        .isEqualTo(new SelectedRow(row, tied, 0, 1));
    assertThat(
            made(SelectedRows::plain, ONE, THREE, then(0), then(1, -1, 2, 1), DIRECTION, identical))
        .isEqualTo(new SelectedRow(row, tied, 1));
  }

  @Test
  void keysAreArrangedAroundTheQuery() {
    double[] query = {1, 0, 3, -1, 1};
    double[] twoKeys = {1, 1};
    assertThat(
            made(QueryKeyRows::plain, EIGHT, query, twoKeys, then(1, 2, -0.5), then(0), then(1, 1)))
        .isEqualTo(new QueryKeys(8, new double[] {3, -1}, new double[][] {{48, -16}, {-12, 4}}));
    assertThat(
            made(
                QueryKeyRows::plain,
                EIGHT,
                query,
                twoKeys,
                then(3, 1, 0),
                then(1, 1, 1),
                then(1, 0)))
        .isEqualTo(new QueryKeys(8, new double[] {3, -1}, new double[][] {{2400, -800}, {-3, 1}}));
  }

  @Test
  void axesAreGoneThroughInTurn() {
    assertThat(embeddings(THREE, 2)).isDeepEqualTo(new double[][] {{3, 0}, {0, 3}, {3, 0}});
  }

  @Test
  void clustersAreNarrow() {
    double[][] clustered = embeddings(TWO, 4, 1, 1, -2, 0, 1, -2);
    assertThat(clustered[0][0]).isCloseTo(3.3, withinPercentage(1e-12));
    assertThat(clustered[0][1]).isCloseTo(-0.8, withinPercentage(1e-12));
    assertThat(clustered[1][0] / 3 - 1).isCloseTo(1e-12, withinPercentage(0.1));
    assertThat(clustered[1][1] + 1).isCloseTo(2e-12, withinPercentage(0.1));
  }

  @Test
  void nearlyIdenticalOnesAreAFewUlpsApart() {
    double[][] expected = {{3 + 2 * Math.ulp(3.0), -1}, {3, -1 + Math.ulp(0.5)}};
    assertThat(embeddings(TWO, 5, 1, 2, 0, 0, 0, 0, 1, 1)).isDeepEqualTo(expected);
  }

  @Test
  void patternsAreDrawnForEach() {
    assertThat(embeddings(TWO, 6, -2, 3, 0.25, 1, 0.5, 5, 1, 1))
        .isDeepEqualTo(new double[][] {{0.5, 0.5}, {0, 0.25}});
  }

  private static double[][] embeddings(double[] tokens, double... arrangement) {
    double[] numbers =
        made(EmbeddedRows::plain, ONE, tokens, DIRECTION, arrangement, then(0)).numbers();
    int n = tokens == TWO ? 2 : 3;
    double[][] embeddings = new double[n][];
    for (int i = 0; i < n; i++) {
      embeddings[i] = Arrays.copyOfRange(numbers, n + 1 + 2 * i, n + 3 + 2 * i);
    }
    return embeddings;
  }

  @Test
  void functionsAreAnyOfThose() {
    assertThat(made(FunctionRows::plain, then(3), EIGHT, TWO))
        .isEqualTo(new FunctionRow(PositiveFunction.QUADRATIC, new LogitRow(8, 0, 4)));
  }

  @Test
  void stepsAreATemperatureOrFarLess() {
    LogitRow row = new LogitRow(8, 0, 4);
    double[] direction = {1, 0.5, 0, 1, 2, 1, 1};
    assertThat(made(PerturbedRows::plain, EIGHT, TWO, then(0), direction))
        .isEqualTo(new PerturbedRow(row, new double[] {1, 2}, 8));
    assertThat(made(PerturbedRows::plain, EIGHT, TWO, then(1, 1), direction))
        .isEqualTo(new PerturbedRow(row, new double[] {1, 2}, 8000));
  }

  @Test
  void stepsGoFromTheLargestLogitToTheNext() {
    LogitRow row = new LogitRow(1, 0, 1 / 3.0, 2 / 3.0);
    assertThat(made(PerturbedRows::plain, ONE, THREE, then(0), then(1, 0.5, 0, 1, 2, 3, 1, 0, 1)))
        .isEqualTo(new PerturbedRow(row, new double[] {0, 1, -1}, 1));
    assertThat(made(PerturbedRows::plain, ONE, THREE, then(0), then(1, 0.5, 3, 0, 1, 1, 0)))
        .isEqualTo(new PerturbedRow(row, new double[] {0, -1, 1}, 1));
    double[] alone = {1, 0, 1, 0.5, 5, 1, 1, 1};
    assertThat(made(PerturbedRows::plain, ONE, alone, then(0), then(1, 0.5, 0, 3, 1, 0, 0)))
        .isEqualTo(new PerturbedRow(new LogitRow(1, 0), new double[] {1}, 1));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 1", "1, -2.5, 2.5", "1, 9, 4"})
  void familiesAreOfHeightsUpToFour(int drawn, double normal, double height) {
    double[] heights = drawn == 0 ? then(0) : then(1, normal);
    GrowingRow.Arrangement arrangement = GrowingRow.Arrangement.ANTIPODAL;
    GrowingRow.Weighting weighting = GrowingRow.Weighting.GEOMETRIC;
    assertThat(made(GrowingRows::plain, then(1, 2), heights, then(0, 1)))
        .isEqualTo(GrowingRow.fixed(arrangement, weighting, height, 2));
    assertThat(made(GrowingRows::plain, then(1, 2), heights, then(1, 4)))
        .isEqualTo(GrowingRow.proportional(arrangement, weighting, height, 5 / 16.0));
  }

  @Test
  void nearTiesAreATemperatureApartOrFarLess() {
    assertThat(made(NearTies::plain, EIGHT, then(0), then(0))).isEqualTo(new NearTie(8, 8));
    double[] depths = {1, 1, 1, 0.5, 0, -1, 2, 1};
    assertThat(made(NearTies::plain, EIGHT, then(1, 1), then(1), depths))
        .isEqualTo(new NearTie(8, 8000, 8, 16));
  }

  @Test
  void headsTellApartAlmostNothingAlmostAllOrRoundShares() {
    assertThat(made(HeadGroups::plain, then(0.5), then(0), then(1), then(0, 2)))
        .isEqualTo(new HeadGroup(1e-6, 3));
    assertThat(made(HeadGroups::plain, then(0.5), then(1), then(1), then(1, 9)))
        .isEqualTo(new HeadGroup(1 - 1e-6, 10));
    assertThat(made(HeadGroups::plain, then(0.5), then(1), then(0, 0, 1, 1), then(0, 3)))
        .isEqualTo(new HeadGroup(Math.nextUp(0.8), 4));
    assertThat(made(HeadGroups::plain, then(0.5), then(1), then(0, 1, 7), then(1, 0)))
        .isEqualTo(new HeadGroup(0.7, 1));
  }

  private static SphericalRow spherical(double[]... script) {
    double[][] whole = new double[script.length + 2][];
    whole[0] = ONE;
    whole[1] = THREE;
    System.arraycopy(script, 0, whole, 2, script.length);
    return made(SphericalRows::plain, whole);
  }

  @Test
  void spheresHaveFewTokensSelectedAndFewDimensionsMostly() {
    SphericalRow few = spherical(then(1, 0), then(1, 7), then(0), then(0), then(0, 0.75));
    assertThat(few.row()).isEqualTo(new LogitRow(1, 0, 1 / 3.0, 2 / 3.0));
    assertThat(few.shape()).startsWith(3);
    assertThat(few.selected()).isEqualTo(2);
    assertThat(few.dimension()).isEqualTo(8);
    assertThat(few.radius()).isEqualTo(1);
    assertThat(few.separation()).isZero();
    assertThat(few.ball()).isEqualTo(1);

    SphericalRow many = spherical(then(0, 0), then(0, 63), then(0), then(0), then(0, 0));
    assertThat(many.selected()).isEqualTo(1);
    assertThat(many.dimension()).isEqualTo(64);
    assertThat(many.ball()).isEqualTo(1e-3);
    assertThat(spherical(then(1, 1), then(1, 0), then(0), then(0), then(0, 1)).selected())
        .isEqualTo(3);
  }

  @Test
  void separationAndBallAreInUnitsOfTheRadius() {
    double[] separated = {1, 1};
    SphericalRow scaled =
        spherical(then(1, 0), then(1, 0), then(1, 1, 1, 1), separated, then(0, 1));
    assertThat(scaled.radius()).isEqualTo(100);
    assertThat(scaled.separation())
        .isCloseTo(100 * Math.sqrt(2) * Math.pow(10, 0.1), withinPercentage(1e-12));
    assertThat(scaled.ball()).isEqualTo(1000);
    assertThat(spherical(then(1, 0), then(1, 0), then(1, 0, 1), then(0), then(0, 1)).radius())
        .isEqualTo(1e99);
    assertThat(spherical(then(1, 0), then(1, 0), then(1, 0, 0), then(0), then(0, 1)).radius())
        .isEqualTo(1e-99);
  }

  /** Of three tokens selected, without one, the weights of the two others and the share beyond. */
  @ParameterizedTest
  @CsvSource({"0, 1, 0.97", "1, 0, 0.023", "2, 1, 0.97"})
  void ballsAreBesideTheDistancesThatMatter(int which, int up, double far) {
    double[] weights = {1, Math.exp(1 / 3.0), Math.exp(2 / 3.0)};
    double sum = weights[0] + weights[1] + weights[2];
    double a = weights[1] / sum;
    double b = weights[0] / sum;
    double[] distances = {Math.abs(a - b), Math.sqrt(a * a + b * b), a + b};
    double share = up == 1 ? 1 + Math.pow(10, -0.01) : 1 - Math.pow(10, -0.01);
    double[] beside = {1, 0, which, up, 1};

    SphericalRow row = spherical(then(1, 1), then(1, 0), then(0), then(0), beside);

    assertThat(share).isCloseTo(up == 1 ? 1 + far : far, withinPercentage(2));
    assertThat(row.ball()).isCloseTo(distances[which] * share, withinPercentage(1e-9));
  }

  @Test
  void aBallIsNeverEmpty() {
    double[] alone = {1, 0, 1, 0.5, 5, 1, 1, 1};
    SphericalRow row =
        made(
            SphericalRows::plain,
            ONE,
            alone,
            then(1, 0),
            then(1, 0),
            then(0),
            then(0),
            then(1, 0, 2, 1, 1));
    assertThat(row.ball()).isEqualTo(1e-200);
  }
}
