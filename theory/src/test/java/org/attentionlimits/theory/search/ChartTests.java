package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.search.measure.Runs;
import org.attentionlimits.theory.testing.Plain;
import org.attentionlimits.theory.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTests {

  private static final QueryKeys KEYS =
      new QueryKeys(2, new double[] {3, 0}, new double[][] {{0, -5}, {1, 4}});

  @Test
  void findsTheRunsBetweenPositiveNumbers() {
    Runs runs = Runs.of(KEYS);
    assertThat(runs.count()).isEqualTo(2);
    assertThat(runs.of(1)).isZero();
    assertThat(runs.isPositive(2)).isTrue();
    assertThat(runs.of(3)).isEqualTo(1);
    assertThat(runs.largest(1)).isEqualTo(5);
    assertThat(runs.positiveBeside(0)).isEqualTo(2);
    assertThat(runs.positiveBeside(1)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void startsAtItsInstance(long seed) {
    Chart<QueryKeys> chart = new Chart<>(KEYS, new SplittableRandom(seed));
    assertThat(chart.at(chart.start())).contains(KEYS);
  }

  @Test
  void hasACoordinateForEachNumberAndForTheUnitOfEachRun() {
    PerturbedRow row = new PerturbedRow(new LogitRow(1, 0, 1), new double[] {1, 0}, 3);
    assertThat(new Chart<>(row, new SplittableRandom(1)).dimension()).isEqualTo(6 + 2);
  }

  @Test
  void keepsTemperaturesPositive() {
    Chart<LogitRow> chart = new Chart<>(new LogitRow(3, 1, 2), new SplittableRandom(1));
    double[] point = chart.start();
    point[2] = -5;
    assertThat(chart.at(point).orElseThrow().temperature())
        .isCloseTo(3 * Math.exp(-5), within(1e-12));
  }

  @Test
  void knowsNoUnits() {
    Chart<LogitRow> small = new Chart<>(new LogitRow(1, 2, 4), new SplittableRandom(1));
    Chart<LogitRow> large = new Chart<>(new LogitRow(1024, 2048, 4096), new SplittableRandom(1));
    assertThat(large.start()).containsExactly(small.start());
  }

  @Test
  void givesNoInstanceBeyondTheRangeOfDoubles() {
    Chart<LogitRow> chart = new Chart<>(new LogitRow(1, 2, 4), new SplittableRandom(1));
    double[] point = chart.start();
    point[3] = 1e6;
    assertThat(chart.at(point)).isEmpty();
  }

  private static boolean isTied(Chart<QueryKeys> chart, int number) {
    double[] point = chart.start();
    point[2] = Math.log(3);
    return chart.at(point).orElseThrow().numbers()[number] != KEYS.numbers()[number];
  }

  @Test
  void givesTheNumbersOfARunInUnitsOfItsLargest() {
    assertThat(new Chart<>(KEYS, new SplittableRandom(1)).start())
        .containsExactly(1, 0, 0, 0, -1, 0.2, 0.8, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theLastCoordinatesAreTheLogarithmsOfTheUnits(long seed) {
    double[] point = new Chart<>(KEYS, new SplittableRandom(seed)).start();
    point[7] = Math.log(2);
    point[8] = Math.log(10);
    assertThat(new Chart<>(KEYS, new SplittableRandom(seed)).at(point).orElseThrow().numbers())
        .containsExactly(new double[] {6, 0, 2, 0, -50, 10, 40}, within(1e-12));
  }

  @Test
  void everyRunIsTiedToThePositiveNumberByHalfOfTheCharts() {
    List<Chart<QueryKeys>> charts = Samples.of(2000, random -> new Chart<>(KEYS, random));
    Samples.assertShare(charts, 0.5, chart -> isTied(chart, 0));
    Samples.assertShare(charts, 0.5, chart -> isTied(chart, 4));
    Samples.assertShare(charts, 0.25, chart -> isTied(chart, 0) && isTied(chart, 4));
  }

  @Test
  void aTiedRunKeepsItsRatioToThePositiveNumber() {
    Chart<QueryKeys> chart =
        Samples.those(Samples.of(20, r -> new Chart<>(KEYS, r)), c -> isTied(c, 0) && isTied(c, 4))
            .get(0);
    double[] point = chart.start();
    point[2] = Math.log(3);
    point[8] = Math.log(2);
    assertThat(chart.at(point).orElseThrow().numbers())
        .containsExactly(new double[] {9, 0, 6, 0, -30, 6, 24}, within(1e-12));
  }

  @Test
  void aRunOfZerosIsInUnitsOfThePositiveNumberBesideIt() {
    Chart<LogitRow> chart = new Chart<>(new LogitRow(3, 0, 0), new SplittableRandom(1));
    assertThat(chart.start()).containsOnly(0);
    assertThat(chart.at(1, -2, 0, 0)).contains(new LogitRow(3, 3, -6));
  }

  @Test
  void aRunOfZerosAloneIsInUnitsOfOne() {
    Chart<Plain> chart = new Chart<>(Plain.of("..", 0, 0), new SplittableRandom(1));
    assertThat(chart.at(5, -2, 0).orElseThrow().numbers()).containsExactly(5, -2);
  }

  @Test
  void aRunBehindThePositiveNumberIsTiedToItToo() {
    List<Double> moved =
        Samples.of(
            2000,
            random ->
                new Chart<>(Plain.of("+.", 4, 0), random)
                    .at(Math.log(3), 2, 0)
                    .orElseThrow()
                    .numbers()[1]);
    Samples.assertShare(moved, 0.5, x -> Math.abs(x - 24) < 1e-12);
    Samples.assertShare(moved, 0.5, x -> x == 8);
  }
}
