package org.attentionlimits.empirical.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.attentionlimits.empirical.recording.AttentionDifference;
import org.attentionlimits.empirical.recording.RecordedAttention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model's rows as one device computes them beside those of another. */
class TwoDevicesTests {

  private static final long[] IDS = LongStream.range(0, 20).map(i -> (i * i + 7) % 50).toArray();

  @TempDir private Path directory;

  private Path write(String name, TestModel model) throws IOException {
    return model.write(Files.createDirectory(directory.resolve(name)));
  }

  @Test
  void bothAreSourcesAndTheFirstTellsTheLargestDifferences() throws IOException {
    try (Gpt2 model = Gpt2.open(write("tiny", new TestModel(TestModel.CONFIG, 1)))) {
      Gpt2Attention alone = new Gpt2Attention(model, "squares", IDS);

      List<Gpt2Attention> both = alone.besideThatOn(Device.cpu());

      assertThat(both).extracting(Gpt2Attention::name).containsExactly("tiny on cpu", "tiny");
      assertThat(both.get(0).description())
          .startsWith(alone.description() + "; against tiny on cpu: largest difference of a weight")
          .contains(" 0.0 (layer 0, head 0, query 0, key 0), of a logit 0.0 (");
      assertThat(both.get(1).description()).isEqualTo(alone.description());
      assertThat(both).allSatisfy(one -> assertThat(one.heads()).isEqualTo(6));
    }
  }

  @Test
  void modelsInStepDifferAsTheyDoOneAfterTheOther() throws IOException {
    TestModel changed = new TestModel(TestModel.CONFIG, 1);
    changed.parameters().get("h.1.attn.c_attn.weight")[5] += 0.25f;
    Path file = directory.resolve("one.safetensors");
    try (Gpt2 one = Gpt2.open(write("one", new TestModel(TestModel.CONFIG, 1)));
        Gpt2 other = Gpt2.open(write("other", changed))) {
      Gpt2Attention ofOne = new Gpt2Attention(one, "squares", IDS);
      Gpt2Attention ofOther = new Gpt2Attention(other, "squares", IDS);
      ofOne.record(file, Map.of());
      try (RecordedAttention recorded = RecordedAttention.open(file)) {
        AttentionDifference after = AttentionDifference.between(recorded, ofOther);

        assertThat(ofOne.difference(ofOther)).isEqualTo(after);
        assertThat(after.weights()).isPositive();
        assertThat(after.logitPlace()).doesNotStartWith("layer 0");
      }
    }
  }

  @Test
  void weightsThatAreNotFiniteAreToldOfEither() throws IOException {
    TestModel broken = new TestModel(TestModel.CONFIG, 1);
    broken.parameters().get("h.2.ln_2.weight")[5] = Float.NaN;
    try (Gpt2 good = Gpt2.open(write("good", new TestModel(TestModel.CONFIG, 1)));
        Gpt2 bad = Gpt2.open(write("bad", broken))) {
      for (Gpt2[] pair : new Gpt2[][] {{good, bad}, {bad, good}}) {
        assertThatThrownBy(() -> pair[0].captureWith(pair[1], IDS, (here, there) -> {}))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("bad/model.safetensors: tensor h.2.ln_2.weight: element 5");
      }
    }
  }

  @Test
  void aGpuIsHeldAgainstTheCpu() throws IOException {
    assumeThat(Devices.problem(0)).as("no GPU that PyTorch can use here").isEmpty();
    try (Gpt2 model = Gpt2.open(write("tiny", new TestModel(TestModel.CONFIG, 1)))) {
      Gpt2Attention onGpu = new Gpt2Attention(model.on(Devices.named("gpu")), "squares", IDS);
      Gpt2Attention onCpu = new Gpt2Attention(model, "squares", IDS);

      assertThat(onGpu.difference(onCpu).weights()).isLessThan(1e-4);
      assertThat(onGpu.besideThatOn(Device.cpu()))
          .extracting(Gpt2Attention::name)
          .containsExactly("tiny on gpu:0", "tiny");
    }
  }
}
