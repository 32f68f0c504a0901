package org.attentionlimits.theory.search.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.attentionlimits.theory.attention.LogitRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffortTests {

  /** A row of n tokens has n + 1 numbers. */
  @ParameterizedTest
  @CsvSource({"1, 1", "5, 1", "8, 2.25", "11, 4", "17, 9", "59, 100"})
  void growsAsTheSquareOfTheNumbersBeyondSix(int tokens, double effort) {
    assertThat(Effort.of(new LogitRow(1, new double[tokens]))).isEqualTo(effort);
  }
}
