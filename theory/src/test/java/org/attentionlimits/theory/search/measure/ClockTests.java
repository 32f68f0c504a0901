package org.attentionlimits.theory.search.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClockTests {

  @Test
  void aLimitInThePastIsReached() {
    Clock clock = new Clock(Duration.ofSeconds(-1));

    assertThat(clock.isUp()).isTrue();
    assertThat(clock.isUp()).isTrue();
    assertThat(clock.wasUp()).isTrue();
  }

  @Test
  void aLimitFarAwayIsNotReached() {
    Clock clock = new Clock(Duration.ofHours(1));

    assertThat(clock.isUp()).isFalse();
    assertThat(clock.wasUp()).isFalse();
  }

  @Test
  void theLongestLimitIsNotReachedAndTheLeastOneIs() {
    assertThat(new Clock(Duration.ofSeconds(Long.MAX_VALUE)).isUp()).isFalse();
    assertThat(new Clock(Duration.ofSeconds(Long.MIN_VALUE)).isUp()).isTrue();
  }

  @Test
  void whatNobodyAskedForWasNotReached() {
    assertThat(new Clock(Duration.ofSeconds(-1)).wasUp()).isFalse();
  }
}
