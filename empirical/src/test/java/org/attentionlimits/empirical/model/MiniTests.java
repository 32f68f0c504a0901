package org.attentionlimits.empirical.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import org.attentionlimits.empirical.text.Text;
import org.attentionlimits.empirical.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The embedded model is one that has learnt, and its card speaks of it. */
class MiniTests {

  @BeforeEach
  void requireWeights() {
    assumeThat(Gpt2.class.getResource("mini/model.safetensors"))
        .as("this build embeds no model")
        .isNotNull();
  }

  @Test
  void predictsUnseenProseFarBetterThanChance() throws IOException {
    Text text = Texts.winterRoad();
    try (Gpt2 mini = Gpt2.mini()) {
      double loss = mini.meanLoss(text.byteTokens(mini.config().positions() + 1));

      assertThat(loss).isBetween(1.0, 2.6);
      assertThat(mini.config()).isEqualTo(new Gpt2Config(256, 1024, 128, 4, 4, 1e-5));
    }
  }

  @Test
  void weightsAreTheSoftmaxOfTheLogits() throws IOException {
    try (Gpt2 mini = Gpt2.mini()) {
      long[] ids = Texts.winterRoad().byteTokens(256);
      Gpt2Attention source = new Gpt2Attention(mini, "the-winter-road.txt", ids);
      source.forEachHead(head -> assertThat(head.temperature()).isEqualTo(Math.sqrt(32)));

      assertThat(source.weightError()).isLessThan(1e-5);
      assertThat(source.description())
          .isEqualTo(
              "mini (4 layers of 4 heads, width 128, 1024 positions, 256 token ids) on"
                  + " the-winter-road.txt, 256 tokens");
    }
  }

  @Test
  void hasACard() throws IOException {
    assertThat(Gpt2.miniCard())
        .contains("sha256")
        .contains("nats per byte")
        .contains("4 layers of 4 heads of dimension 32");
  }
}
