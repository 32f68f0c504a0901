package org.attentionlimits.empirical.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What recordings that agree show that may not be meant. */
class RemarksTests {

  private static RecordedAttention open(String name) throws IOException, URISyntaxException {
    return RecordedAttention.open(
        Path.of(RemarksTests.class.getResource(name + ".safetensors").toURI()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "window-untold-weights-only | no query has weight on a token 3 positions or more away: a"
            + " window? Tell window=3; until then these tokens count as of weight zero",
        "right-padding-untold-weights-only | no query has weight on the last 2 tokens that it sees:"
            + " padding? Tell attention_mask; until then the tokens count as of weight zero",
        "left-padding-decoding-step | no query has weight on the first 2 tokens that it sees:"
            + " padding, or a window of 3? Tell attention_mask or window; until then the tokens"
            + " count as of weight zero",
        "sink-without-weight-weights-only | rows sum to one without the sink, whose weight is zero"
            + " within rounding: leave sink out if it takes no part"
      })
  void zerosThatMayNotBeMeantAreTold(String name, String remark) throws Exception {
    try (RecordedAttention recorded = open(name)) {
      assertThat(recorded.remarks()).containsExactly(remark);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "window-of-three",
        "right-padding-with-mask",
        "nan-rows-with-mask",
        "sink-weights-only",
        "sink-far-below",
        "f16-underflow",
        "f16-long-rows",
        "one-token",
        "mask-of-zeros"
      })
  void othersHaveNone(String name) throws Exception {
    try (RecordedAttention recorded = open(name)) {
      assertThat(recorded.remarks()).isEmpty();
    }
  }

  @Test
  void aMaskThatLeavesNoTokenIsTold() throws Exception {
    try (RecordedAttention recorded = open("mask-of-zeros")) {
      assertThat(recorded.rows()).isZero();
      assertThat(recorded.checked()).isEqualTo("nothing is checked, since no query sees a token");
    }
  }
}
