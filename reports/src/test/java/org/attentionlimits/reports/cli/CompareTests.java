package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
  void aRecordingIsComparedWithItsModel() {
    String cache = directory.resolve("cache").toString();
    Run run = Run.of("compare", recording, "--model", model, "--device", "cpu", "--cache", cache);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("against model (2 layers", "on cpu here: largest difference of a weight");
  }
}
