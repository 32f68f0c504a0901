package org.attentionlimits.empirical.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings with vectors: the two layouts, what is written, what is refused, what is compared. */
class RecordedHeadsTests {

  /** Two tokens of dimension 4, T = 2: q_1·k_0 = 2, q_1·k_1 = 0. */
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

  private RecordedAttention open(RawSafetensors file) throws IOException {
    Path path = directory.resolve("two.safetensors");
    Files.write(path, file.bytes());
    return RecordedAttention.open(path);
  }

  private RawSafetensors stacked() {
    RawSafetensors file = new RawSafetensors();
    arrays.forEach(
        (kind, values) ->
            file.floats(kind, values.length == 4 ? "[1,1,2,2]" : "[1,1,2,4]", values));
    return file;
  }

  private RawSafetensors byHead() {
    RawSafetensors file = new RawSafetensors();
    for (int head = 0; head < 2; head++) {
      String prefix = "layer.0.head." + head + ".";
      arrays.forEach(
          (kind, values) ->
              file.floats(prefix + kind, values.length == 4 ? "[2,2]" : "[2,4]", values));
    }
    return file;
  }

  private void assertRefused(RawSafetensors file, String problem) {
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(TensorFileException.class)
        .hasMessage(directory.resolve("two.safetensors") + ": " + problem);
  }

  @Test
  void bothLayoutsGiveTheSameHeads() throws IOException {
    List<HeadAttention> heads = new ArrayList<>();
    try (RecordedAttention source = open(stacked())) {
      assertThat(source.hasVectors()).isTrue();
      assertThat(source.temperature()).isEqualTo(2);
      assertThat(source.ids()).isEmpty();
      source.forEachHead(heads::add);
    }
    try (RecordedAttention source = open(byHead())) {
      assertThat(source.heads()).isEqualTo(2);
      assertThat(source.description())
          .isEqualTo("a model, recorded in two.safetensors: 1 layer of 2 heads, 2 tokens");
      source.forEachHead(heads::add);
    }
    assertThat(heads).hasSize(3);
    for (HeadAttention head : heads) {
      assertThat(head.dimension()).isEqualTo(4);
      assertThat(head.visibleLogits(1)).containsExactly(2, 0);
      assertThat(head.visibleValues(1)[1]).containsExactly(5, 6, 7, 8);
      assertThat(head.queryKeys(1).tokens()).isEqualTo(2);
    }
  }

  @Test
  void headsWithoutVectorsAreRead() throws IOException {
    List.of("query", "key", "value").forEach(arrays::remove);
    try (RecordedAttention source = open(byHead().metadata("{\"temperature\":\"2\"}"))) {
      assertThat(source.hasVectors()).isFalse();
      assertThatThrownBy(() -> source.head(1, 0))
          .hasMessage("two.safetensors has no layer 1, head 0: 1 layer of 2 heads, 2 tokens");
    }
  }

