package org.attentionlimits.theory.search.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.testing.Plain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunsTests {

  /** The numbers 1, 2, 3, ... of these kinds. */
  private static Runs counting(String kinds) {
    return Runs.of(
        Plain.of(kinds, IntStream.rangeClosed(1, kinds.length()).asDoubleStream().toArray()));
  }

  /** A letter for each number: + for a positive one, else the index of its run. */
  private static String text(Runs runs, int numbers) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < numbers; i++) {
      text.append(runs.isPositive(i) ? "+" : runs.of(i));
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "., 0, 1",
    "+, +, 0",
    "..., 000, 1",
    ".+., 0+1, 2",
    "+..+, +00+, 1",
    "..++..+., 00++11+2, 3",
    "++, ++, 0"
  })
  void aRunEndsAtANumberThatMustBePositive(String kinds, String runs, int count) {
    assertThat(text(counting(kinds), kinds.length())).isEqualTo(runs);
    assertThat(counting(kinds).count()).isEqualTo(count);
  }

  @Test
  void numbersThatMustBePositiveAreOfNoRun() {
    assertThat(counting(".+").of(1)).isEqualTo(-1);
  }

  @Test
  void theLogitsAreARunAndTheTemperatureIsPositive() {
    Runs runs = Runs.of(new LogitRow(2, 3, -4, 0));

    assertThat(text(runs, 4)).isEqualTo("000+");
    assertThat(runs.count()).isEqualTo(1);
  }

  @Test
  void theTemperatureIsBetweenTheQueryAndTheKeys() {
    QueryKeys instance = new QueryKeys(2, new double[] {1, 2}, new double[][] {{3, 4}});

    assertThat(text(Runs.of(instance), 5)).isEqualTo("00+11");
  }

  @Test
  void negativeNumbersAndZerosNeedNotBePositive() {
    assertThat(text(Runs.of(Plain.of("..+", -1, 0, 1)), 3)).isEqualTo("00+");
  }

  @Test
  void onlyTheSignOfPositiveNumbersIsTried() {
    Plain instance = Plain.of("...+", -1, 0, 1, 1);
    assertThat(Runs.of(instance).count()).isEqualTo(1);
    assertThat(instance.asked()).isEqualTo(2);
  }

  @Test
  void theLargestMagnitudeIsThatOfTheRunAlone() {
    Runs runs = Runs.of(Plain.of("..+...", 3, -4, 100, 5, 7, -6));

    assertThat(runs.largest(0)).isEqualTo(4);
    assertThat(runs.largest(1)).isEqualTo(7);
    assertThat(Runs.of(Plain.of(".+", 0, 9)).largest(0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "., 0, -1",
    ".+, 0, 1",
    "..++, 0, 2",
    "+.+, 0, 2",
    "+., 0, 0",
    "++..., 0, 1",
    ".+.+, 0, 1",
    ".+.+, 1, 3",
    ".+., 1, 1",
    ".++., 1, 2"
  })
  void thePositiveNumberBesideARunFollowsItOrElseComesLastBeforeIt(
      String kinds, int run, int expected) {
    assertThat(counting(kinds).positiveBeside(run)).isEqualTo(expected);
  }

  @Test
  void buildsWhatIsAdmissible() {
    LogitRow row = new LogitRow(1, 2, 3);

    assertThat(Runs.build(row, 5, 6, 7)).contains(new LogitRow(7, 5, 6));
    assertThat(Runs.build(row, 5, 6, 0)).isEmpty();
    assertThat(Runs.build(row, 5, 6)).isEmpty();
  }

  @Test
  void buildsNothingOfNumbersThatAreNotFiniteAndDoesNotAskForIt() {
    Plain instance = Plain.of("..", 1, 2);

    assertThat(Runs.build(instance, 1, Double.NaN)).isEmpty();
    assertThat(Runs.build(instance, Double.NEGATIVE_INFINITY, 1)).isEmpty();
    assertThat(instance.asked()).isZero();
    assertThat(Runs.build(instance, 3, 4)).contains(Plain.of("..", 3, 4));
    assertThat(instance.asked()).isEqualTo(1);
  }
}
