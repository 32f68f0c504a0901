package org.attentionlimits.empirical.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings are read as they are, and checked. */
class RecordedAttentionTests {

  private static final String SHAPE = "[1, 2, 2, 2]";
  private static final String PLACE = "layer 0, head 1, query 1";

  @TempDir private Path directory;

  private final float[] logits = {5, Float.NaN, 0, 8, 1, Float.NEGATIVE_INFINITY, 16, 16};
  private final float[] weights = {1, 0, 0.26894143f, 0.7310586f, 1, 0, 0.5f, 0.5f};
  private String metadata = "{\"temperature\":\"8.0\",\"causal\":\"true\"}";

  private RecordedAttention open(RawSafetensors file) throws IOException {
    Files.write(path(), file.bytes());
    return RecordedAttention.open(path());
  }

  private Path path() {
    return directory.resolve("two.safetensors");
  }

  private RawSafetensors file() {
    return new RawSafetensors()
        .metadata(metadata)
        .longs("input_ids", "[2]", 4, 5)
        .floats("logits", SHAPE, logits)
        .floats("weights", SHAPE, weights);
  }

  private void assertRefused(RawSafetensors file, String problem) {
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(TensorFileException.class)
        .hasMessage(path() + ": " + problem);
  }

  @Test
  void headsInOrder() throws IOException {
    List<HeadAttention> heads = new ArrayList<>();
    try (RecordedAttention source = open(file())) {
      source.forEachHead(heads::add);

      assertThat(source.heads()).isEqualTo(2);
      assertThat(source.length()).isEqualTo(2);
      assertThat(source.temperature()).isEqualTo(8);
      assertThat(source.weightError()).isBetween(1e-9, 1e-7);
      assertThat(source.description())
          .isEqualTo("a model, recorded in two.safetensors: 1 layer of 2 heads, 2 tokens");
    }
    assertThat(heads).extracting(HeadAttention::head).containsExactly(0, 1);
    assertThat(heads.get(0).visibleLogits(1)).containsExactly(0, 8);
    assertThat(heads.get(1).visibleLogits(0)).containsExactly(1);
  }

  @Test
  void temperatureIsEightUnlessSaid() throws IOException {
    metadata = "{}";
    try (RecordedAttention source = open(file())) {
      assertThat(source.temperature()).isEqualTo(8);
    }
  }

  @Test
  void metadataIsChecked() {
    metadata = "{\"temperature\":\"warm\"}";
    assertRefused(file(), "metadata: temperature must be positive and finite: warm");
    for (String none : new String[] {"0x1p3", "8d", "8f", "NaN", "Infinity"}) {
      metadata = "{\"temperature\":\"" + none + "\"}";
      assertRefused(file(), "metadata: temperature must be positive and finite: " + none);
    }
    metadata = "{\"temperature\":\"-8\"}";
    assertRefused(file(), "metadata: temperature must be positive and finite: -8");
    metadata = "{\"causal\":\"false\"}";
    assertRefused(file(), "metadata: causal must be true: false");
  }

  @Test
  void shapesAreChecked() {
    RawSafetensors ids = new RawSafetensors().longs("input_ids", "[2]", 4, 5);
    assertRefused(ids, "tensor is missing: logits");
    assertRefused(
        new RawSafetensors().floats("logits", "[8]", logits),
        "tensor logits: shape must be [layers, heads, L, L]: [8]");
    assertRefused(
        new RawSafetensors().floats("logits", "[1, 2, 1, 4]", logits),
        "tensor logits: shape must be [1, 2, 4, 4]: [1, 2, 1, 4]");
    assertRefused(
        ids.floats("logits", SHAPE, logits).floats("weights", "[2, 1, 2, 2]", weights),
        "tensor weights: shape must be [1, 2, 2, 2]: [2, 1, 2, 2]");
    assertRefused(
        new RawSafetensors()
            .longs("input_ids", "[1]", 4)
            .floats("logits", SHAPE, logits)
            .floats("weights", SHAPE, weights),
        "tensor input_ids: shape must be [2]: [1]");
  }

  @Test
  void visibleLogitsMustBeFinite() {
    logits[6] = Float.POSITIVE_INFINITY;
    assertRefused(file(), "logit of " + PLACE + ", key 0 must be finite: Infinity");
  }

  @Test
  void weightsMustBeFinite() {
    weights[7] = Float.NaN;
    assertRefused(file(), "weight of " + PLACE + ", key 1 must be finite: NaN");
  }

  @Test
  void weightsMustSumToOne() {
    weights[7] = 0.50002f;
    assertRefused(file(), "weights of " + PLACE + " must sum to 1: 1.0000200271606445");
  }

  @Test
  void weightsMustBeTheSoftmaxOfTheLogits() {
    weights[6] = 0.50002f;
    weights[7] = 0.49998f;
    assertThatThrownBy(() -> open(file()))
        .hasMessageStartingWith(
            path()
                + ": weights of "
                + PLACE
                + " must be the causal softmax of logits/8.0 within 1.0E-5, differ by 2.0");
  }

  @Test
  void weightsMustBeCausal() {
    weights[4] = 0.9f;
    weights[5] = 0.1f;
    assertThatThrownBy(() -> open(file()))
        .hasMessageContaining("layer 0, head 1, query 0 must be the causal softmax");
  }
}
