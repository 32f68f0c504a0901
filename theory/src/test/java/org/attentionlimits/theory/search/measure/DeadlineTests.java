package org.attentionlimits.theory.search.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTests {

  @Test
  void aLimitInThePastIsReached() {
    Deadline clock = new Deadline(Duration.ofSeconds(-1));

    assertThat(clock.isUp()).isTrue();
    assertThat(clock.isUp()).isTrue();
    assertThat(clock.wasUp()).isTrue();
  }

  @Test
  void aLimitFarAwayIsNotReached() {
    Deadline clock = new Deadline(Duration.ofHours(1));

    assertThat(clock.isUp()).isFalse();
    assertThat(clock.wasUp()).isFalse();
  }

  @Test
  void theLongestLimitIsNotReachedAndTheLeastOneIs() {
    assertThat(new Deadline(Duration.ofSeconds(Long.MAX_VALUE)).isUp()).isFalse();
    assertThat(new Deadline(Duration.ofSeconds(Long.MIN_VALUE)).isUp()).isTrue();
  }

  @Test
  void whatNobodyAskedForWasNotReached() {
    assertThat(new Deadline(Duration.ofSeconds(-1)).wasUp()).isFalse();
  }
}
