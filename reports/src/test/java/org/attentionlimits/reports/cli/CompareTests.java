package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.attentionlimits.empirical.model.Gpt2Config;
import org.attentionlimits.reports.testing.ByteModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTests {

  @TempDir private Path directory;

  private String model;
  private String recording;

  @BeforeEach
  void record() throws IOException {
    model = ByteModels.model(directory.resolve("model")).toString();
    recording = directory.resolve("recording.safetensors").toString();
    Run run = Run.of("record", "--model", model, "--tokens", "8", "--output", recording);
    assertThat(run.code()).as(run.err()).isZero();
  }

  @Test
  void aRecordingIsEqualToItself() {
    Run run = Run.of("compare", recording, recording);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("against model, recorded in", "of a weight 0.0 (", "value component 0.0");
  }

  @Test
  void layersAndHeadsThatDifferAreToldAsTheyAreCounted() throws IOException {
    Gpt2Config config = new Gpt2Config(256, 32, 16, 1, 4, 1e-5);
    Path other = ByteModels.model(directory.resolve("other"), config);
    Run run = Run.of("compare", recording, "--model", other.toString());

    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "attention-limits compare: other must have 2 layers of 2 heads: 1 layer of 4 heads");
  }

  @Test
  void manyNamesAreInspected() throws IOException {
    int tensors = 100_000;
    StringBuilder header = new StringBuilder("{");
    for (int i = 0; i < tensors; i++) {
      header
          .append(i == 0 ? "" : ",")
          .append("\"n")
          .append(i)
          .append("\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}");
    }
    byte[] json = header.append('}').toString().getBytes(StandardCharsets.UTF_8);
    Path file = directory.resolve("many.safetensors");
    Files.write(
        file,
        ByteBuffer.allocate(Long.BYTES + json.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(json.length)
            .put(json)
            .array());
    Run run = Run.of("inspect", file.toString());

    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(run.out().lines()).hasSize(tensors + 1);
    assertThat(run.err()).contains("not recorded attention: ").hasLineCount(1);
  }

  @Test
  void aRecordingIsComparedWithItsModel() {
    String cache = directory.resolve("cache").toString();
    Run run = Run.of("compare", recording, "--model", model, "--device", "cpu", "--cache", cache);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("against model (2 layers", "on cpu here: largest difference of a weight");
  }
}
