package org.attentionlimits.empirical.recording.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What queries see, one by one. */
class SightTests {

  @Test
  void aCausalQuerySeesItsPrefix() {
    Sight sight = Sight.whole(3, 3).causal();

    assertThat(sight.visible(0)).containsExactly(0);
    assertThat(sight.visible(2)).containsExactly(0, 1, 2);
    assertThat(sight.isPrefix()).isTrue();
    assertThat(sight.pairs()).isEqualTo(6);
  }

  @Test
  void aDecodingStepSeesWhatCameBefore() {
    Sight sight = Sight.whole(2, 7).from(4).causal();

    assertThat(sight.visible(0)).containsExactly(0, 1, 2, 3, 4);
    assertThat(sight.visible(1)).hasSize(6);
    assertThatThrownBy(() -> Sight.whole(2, 7).from(6))
        .hasMessage("query_start must be from 0 to 5: 6");
  }

  @Test
  void aWindowEndsWithTheQueryOrLiesAroundIt() {
    Sight around = Sight.whole(5, 5).within(2);

    assertThat(around.visible(2)).containsExactly(1, 2, 3);
    assertThat(around.causal().visible(2)).containsExactly(1, 2);
    assertThat(around.isPrefix()).isFalse();
  }

  @Test
  void aMaskHidesKeys() {
    Sight sight = Sight.whole(3, 3).causal().with(false, true, true);

    assertThat(sight.visible(0)).isEmpty();
    assertThat(sight.visible(2)).containsExactly(1, 2);
    assertThat(sight.queriesSeeing(0)).isEqualTo(1);
    assertThat(Sight.whole(2, 2).with(true, false, false, true).visible(1)).containsExactly(1);
    assertThatThrownBy(() -> sight.with(true)).hasMessage("mask must have 3 or 3 × 3: 1");
  }
}
