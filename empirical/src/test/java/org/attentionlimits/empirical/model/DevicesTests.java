package org.attentionlimits.empirical.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.attentionlimits.empirical.recording.AttentionDifference;
import org.attentionlimits.empirical.recording.RecordedAttention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices by name; and, where there is a GPU, that it computes what the CPU does. */
class DevicesTests {

  @TempDir private Path directory;

  @Test
  void theCpuIsAlwaysThere() {
    assertThat(Devices.named("cpu")).isEqualTo(Device.cpu());
    assertThat(Devices.description(Device.cpu())).matches("PyTorch [\\d.]+, cpu, float32");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tpu", "GPU", "gpu:", "gpu:-1", "gpu:x", "gpu0", "cpu:0", "gpu:1234"})
  void otherNamesAreRefused(String name) {
    assertThatThrownBy(() -> Devices.named(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("device must be cpu, gpu, gpu:K or auto: " + name);
  }

  @Test
  void gpusThatAreNotThereAreToldInOneLine() {
    assertThatThrownBy(() -> Devices.named("gpu:999"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("device gpu:999: ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void autoIsTheCpuWhereThereIsNoGpu() {
    assumeThat(Engine.getInstance().getGpuCount()).as("there is a GPU").isZero();

    assertThat(Devices.named("auto")).isEqualTo(Device.cpu());
    assertThat(Devices.fallback("auto"))
        .hasValue(
            "device auto: this machine has no CUDA GPU, or no CUDA runtime (libcudart) is found;"
                + " models run on the CPU");
    assertThat(Devices.fallback("cpu")).isEmpty();
    assertThatThrownBy(() -> Devices.named("gpu"))
        .hasMessage(
            "device gpu: this machine has no CUDA GPU, or no CUDA runtime (libcudart) is found");
  }

  @Test
  void aGpuComputesWhatTheCpuDoes() throws IOException {
    assumeThat(Devices.problem(0)).as("no GPU that PyTorch can use here").isEmpty();
    long[] ids = LongStream.range(0, 64).map(i -> (i * i + 7) % 50).toArray();
    Path file = directory.resolve("gpu.safetensors");
    try (Gpt2 model = Gpt2.open(new TestModel(TestModel.CONFIG, 1).write(directory))) {
      Gpt2 onGpu = model.on(Devices.named("gpu"));
      new Gpt2Attention(onGpu, "squares", ids).record(file, java.util.Map.of());
      try (RecordedAttention recorded = RecordedAttention.open(file)) {
        AttentionDifference difference =
            AttentionDifference.between(recorded, new Gpt2Attention(model, "squares", ids));

        assertThat(difference.weights()).isLessThan(1e-4);
        assertThat(Devices.description(onGpu.device())).contains("gpu:0").contains("driver");
      }
    }
  }
}
