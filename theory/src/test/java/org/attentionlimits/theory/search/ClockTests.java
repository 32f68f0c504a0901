package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClockTests {

  @Test
  void aLimitInThePastIsReached() {
    Clock clock = new Clock(Duration.ofSeconds(-1));

    assertThat(clock.left()).isNegative();
    assertThat(clock.isUp()).isTrue();
    assertThat(clock.isUp()).isTrue();
    assertThat(clock.wasUp()).isTrue();
  }

  @Test
  void aLimitFarAwayIsNotReached() {
    Clock clock = new Clock(Duration.ofHours(1));

    assertThat(clock.isUp()).isFalse();
    assertThat(clock.wasUp()).isFalse();
    assertThat(clock.left()).isPositive().isLessThanOrEqualTo(Duration.ofHours(1));
  }

  @Test
  void whatNobodyAskedForWasNotReached() {
    Clock clock = new Clock(Duration.ofSeconds(-1));
    clock.left();

    assertThat(clock.wasUp()).isFalse();
  }
}