  @Test
  void sixteenBitWeightsMayDifferByTheirRounding() throws IOException {
    RawSafetensors file =
        new RawSafetensors()
            .metadata("{\"temperature\":\"2\"}")
            .floats("logits", "[1,1,2,2]", LOGITS)
            .halves(
                "weights",
                "BF16",
                "[1,1,2,2]",
                (short) 0x3f80,
                (short) 0,
                (short) 0x3f3b,
                (short) 0x3e8a);
    try (RecordedAttention source = open(file)) {
      assertThat(source.weightError()).isBetween(1e-4, 2e-3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"query", "key", "value"})
  void vectorsComeTogether(String missing) {
    arrays.remove(missing);

    assertRefused(stacked(), "tensor is missing: " + missing);
    assertRefused(byHead(), "tensor is missing: layer.0.head.0." + missing);
  }

  @Test
  void manyHeadsAreRead() throws IOException {
    int heads = 1_000_000;
    float[] weights = new float[heads];
    Arrays.fill(weights, 1);
    RawSafetensors file =
        new RawSafetensors()
            .floats("logits", "[1000,1000,1,1]", new float[heads])
            .floats("weights", "[1000,1000,1,1]", weights);
    try (RecordedAttention source = open(file)) {
      assertThat(source.heads()).isEqualTo(heads);
      assertThat(source.head(999, 999).weights()).containsExactly(1);
    }
  }

  @Test
  void aTensorLargerThanAPieceIsReadWhole() throws IOException {
    float[] values = new float[300_001];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    RawSafetensors raw = new RawSafetensors().floats("x", "[300001]", values);
    Path path = Files.write(directory.resolve("x.safetensors"), raw.bytes());
    try (Safetensors file = Safetensors.open(path)) {
      assertThat(file.floats("x")).containsExactly(values);
      assertThat(file.floats("x", 299_999, 2)).containsExactly(299_999, 300_000);
    }
  }

  @Test
  void aFileThatIsCutOffWhileItIsReadIsTold() throws IOException {
    RawSafetensors raw = new RawSafetensors().floats("x", "[4]", 1, 2, 3, 4);
    Path path = Files.write(directory.resolve("x.safetensors"), raw.bytes());
    try (Safetensors file = Safetensors.open(path)) {
      Files.write(path, new byte[10]);

      assertThatThrownBy(() -> file.floats("x"))
          .isInstanceOf(TensorFileException.class)
          .hasMessage(path + ": was cut off while it was read");
    }
  }

  @Test
  void headsMissingAreNamed() {
    assertRefused(
        byHead().floats("layer.2.head.0.logits", "[2,2]", LOGITS),
        "tensor is missing: layer.1.head.0.logits"
            + "; layers and heads are numbered from 0, and layer.2.head.0.logits is there");
    assertRefused(
        new RawSafetensors().floats("layer.999999.head.999999.logits", "[2,2]", LOGITS),
        "tensor is missing: layer.0.head.0.logits"
            + "; layers and heads are numbered from 0, and layer.999999.head.999999.logits is"
            + " there");
    assertRefused(
        new RawSafetensors().floats("layer.0.head.0.weights", "[2,2]", WEIGHTS),
        "tensor is missing: layer.0.head.0.logits"
            + "; layers and heads are numbered from 0, and layer.0.head.0.weights is there");
  }

  @Test
  void logitsMustBeProducts() {
    float[] scaled = arrays.get("query");
    scaled[4] = 1;

    assertRefused(stacked(), "logit of layer 0, head 0, query 1, key 0 must be q·k, 1.0: 2.0");
  }

  @ParameterizedTest
  @CsvSource({
    "query, 'logit of layer 0, head 0, query 1, key 0 must be q·k, NaN: 2.0'",
    "key, 'logit of layer 0, head 0, query 1, key 1 must be q·k, NaN: 0.0'",
    "value, 'value of layer 0, head 0, query 1 must be finite: NaN'",
  })
  void vectorsMustBeFinite(String kind, String problem) {
    arrays.get(kind)[5] = Float.NaN;

    assertRefused(stacked(), problem);
  }

  @Test
  void shapesAndTypesAreChecked() {
    assertRefused(
        new RawSafetensors()
            .floats("layer.0.head.0.logits", "[4]", LOGITS)
            .floats("layer.0.head.0.weights", "[4]", WEIGHTS),
        "tensor logits: shape must be [layers, heads, L, L]: [1, 1, 4]");
    assertRefused(
        new RawSafetensors().floats("layer.0.head.0.logits", "[1,4]", LOGITS),
        "tensor layer.0.head.0.logits: shape must be [4, 4]: [1, 4]");
    assertRefused(
        new RawSafetensors()
            .floats("logits", "[1,1,2,2]", LOGITS)
            .floats("weights", "[1,1,2,2]", WEIGHTS)
            .floats("value", "[]", 1),
        "tensor value: shape must end with [L, d]: []");
    assertRefused(
        new RawSafetensors().longs("logits", "[1,1,2,2]", 1, 2, 3, 4),
        "tensor logits: dtype must be F32, F16 or BF16: I64");
    assertRefused(
        stacked().longs("input_ids", "[3]", 1, 2, 3), "tensor input_ids: shape must be [2]: [3]");
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
    arrays.get("logits")[2] = 2.00001f;
    arrays.get("weights")[2] += 1e-6f;
    arrays.get("value")[3] = 4.25f;
    Path after = write("y.safetensors");
    try (RecordedAttention one = RecordedAttention.open(before);
        RecordedAttention other = RecordedAttention.open(after)) {
      AttentionDifference difference = AttentionDifference.between(one, other);

      assertThat(difference.logits()).isBetween(0.9e-5, 1.1e-5);
      assertThat(difference.weights()).isBetween(0.9e-6, 1.1e-6);
      assertThat(difference.vectors()).isEqualTo(0.25);
      assertThat(difference)
          .hasToString(
              "largest difference of a weight 1.0e-06 (layer 0, head 0, query 1, key 0), of a logit"
                  + " 1.0e-05 (layer 0, head 0, query 1, key 0), of a query, key or value component"
                  + " 0.25");
    }
  }

  @Test
  void onlyLikeIsCompared() throws IOException {
    try (RecordedAttention one = RecordedAttention.open(write("x.safetensors"));
        RecordedAttention other = open(stacked())) {
      assertThatThrownBy(() -> AttentionDifference.between(one, other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("number of heads of two.safetensors must be 2: 1");
    }
  }
}
