package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.attention.QueryKeys;
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
}
