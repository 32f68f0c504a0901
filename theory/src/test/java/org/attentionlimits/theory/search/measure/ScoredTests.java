package org.attentionlimits.theory.search.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.attentionlimits.theory.search.measure.Scored.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoredTests {

  @ParameterizedTest
  @CsvSource({
    "0, BELOW",
    "0.99999999, BELOW",
    "1, ATTAINED",
    "1.00000001, ABOVE",
    "Infinity, ABOVE"
  })
  void aRatioLiesBelowAtOrAboveOne(double ratio, Level level) {
    assertThat(new Scored<>("", ratio).level()).isEqualTo(level);
  }

  @Test
  void theLastRatiosThatMayBeRoundedOnesAreAttained() {
    double most = 1 + Scored.SAME;
    double least = 1 - Scored.SAME;

    assertThat(new Scored<>("", most).level()).isEqualTo(Level.ATTAINED);
    assertThat(new Scored<>("", Math.nextUp(most)).level()).isEqualTo(Level.ABOVE);
    assertThat(new Scored<>("", least).level()).isEqualTo(Level.ATTAINED);
    assertThat(new Scored<>("", Math.nextDown(least)).level()).isEqualTo(Level.BELOW);
  }

  @ParameterizedTest
  @CsvSource({"0.5", "1", "2"})
  void theRatioOfASampleIsTooVagueForALevel(double ratio) {
    assertThat(new Scored<>("", ratio, true).level()).isEqualTo(Level.SAMPLED);
  }

  @Test
  void aClimbBeginsWhereTheRatioIsKnownWithoutASample() {
    assertThat(new Scored<>("", 0).isClimbable()).isTrue();
    assertThat(new Scored<>("", 2).isClimbable()).isTrue();
    assertThat(new Scored<>("", -1).isClimbable()).isFalse();
    assertThat(new Scored<>("", 2, true).isClimbable()).isFalse();
  }
}
