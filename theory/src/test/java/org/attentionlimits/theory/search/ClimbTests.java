package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.random.Draws;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClimbTests {

  /** Largest, at one, where the first logit is three temperatures above the second. */
  private static double score(LogitRow row) {
    double gap = (row.logits()[0] - row.logits()[1]) / row.temperature() - 3;
    return 1 / (1 + gap * gap);
  }

  private static double best(Climb climb, int evaluations, AtomicInteger calls) {
    double[] best = {0};
    climb.<LogitRow>from(
        new Coordinates<>(new LogitRow(1e-6, 1e-6, 0), new SplittableRandom(1)),
        row -> {
          calls.incrementAndGet();
          double score = score(row);
          best[0] = Math.max(best[0], score);
          return score;
        },
        0.3,
        evaluations,
        7);
    return best[0];
  }

  @ParameterizedTest
  @EnumSource
  void climbsToTheTopWhateverTheScale(Climb climb) {
    assertThat(best(climb, 400, new AtomicInteger())).isGreaterThan(0.999);
  }

  @ParameterizedTest
  @EnumSource
  void keepsItsEvaluations(Climb climb) {
    AtomicInteger calls = new AtomicInteger();
    best(climb, 50, calls);
    assertThat(calls.get()).isBetween(5, 50);
  }

  @ParameterizedTest
  @EnumSource
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void endsWhereTheScoreGrowsByManyOrdersOfMagnitude(Climb climb) {
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      LogitRow start = new LogitRow(1, 0, 0, random.nextDouble());
      AtomicInteger calls = new AtomicInteger();

      climb.<LogitRow>from(
          new Coordinates<>(start, new SplittableRandom(seed)),
          row -> {
            calls.incrementAndGet();
            double gap = row.logits()[0] - row.logits()[1];
            return Math.exp(Math.min(700, gap / row.temperature()));
          },
          0.01 + random.nextDouble(),
          40,
          seed);

      assertThat(calls.get()).isBetween(5, 40);
    }
  }

  @ParameterizedTest
  @CsvSource({"CMA_ES, 40", "SIMPLEX, 12", "LINES, 40"})
  void suitsSeveralDimensionsUpToItsMost(Climb climb, int most) {
    assertThat(climb.suits(1)).isFalse();
    assertThat(climb.suits(2)).isTrue();
    assertThat(climb.suits(most)).isTrue();
    assertThat(climb.suits(most + 1)).isFalse();
  }

  /** The rows that are tried, in this order, if one of the first is scored higher or not. */
  private static List<LogitRow> tried(int logits, boolean higher) {
    List<LogitRow> rows = new ArrayList<>();
    Climb.CMA_ES.<LogitRow>from(
        new Coordinates<>(new LogitRow(1, Draws.filled(logits, 1)), new SplittableRandom(1)),
        row -> {
          rows.add(row);
          return higher && rows.size() == 3 ? 1000 : rows.size();
        },
        0.3,
        60,
        7);
    return rows;
  }

  /** What a row scored bears upon no row before the next generation; the start is in none. */
  @ParameterizedTest
  @CsvSource({"2, 8", "8, 10", "18, 12"})
  void theLogarithmOfTheDimensionsDecidesHowManyAreAGeneration(int logits, int population) {
    List<LogitRow> rows = tried(logits, false);
    List<LogitRow> others = tried(logits, true);
    int same = 0;
    while (rows.get(same).equals(others.get(same))) {
      same++;
    }
    assertThat(same).isEqualTo(1 + population);
  }

  @ParameterizedTest
  @EnumSource
  void climbsTheSameWithTheSameSeed(Climb climb) {
    assertThat(best(climb, 60, new AtomicInteger()))
        .isEqualTo(best(climb, 60, new AtomicInteger()));
  }
}
