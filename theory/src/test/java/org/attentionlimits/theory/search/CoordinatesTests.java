package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.search.measure.Blocks;
import org.attentionlimits.theory.testing.Plain;
import org.attentionlimits.theory.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesTests {

  private static final QueryKeys KEYS =
      new QueryKeys(2, new double[] {3, 0}, new double[][] {{0, -5}, {1, 4}});

  @Test
  void findsTheBlocksBetweenPositiveNumbers() {
    Blocks blocks = Blocks.of(KEYS);
    assertThat(blocks.count()).isEqualTo(2);
    assertThat(blocks.of(1)).isZero();
    assertThat(blocks.isPositive(2)).isTrue();
    assertThat(blocks.of(3)).isEqualTo(1);
    assertThat(blocks.largest(1)).isEqualTo(5);
    assertThat(blocks.positiveBeside(0)).isEqualTo(2);
    assertThat(blocks.positiveBeside(1)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void startsAtItsInstance(long seed) {
    Coordinates<QueryKeys> coordinates = new Coordinates<>(KEYS, new SplittableRandom(seed));
    assertThat(coordinates.at(coordinates.start())).contains(KEYS);
  }

  @Test
  void hasACoordinateForEachNumberAndForTheUnitOfEachBlock() {
    PerturbedRow row = new PerturbedRow(new LogitRow(1, 0, 1), new double[] {1, 0}, 3);
    assertThat(new Coordinates<>(row, new SplittableRandom(1)).dimension()).isEqualTo(6 + 2);
  }

  @Test
  void keepsTemperaturesPositive() {
    Coordinates<LogitRow> coordinates =
        new Coordinates<>(new LogitRow(3, 1, 2), new SplittableRandom(1));
    double[] point = coordinates.start();
    point[2] = -5;
    assertThat(coordinates.at(point).orElseThrow().temperature())
        .isCloseTo(3 * Math.exp(-5), within(1e-12));
  }

  @Test
  void knowsNoUnits() {
    Coordinates<LogitRow> small = new Coordinates<>(new LogitRow(1, 2, 4), new SplittableRandom(1));
    Coordinates<LogitRow> large =
        new Coordinates<>(new LogitRow(1024, 2048, 4096), new SplittableRandom(1));
    assertThat(large.start()).containsExactly(small.start());
  }

  @Test
  void givesNoInstanceBeyondTheRangeOfDoubles() {
    Coordinates<LogitRow> coordinates =
        new Coordinates<>(new LogitRow(1, 2, 4), new SplittableRandom(1));
    double[] point = coordinates.start();
    point[3] = 1e6;
    assertThat(coordinates.at(point)).isEmpty();
  }

  private static boolean isTied(Coordinates<QueryKeys> coordinates, int number) {
    double[] point = coordinates.start();
    point[2] = Math.log(3);
    return coordinates.at(point).orElseThrow().numbers()[number] != KEYS.numbers()[number];
  }

  @Test
  void givesTheNumbersOfABlockInUnitsOfItsLargest() {
    assertThat(new Coordinates<>(KEYS, new SplittableRandom(1)).start())
        .containsExactly(1, 0, 0, 0, -1, 0.2, 0.8, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theLastCoordinatesAreTheLogarithmsOfTheUnits(long seed) {
    double[] point = new Coordinates<>(KEYS, new SplittableRandom(seed)).start();
    point[7] = Math.log(2);
    point[8] = Math.log(10);
    assertThat(
            new Coordinates<>(KEYS, new SplittableRandom(seed)).at(point).orElseThrow().numbers())
        .containsExactly(new double[] {6, 0, 2, 0, -50, 10, 40}, within(1e-12));
  }

  @Test
  void everyBlockIsTiedToThePositiveNumberByHalfOfThem() {
    List<Coordinates<QueryKeys>> all = Samples.of(2000, random -> new Coordinates<>(KEYS, random));
    Samples.assertShare(all, 0.5, coordinates -> isTied(coordinates, 0));
    Samples.assertShare(all, 0.5, coordinates -> isTied(coordinates, 4));
    Samples.assertShare(all, 0.25, coordinates -> isTied(coordinates, 0) && isTied(coordinates, 4));
  }

  @Test
  void aTiedRunKeepsItsRatioToThePositiveNumber() {
    Coordinates<QueryKeys> coordinates =
        Samples.those(
                Samples.of(20, r -> new Coordinates<>(KEYS, r)), c -> isTied(c, 0) && isTied(c, 4))
            .get(0);
    double[] point = coordinates.start();
    point[2] = Math.log(3);
    point[8] = Math.log(2);
    assertThat(coordinates.at(point).orElseThrow().numbers())
        .containsExactly(new double[] {9, 0, 6, 0, -30, 6, 24}, within(1e-12));
  }

  @Test
  void aBlockOfZerosIsInUnitsOfThePositiveNumberBesideIt() {
    Coordinates<LogitRow> coordinates =
        new Coordinates<>(new LogitRow(3, 0, 0), new SplittableRandom(1));
    assertThat(coordinates.start()).containsOnly(0);
    assertThat(coordinates.at(1, -2, 0, 0)).contains(new LogitRow(3, 3, -6));
  }

  @Test
  void aBlockOfZerosAloneIsInUnitsOfOne() {
    Coordinates<Plain> coordinates =
        new Coordinates<>(Plain.of("..", 0, 0), new SplittableRandom(1));
    assertThat(coordinates.at(5, -2, 0).orElseThrow().numbers()).containsExactly(5, -2);
  }

  @Test
  void aBlockBehindThePositiveNumberIsTiedToItToo() {
    List<Double> moved =
        Samples.of(
            2000,
            random ->
                new Coordinates<>(Plain.of("+.", 4, 0), random)
                    .at(Math.log(3), 2, 0)
                    .orElseThrow()
                    .numbers()[1]);
    Samples.assertShare(moved, 0.5, x -> Math.abs(x - 24) < 1e-12);
    Samples.assertShare(moved, 0.5, x -> x == 8);
  }
}
