package org.attentionlimits.empirical.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.attentionlimits.empirical.tensor.RawSafetensors;
import org.attentionlimits.empirical.tensor.TensorFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of layers and heads in tensors' names: counted from 0, each written in one way. */
class HeadNamesTests {

  private static final float[] LOGITS = {1, 0, 2, 0};
  private static final float[] WEIGHTS = {1, 0, 0.7310586f, 0.26894143f};

  @TempDir private Path directory;

  /** A recording of heads whose tensors' names begin so. */
  private Path recording(String... heads) throws IOException {
    RawSafetensors file = new RawSafetensors();
    for (String head : heads) {
      file.floats(head + ".logits", "[2,2]", LOGITS);
      file.floats(head + ".weights", "[2,2]", WEIGHTS);
    }
    Path path = directory.resolve("file.safetensors");
    return Files.write(path, file.metadata("{\"temperature\":\"2\"}").bytes());
  }

  @ParameterizedTest
  @CsvSource({
    "layer.007.head.0",
    "layer.00.head.0",
    "layer.99999999999.head.0",
    "layer.10000000.head.0",
    "layer.-1.head.0",
    "layer.+1.head.0",
    "layer.1e3.head.0",
    "layer.0x1.head.0",
    "layer.\u0661.head.0",
    "layer..head.0",
    "layer.x.head.0",
    "layer.0.head.01",
    "layer.0.head.-1",
    "layer.0.head.99999999999",
    "layer.0.head.",
  })
  void anOddNumberIsTold(String odd) throws IOException {
    String problem =
        ": tensor "
            + odd
            + ".logits: layer and head must be numbers from 0 to 999999, without signs or leading"
            + " zeros";
    Path alone = alone(odd);
    for (Path path : List.of(alone, recording("layer.0.head.0", odd))) {
      assertThatThrownBy(() -> RecordedAttention.open(path))
          .isInstanceOf(TensorFileException.class)
          .hasMessage(path + problem);
    }
  }

  private Path alone(String head) throws IOException {
    return Files.move(recording(head), directory.resolve("alone.safetensors"));
  }

  @ParameterizedTest
  @CsvSource({
    "layer.2.head.0, '2 layers (0, 2) of 1 head, 2 tokens'",
    "layer.0.head.2, '1 layer of 2 heads, 2 tokens'",
    "layer.999999.head.0, '2 layers (0, 999999) of 1 head, 2 tokens'",
  })
  void anyHeadsMayBeLeftOut(String far, String shape) throws IOException {
    try (RecordedAttention source = RecordedAttention.open(recording("layer.0.head.0", far))) {
      assertThat(source.heads()).isEqualTo(2);
      assertThat(source.description()).endsWith(": " + shape);
    }
  }

  @Test
  void otherTensorsMayHaveAnyNames() throws IOException {
    RawSafetensors file = new RawSafetensors();
    for (String head : new String[] {"layer.0.head.0", "layer.0.head.1"}) {
      file.floats(head + ".logits", "[2,2]", LOGITS);
      file.floats(head + ".weights", "[2,2]", WEIGHTS);
    }
    file.floats("layer.007.norm", "[1]", 1f).floats("layer.x", "[1]", 1f);
    Path path = directory.resolve("file.safetensors");
    Files.write(path, file.metadata("{\"temperature\":\"2\"}").bytes());
    try (RecordedAttention source = RecordedAttention.open(path)) {
      assertThat(source.heads()).isEqualTo(2);
    }
  }
}
