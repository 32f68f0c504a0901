package org.attentionlimits.empirical.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.attentionlimits.empirical.model.Gpt2;
import org.attentionlimits.empirical.model.Gpt2Config;
import org.attentionlimits.empirical.tensor.Safetensors;
import org.attentionlimits.empirical.text.Text;
import org.attentionlimits.empirical.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training lowers the loss, is reproducible, and keeps the last twentieth of the text apart. */
class Gpt2TrainerTests {

  private static final Gpt2Config TINY = new Gpt2Config(256, 32, 16, 1, 2, 1e-5);

  @TempDir private Path directory;

  private static TrainingOptions options(long seed) {
    return new TrainingOptions(
        seed,
        List.of(new TrainingOptions.Stage(20, 16, true), new TrainingOptions.Stage(10, 32, false)),
        256,
        1e-2f,
        5,
        1f,
        0.05f);
  }

  private static TrainingData data(Text text) {
    return new TrainingData("The Winter Road", "Apache-2.0", text);
  }

  private static Map<String, float[]> trained(byte[] text, long seed) {
    try (Gpt2Trainer trainer = new Gpt2Trainer(TINY, text, options(seed))) {
      trainer.train((step, loss) -> {});
      return trainer.weights();
    }
  }

  /** The text with bytes from an index on replaced. */
  private static byte[] changedFrom(int index) throws IOException {
    byte[] bytes = Texts.winterRoad().bytes();
    Arrays.fill(bytes, index, bytes.length, (byte) 'x');
    return bytes;
  }

  @Test
  void lossFallsAndTheModelIsStoredWithItsCard() throws IOException {
    Text text = Texts.winterRoad();
    Path target = directory.resolve("tiny");
    List<Double> losses = new ArrayList<>();
    ModelCard card =
        ModelTraining.run(
            data(text), TINY, options(1), target, (step, steps, loss) -> losses.add(loss));

    assertThat(losses).hasSize(30);
    assertThat(losses.get(0)).isCloseTo(Math.log(256), Offset.offset(0.1));
    assertThat(losses.get(29)).isLessThan(4.5);
    assertThat(card.validationLoss()).isLessThan(4.5);
    try (Gpt2 model = Gpt2.open(target)) {
      assertThat(model.config()).isEqualTo(TINY);
      assertThat(model.name()).isEqualTo("tiny");
      assertThat(ValidationLoss.of(model, text))
          .isCloseTo(card.validationLoss(), Offset.offset(1e-5));
      byte[] otherBeginning = text.bytes();
      Arrays.fill(otherBeginning, 0, Gpt2Trainer.trainingBytes(otherBeginning.length), (byte) 'x');
      assertThat(ValidationLoss.of(model, new Text("changed", otherBeginning)))
          .isEqualTo(ValidationLoss.of(model, text));
    }
    assertStored(target, text, card);
  }

  private void assertStored(Path target, Text text, ModelCard card) throws IOException {
    String loss = String.format("%.4f", card.validationLoss());
    assertThat(Files.readString(target.resolve("model-card.md"), StandardCharsets.UTF_8))
        .isEqualTo(card.toMarkdown())
        .contains("The Winter Road: 10835 bytes, sha256 `" + text.sha256() + "`")
        .contains("The first 10294 bytes were trained on.")
        .contains("Loss " + loss + " nats per byte on the last 5 % of the text (541 bytes)")
        .contains("over 16 adjacent windows of 32 bytes")
        .contains("- 20 steps on windows of 16 bytes, at random offsets of the positions");
    try (Safetensors file = Safetensors.open(target.resolve("model.safetensors"))) {
      assertThat(file.metadata())
          .containsEntry("format", "pt")
          .containsEntry("steps", "30")
          .containsEntry("seed", "1")
          .containsEntry("validation_loss_nats_per_byte", loss)
          .containsEntry("data", "The Winter Road, sha256 " + text.sha256());
    }
    assertThat(directory).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aSeedGivesTheSameWeightsWhateverTheValidationText() throws IOException {
    byte[] text = Texts.winterRoad().bytes();
    int split = Gpt2Trainer.trainingBytes(text.length);
    Map<String, float[]> weights = trained(text, 7);

    assertThat(split).isEqualTo(10294);
    assertSame(trained(changedFrom(split), 7), weights);
    assertThat(trained(text, 8).get("wte.weight")).isNotEqualTo(weights.get("wte.weight"));
    assertThat(trained(changedFrom(split - 600), 7).get("wte.weight"))
        .isNotEqualTo(weights.get("wte.weight"));
  }

  private static void assertSame(Map<String, float[]> found, Map<String, float[]> expected) {
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    found.forEach((name, values) -> assertThat(values).as(name).isEqualTo(expected.get(name)));
  }

  @Test
  void aDirectoryThatHoldsSomethingIsRefusedBeforeTraining() throws IOException {
    Files.writeString(directory.resolve("precious"), "");

    assertThatThrownBy(
            () ->
                ModelTraining.run(
                    data(Texts.winterRoad()),
                    TINY,
                    options(1),
                    directory,
                    (step, steps, loss) -> {
                      throw new AssertionError("trained");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage(directory + ": must be a new or an empty directory");
  }

  @Test
  void badArgumentsAreNamed() {
    assertThatThrownBy(() -> new Gpt2Trainer(TINY, new byte[1279], options(1)))
        .hasMessage("text must have at least 1280 bytes: 1279");
    assertThatThrownBy(
            () -> new Gpt2Trainer(new Gpt2Config(50, 32, 16, 1, 2, 1e-5), new byte[0], options(1)))
        .hasMessage("vocab_size of a byte-level model must be 256: 50");
    assertThatThrownBy(
            () -> ValidationLoss.of(Gpt2.random(TINY, 1), new Text("short", new byte[600])))
        .hasMessage("last 5 % of the text must have at least 33 bytes: 30");
  }
}
