package org.attentionlimits.empirical.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attentionlimits.empirical.tensor.HeadAttention;
import org.attentionlimits.empirical.tensor.RawSafetensors;
import org.attentionlimits.empirical.tensor.RowPart;
import org.attentionlimits.empirical.tensor.TensorFileException;
import org.attentionlimits.theory.attention.LogitRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings are read as they are, in both layouts. */
class RecordedAttentionTests {

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
      assertThat(source.temperatures()).containsExactly(2);
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
  void manyHeadsAreRead() throws IOException {
    int heads = 100_000;
    float[] weights = new float[heads];
    Arrays.fill(weights, 1);
    RawSafetensors file =
        new RawSafetensors()
            .floats("logits", "[1000,100,1,1]", new float[heads])
            .floats("weights", "[1000,100,1,1]", weights);
    try (RecordedAttention source = open(file)) {
      assertThat(source.heads()).isEqualTo(heads);
      assertThat(source.head(999, 99).weights()).containsExactly(1);
    }
  }

  @Test
  void arraysOfAHeadThatAreMissingAreNamed() {
    assertRefused(
        byHead().floats("layer.2.head.0.logits", "[2,2]", LOGITS),
        "tensor is missing: layer.2.head.0.weights");
    assertRefused(
        byHead().floats("layer.2.head.0.weights", "[2,2]", WEIGHTS),
        "tensor is missing: layer.2.head.0.logits");
    assertRefused(
        new RawSafetensors().floats("layer.999999.head.999999.logits", "[2,2]", LOGITS),
        "tensor is missing: weights; logits are there, save their softmax too: save(path,"
            + " weights=..., logits=...) of attention_limits.py");
  }

  @Test
  void eachVectorMayBeMissing() throws IOException {
    arrays.remove("value");
    try (RecordedAttention source = open(stacked())) {
      assertThat(source.hasVectors()).isFalse();
      assertThat(source.lacks(RowPart.EMBEDDINGS)).contains("value vectors");
      assertThat(source.lacks(RowPart.QUERY_KEYS)).isEmpty();
    }
    arrays.remove("key");
    try (RecordedAttention source = open(byHead())) {
      assertThat(source.lacks(RowPart.WEIGHTS)).isEmpty();
      assertThat(source.lacks(RowPart.QUERY_KEYS)).contains("query and key vectors");
    }
    arrays.remove("logits");
    try (RecordedAttention source = open(byHead())) {
      assertThat(source.lacks(RowPart.WEIGHTS)).isEmpty();
      assertThat(source.lacks(RowPart.EMBEDDINGS)).contains("value vectors");
      assertThat(source.temperatures()).containsExactly(1);
    }
  }

  @Test
  void weightsAloneGiveRowsButNoHeads() throws IOException {
    List.of("logits", "query", "key", "value").forEach(arrays::remove);
    try (RecordedAttention source = open(stacked())) {
      List<Integer> tokens = new ArrayList<>();
      source.forEachRows(head -> tokens.add(head.seenBy(1).orElseThrow().tokens()));

      assertThat(tokens).containsExactly(2);
      assertThat(source.rows()).isEqualTo(2);
      assertThat(source.weights()).isEqualTo(3);
      assertThat(source.withoutHeads()).contains("logits are not given");
      assertThat(source.recorded(0, 0).row(1).orElseThrow().weights())
          .containsExactly(WEIGHTS[2], WEIGHTS[3]);
      assertThatThrownBy(() -> source.forEachHead(head -> {}))
          .isInstanceOf(TensorFileException.class)
          .hasMessage(
              directory.resolve("two.safetensors")
                  + ": causal heads with logits are needed: logits are not given");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "query, 'logit of layer 0, head 0, query 1, key 0 must be q·k, NaN within NaN: 2.0'",
    "key, 'logit of layer 0, head 0, query 1, key 1 must be q·k, NaN within NaN: 0.0'",
    "value, 'value of key 1 must be finite: layer 0, head 0, query 1'",
  })
  void vectorsMustBeFinite(String kind, String problem) {
    arrays.get(kind)[5] = Float.NaN;

    assertThatThrownBy(() -> open(stacked())).hasMessageContaining(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x1p3", "8d", "NaN", "Infinity", "-8", "warm", "[8, [", "[]", "[8, -8]"})
  void temperaturesArePlainNumbers(String text) {
    assertRefused(
        byHead().metadata("{\"temperature\":\"" + text + "\"}"),
        "metadata: temperature must be positive and finite, a number or a list of them: " + text);
  }

  @Test
  void shapesAndTypesAreChecked() {
    assertRefused(
        new RawSafetensors().floats("weights", "[1,1,2,2]", WEIGHTS).floats("value", "[]", 1),
        "tensor value: shape must end with [L, d]: []");
    assertRefused(
        stacked().longs("input_ids", "[3]", 1, 2, 3), "tensor input_ids: shape must be [2]: [3]");
    assertRefused(stacked().floats("sink", "[1]", 1), "tensor sink: shape must be [1, 1]: [1]");
    assertRefused(
        stacked().longs("attention_mask", "[2,1]", 1, 1),
        "tensor attention_mask: shape must be [2]: [2, 1]");
  }

  @Test
  void numbersOfDoublePrecisionAreKept() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(1.0);
    ByteBuffer logit = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(0.1);
    RawSafetensors file =
        new RawSafetensors()
            .tensor("weights", "F64", "[1,1,1,1]", bytes.array())
            .tensor("logits", "F64", "[1,1,1,1]", logit.array());
    try (RecordedAttention source = open(file)) {
      assertThat(source.recorded(0, 0).row(0).orElseThrow().weighted())
          .isEqualTo(new LogitRow(8, 0.1));
      assertThat(source.withoutHeads())
          .contains("logits, weights or vectors are no float32 numbers");
    }
  }
}
