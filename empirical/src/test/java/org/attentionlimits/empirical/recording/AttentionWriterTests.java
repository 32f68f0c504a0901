package org.attentionlimits.empirical.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.attentionlimits.empirical.tensor.HeadAttention;
import org.attentionlimits.empirical.tensor.RawSafetensors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings that are written are read back, and compared with others. */
class AttentionWriterTests {

  private static final float[] QUERY = {1, 0, 0, 0, 2, 0, 0, 0};
  private static final float[] KEY = {1, 0, 0, 0, 0, 1, 0, 0};
  private static final float[] VALUE = {1, 2, 3, 4, 5, 6, 7, 8};
  private static final float[] LOGITS = {1, 0, 2, 0};
  private static final float[] WEIGHTS = {1, 0, 0.7310586f, 0.26894143f};

  @TempDir private Path directory;

  private final Map<String, float[]> arrays = new LinkedHashMap<>();

  @BeforeEach
  void collect() {
    arrays.put("logits", LOGITS.clone());
    arrays.put("weights", WEIGHTS.clone());
    arrays.put("query", QUERY.clone());
    arrays.put("key", KEY.clone());
    arrays.put("value", VALUE.clone());
  }

  private HeadAttention head(int index) {
    return new HeadAttention(0, index, 2, 2, arrays.get("logits"), arrays.get("weights"))
        .withVectors(4, arrays.get("query"), arrays.get("key"), arrays.get("value"));
  }

  private AttentionWriter writer(String file) throws IOException {
    return new AttentionWriter(
        directory.resolve(file),
        1,
        2,
        4,
        2,
        new long[] {7, 9},
        Map.of("model", "m", "source", "s"));
  }

  private Path write(String file) throws IOException {
    try (AttentionWriter writer = writer(file)) {
      writer.write(head(0));
      writer.write(head(1));
      writer.finish();
    }
    return directory.resolve(file);
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    try (RecordedAttention source = RecordedAttention.open(write("x.safetensors"))) {
      assertThat(source.description())
          .isEqualTo("m, recorded in x.safetensors from s: 1 layer of 2 heads, 2 tokens");
      assertThat(source.ids()).hasValue(new long[] {7, 9});
      assertThat(source.head(0, 1).value()).containsExactly(VALUE);
      assertThat(source.head(0, 1).query()).containsExactly(QUERY);
      assertThat(source.head(0, 1).key()).containsExactly(KEY);
    }
    assertThat(write("y.safetensors")).hasSameBinaryContentAs(directory.resolve("x.safetensors"));
    assertThat(directory).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void unfinishedFilesLeaveNothing() throws IOException {
    try (AttentionWriter writer = writer("x.safetensors")) {
      writer.write(head(0));
      assertThatThrownBy(writer::finish)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("tensor is missing: layer.0.head.1.logits");
    }
    try (AttentionWriter writer = writer("x.safetensors")) {
      assertThatThrownBy(() -> writer.write(head(1)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("layer.0.head.0.logits");
    }
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void differencesAreFoundWhereTheyAre() throws IOException {
    Path before = write("x.safetensors");
    arrays.get("logits")[2] = 2.000001f;
    arrays.get("query")[4] = 2.000001f;
    arrays.get("weights")[2] += 1e-7f;
    arrays.get("value")[3] = 4.25f;
    Path after = write("y.safetensors");
    try (RecordedAttention one = RecordedAttention.open(before);
        RecordedAttention other = RecordedAttention.open(after)) {
      AttentionDifference difference = AttentionDifference.between(one, other);

      assertThat(difference.logits()).isBetween(0.9e-6, 1.1e-6);
      assertThat(difference.weights()).isBetween(0.9e-7, 1.3e-7);
      assertThat(difference.vectors()).isEqualTo(0.25);
      assertThat(difference)
          .hasToString(
              "largest difference of a weight 1.2e-07 (layer 0, head 0, query 1, key 0), of a logit"
                  + " 9.5e-07 (layer 0, head 0, query 1, key 0), of a query, key or value component"
                  + " 0.25");
    }
  }

  @Test
  void onlyLikeIsCompared() throws IOException {
    try (RecordedAttention one = RecordedAttention.open(write("x.safetensors"));
        RecordedAttention other = one(directory)) {
      assertThatThrownBy(() -> AttentionDifference.between(one, other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("two.safetensors must have 1 layer of 2 heads: 1 layer of 1 head");
    }
  }

  /** One head of the same tokens. */
  private RecordedAttention one(Path folder) throws IOException {
    RawSafetensors file =
        new RawSafetensors()
            .metadata("{\"temperature\":\"2\"}")
            .floats("logits", "[1,1,2,2]", LOGITS)
            .floats("weights", "[1,1,2,2]", WEIGHTS);
    Path path = Files.write(folder.resolve("two.safetensors"), file.bytes());
    return RecordedAttention.open(path);
  }
}
