package org.attentionlimits.theory.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attentionlimits.theory.testing.Samples.assertAllFrom;
import static org.attentionlimits.theory.testing.Samples.assertLogUniform;
import static org.attentionlimits.theory.testing.Samples.assertNormal;
import static org.attentionlimits.theory.testing.Samples.assertShare;
import static org.attentionlimits.theory.testing.Samples.those;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.attentionlimits.theory.testing.Samples;
import org.junit.jupiter.api.Test;

class AdversarialDrawsTests {

  private static final int COUNT = 20;
  private static final double SCALE = 10;

  private static <T> List<T> samples(Function<AdversarialDraws, T> draw) {
    return Samples.of(random -> draw.apply(new AdversarialDraws(random)));
  }

  private static List<double[]> rows() {
    return samples(draws -> draws.patterned(COUNT, SCALE));
  }

  private static boolean isTied(double... row) {
    return Arrays.stream(row).allMatch(x -> x == row[0]);
  }

  private static boolean isTwoLevel(double... row) {
    long up = Arrays.stream(row).filter(x -> x == SCALE).count();
    long down = Arrays.stream(row).filter(x -> x == 0).count();
    return up + down == COUNT && up > 1;
  }

  private static boolean isSpike(double... row) {
    return Arrays.stream(row).filter(x -> x == 0).count() == COUNT - 1
        && Arrays.stream(row).anyMatch(x -> Math.abs(x) == SCALE);
  }

  /** The range of the numbers in units of their size. */
  private static double spread(double... row) {
    double[] sorted = Arrays.stream(row).sorted().toArray();
    return (sorted[COUNT - 1] - sorted[0]) / Math.abs(row[0]);
  }

  private static boolean isNearTie(double... row) {
    return !isTied(row) && spread(row) < 2e-6;
  }

  @Test
  void drawsFromTheRandomNumbersItIsGiven() {
    SplittableRandom random = new SplittableRandom(1);
    assertThat(new AdversarialDraws(random).random()).isSameAs(random);
  }

  @Test
  void rowsHaveOneToThirtyTwoTokensMostlyAFew() {
    List<Integer> sizes = samples(AdversarialDraws::tokens);
    assertAllFrom(1, 32, sizes, n -> n);
    assertShare(sizes, 0.1 * 26 / 32, n -> n > 6);
    assertShare(sizes, 0.9 / 6 + 0.1 / 32, n -> n == 1);
    assertShare(sizes, 0.9 / 6 + 0.1 / 32, n -> n == 6);
  }

  @Test
  void logUniformNumbersAreAsOftenInEveryDecade() {
    assertLogUniform(1e-2, 1e3, samples(draws -> draws.logUniform(1e-2, 1e3)), x -> x);
  }

  @Test
  void temperaturesAreOneInHalfOfTheDraws() {
    List<Double> temperatures = samples(AdversarialDraws::temperature);
    assertShare(temperatures, 0.5, t -> t == 1);
    assertLogUniform(1e-3, 1e3, those(temperatures, t -> t != 1), t -> t);
  }

  @Test
  void normalNumbersHaveTheirScale() {
    assertThat(new AdversarialDraws(new SplittableRandom(1)).normal(3, 1))
        .hasSize(3)
        .doesNotHaveDuplicates();
    assertNormal(7, samples(draws -> draws.normal(1, 7)[0]));
  }

  @Test
  void filledRowsHoldOneNumber() {
    assertThat(AdversarialDraws.filled(3, -2)).containsExactly(-2, -2, -2);
    assertThat(AdversarialDraws.filled(0, 1)).isEmpty();
  }

  @Test
  void everyPatternIsAsOftenAsAnother() {
    List<double[]> rows = rows();
    assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(COUNT));
    assertShare(rows, 1 / 6.0, AdversarialDrawsTests::isTwoLevel);
    assertShare(rows, 1 / 6.0, Samples::isLadder);
    assertShare(rows, 1 / 6.0, AdversarialDrawsTests::isSpike);
    assertShare(rows, 2 / 6.0, row -> isTied(row) || isNearTie(row));
    assertShare(
        rows,
        1 / 6.0,
        row ->
            Arrays.stream(row).distinct().count() == 20
                && spread(row) > 1e-3
                && !Samples.isLadder(row));
  }

  @Test
  void laddersRiseFromZeroToJustBelowTheScale() {
    double[] expected = IntStream.range(0, COUNT).mapToDouble(i -> i * 0.5).toArray();
    assertThat(those(rows(), Samples::isLadder))
        .allSatisfy(row -> assertThat(row).isEqualTo(expected));
  }

  @Test
  void tiesAreOfNormalNumbers() {
    assertNormal(
        SCALE, those(rows(), AdversarialDrawsTests::isTied).stream().map(row -> row[0]).toList());
  }

  @Test
  void normalRowsHaveTheScale() {
    List<double[]> rows = those(rows(), row -> spread(row) > 1e-3);
    List<double[]> normal = those(rows, row -> Arrays.stream(row).noneMatch(x -> x == 0));
    assertNormal(SCALE, normal.stream().flatMapToDouble(Arrays::stream).boxed().toList());
  }

  @Test
  void aTokenOfTwoLevelsIsAsOftenUpAsDown() {
    List<double[]> rows = those(rows(), AdversarialDrawsTests::isTwoLevel);
    assertShare(rows, 0.5, row -> row[0] > 0);
    assertShare(rows, 0.5, row -> row[COUNT - 1] > 0);
  }

  @Test
  void spikesAreAtAnyPlaceAndOfEitherSign() {
    List<double[]> rows = those(rows(), AdversarialDrawsTests::isSpike);
    assertShare(rows, 0.5, row -> Arrays.stream(row).sum() > 0);
    assertAllFrom(
        0,
        COUNT - 1,
        rows,
        row -> IntStream.range(0, COUNT).filter(i -> row[i] != 0).findFirst().orElseThrow());
  }

  @Test
  void nearTiesDifferByTheRoundingUnitUpToAMillionth() {
    List<double[]> rows = those(rows(), AdversarialDrawsTests::isNearTie);
    assertShare(rows, 1 / 9.5, row -> spread(row) > 9e-8);
    assertShare(rows, 1 / 1.9, row -> spread(row) > 9e-12);
    assertThat(rows).anySatisfy(row -> assertThat(spread(row)).isLessThan(1e-15));
    assertNormal(SCALE, rows.stream().map(row -> row[0]).toList());
  }

  @Test
  void theNumbersOfANearTieFillItsWidth() {
    List<double[]> wide = those(rows(), row -> isNearTie(row) && spread(row) > 1e-10);
    assertThat(wide)
        .allSatisfy(row -> assertThat(Arrays.stream(row).distinct().count()).isGreaterThan(15));
  }
}
