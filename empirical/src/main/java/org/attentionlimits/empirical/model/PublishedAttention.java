package org.attentionlimits.empirical.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.empirical.tensor.HeadAttention;
import org.attentionlimits.empirical.tensor.TensorFileException;

/**
 * Attention that others have published of a model on a prompt: the weights of the last token's row,
 * of every head. A model that is opened with the same weights must reproduce it.
 */
public final class PublishedAttention {

  /**
   * The most that float32 computations of a weight may differ by: three orders above what they
   * differ by on CPUs and GPUs, and far below what a wrong layer or token makes of it.
   */
  static final double TOLERANCE = 1e-3;

  /** What is wrong with a model that reproduces it with transposed square matrices alone. */
  static final String AS_LINEAR =
      "the published attention is reproduced only with "
          + Gpt2Layout.ATTENTION_OUT
          + ".weight of every layer transposed, which is stored as torch.nn.Linear stores it;"
          + " GPT-2's checkpoints hold Conv1D: transpose it";

  private static final String GPT2 = "gpt2/published-attention.json";

  /** Reads what was published. */
  interface Reader {
    List<PublishedAttention> read() throws IOException;
  }

  private final String prompt;
  private final long[] ids;
  private final double[][][] weights;

  private PublishedAttention(String prompt, long[] ids, double[][][] weights) {
    this.prompt = prompt;
    this.ids = ids;
    this.weights = weights;
  }

  /**
   * GPT-2 124M on three prompts, of six or seven tokens, as published with Transformer Explainer
   * (Cho et al., 2024), to six decimals.
   */
  public static List<PublishedAttention> ofGpt2() throws IOException {
    try (InputStream in = PublishedAttention.class.getResourceAsStream(GPT2)) {
      if (in == null) {
        throw new TensorFileException(GPT2, "embedded file is missing");
      }
      return read(new ObjectMapper().readTree(in));
    }
  }

  static List<PublishedAttention> read(JsonNode root) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<PublishedAttention> all = new ArrayList<>();
    for (JsonNode one : root.path("prompts")) {
      all.add(
          new PublishedAttention(
              one.path("prompt").asText(),
              mapper.treeToValue(one.path("ids"), long[].class),
              mapper.treeToValue(one.path("weights"), double[][][].class)));
    }
    return all;
  }

  /** The text. */
  public String prompt() {
    return prompt;
  }

  /** Its token ids, [L]. */
  public long[] ids() {
    return ids.clone();
  }

  /** The published weights of a head's last row, [L]. */
  double[] weights(int layer, int head) {
    return weights[layer][head].clone();
  }

  /** {@code max |α − α'|} over all heads, the source on the same tokens. */
  public double largestDifference(AttentionSource source) throws IOException {
    double[] largest = {0};
    source.forEachHead(head -> largest[0] = Math.max(largest[0], difference(head)));
    return largest[0];
  }

  private double difference(HeadAttention head) {
    double[] published = weights[head.layer()][head.head()];
    float[] here = head.weights();
    int last = (ids.length - 1) * ids.length;
    double largest = 0;
    for (int key = 0; key < published.length; key++) {
      largest = Math.max(largest, Math.abs(published[key] - here[last + key]));
    }
    return largest;
  }

  /** Whether it may be of a model of some shape: of as many layers and heads, which has the ids. */
  boolean fits(Gpt2Config config) {
    return weights.length == config.layers()
        && weights[0].length == config.heads()
        && ids.length <= config.positions()
        && LongStream.of(ids).allMatch(id -> id < config.vocabulary());
  }

  /** The largest difference of what a model computes from what was published. */
  static double largestDifference(Gpt2 model, List<PublishedAttention> published)
      throws IOException {
    double largest = 0;
    for (PublishedAttention one : published) {
      Gpt2Attention here = new Gpt2Attention(model, one.prompt, one.ids);
      largest = Math.max(largest, one.largestDifference(here));
    }
    return largest;
  }

  /** One line: whether that difference is one of rounding. */
  static String told(double largest, List<PublishedAttention> published) {
    return String.format(
        Locale.ROOT,
        "%s published weights of %s, largest difference %.2g",
        largest <= TOLERANCE ? "reproduces the" : "DIFFERS FROM the",
        Line.counted(published.size(), "prompt"),
        largest);
  }
}
