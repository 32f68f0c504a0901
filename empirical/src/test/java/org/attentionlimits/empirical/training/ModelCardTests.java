package org.attentionlimits.empirical.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.attentionlimits.empirical.model.Gpt2Config;
import org.attentionlimits.empirical.text.Text;
import org.attentionlimits.empirical.training.TrainingOptions.Stage;
import org.junit.jupiter.api.Test;

class ModelCardTests {

  private static String card(int layers, int heads, int steps, int positions) {
    byte[] text = "All happy families are alike. ".repeat(4).getBytes(StandardCharsets.UTF_8);
    TrainingData data = new TrainingData("title", "licence", new Text("text", text));
    TrainingOptions options =
        new TrainingOptions(1, List.of(new Stage(steps, 8, false)), 8, 1e-2f, steps, 1f, 0.05f);
    Gpt2Config config = new Gpt2Config(256, positions, 8, layers, heads, 1e-5);
    return new ModelCard("model", data, config, options, 1.5).toMarkdown();
  }

  @Test
  void oneOfAKindIsOne() {
    assertThat(card(1, 1, 1, 5))
        .contains("GPT-2: 1 layer of 1 head of dimension 8", "- 1 step on windows of 8 bytes")
        .contains("after 1 step of linear rise", "over 1 adjacent window of 5 bytes")
        .doesNotContainPattern("\\b1 [a-z]+( [a-z]+)?s\\b");
  }

  @Test
  void severalAreMany() {
    assertThat(card(2, 4, 3, 2))
        .contains("GPT-2: 2 layers of 4 heads of dimension 2", "- 3 steps on windows of 8 bytes")
        .contains("after 3 steps of linear rise", "over 2 adjacent windows of 2 bytes");
  }
}
