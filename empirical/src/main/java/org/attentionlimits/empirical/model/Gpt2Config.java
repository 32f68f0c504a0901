package org.attentionlimits.empirical.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.attentionlimits.empirical.tensor.StrictJson;
import org.attentionlimits.empirical.tensor.TensorFileException;

/**
 * The shape of a GPT-2 model, as in Hugging Face's {@code config.json}.
 *
 * @param vocabulary number of token ids ({@code vocab_size})
 * @param positions longest sequence ({@code n_positions})
 * @param width dimension of the residual stream ({@code n_embd})
 * @param layers number of blocks ({@code n_layer})
 * @param heads attention heads per block ({@code n_head}); divides the width
 * @param epsilon added to the variance in layer normalisation ({@code layer_norm_epsilon})
 */
public record Gpt2Config(
    int vocabulary, int positions, int width, int layers, int heads, double epsilon) {

  private static final double DEFAULT_EPSILON = 1e-5;

  /** Far beyond every model there is, and small enough that sizes are exact. */
  private static final int LARGEST = 1 << 24;

  private static final int MOST_LAYERS = 10_000;

  /** Rejects dimensions out of their range and a width that the heads do not divide. */
  public Gpt2Config {
    requireRange("vocab_size", vocabulary, LARGEST);
    requireRange("n_positions", positions, LARGEST);
    requireRange("n_embd", width, LARGEST);
    requireRange("n_layer", layers, MOST_LAYERS);
    requireRange("n_head", heads, LARGEST);
    if (width % heads != 0) {
      throw new IllegalArgumentException(
          "n_embd must be a multiple of n_head: " + width + " and " + heads);
    }
    if (!(epsilon > 0 && epsilon < 1)) {
      throw new IllegalArgumentException("layer_norm_epsilon must be in (0, 1): " + epsilon);
    }
  }

  private static void requireRange(String name, int value, int most) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be positive: " + value);
    }
    if (value > most) {
      throw new IllegalArgumentException(name + " must be at most " + most + ": " + value);
    }
  }

  /** Dimension of a head's queries, keys and values. */
  public int headWidth() {
    return width / heads;
  }

  /** Width of the hidden layer of the feed-forward network. */
  public int hidden() {
    return 4 * width;
  }

  /** Softmax temperature of the attention, √{@link #headWidth()}. */
  public double temperature() {
    return Math.sqrt(headWidth());
  }

  /**
   * Reads a {@code config.json}.
   *
   * @param source what to call it in messages
   * @throws TensorFileException if it is not JSON, or not the configuration of a GPT-2 whose
   *     attention is the softmax of q·k/√d_head
   */
  public static Gpt2Config parse(String source, String json) throws TensorFileException {
    return of(source, StrictJson.parse(source, "", json.getBytes(StandardCharsets.UTF_8)));
  }

  static Gpt2Config of(String source, JsonNode root) throws TensorFileException {
    requireText(source, root, "model_type", "missing", "gpt2");
    requireText(source, root, "activation_function", "gelu_new", "gelu_new", "gelu_pytorch_tanh");
    requireTruth(source, root, "scale_attn_weights", true);
    requireTruth(source, root, "scale_attn_by_inverse_layer_idx", false);
    requireTruth(source, root, "add_cross_attention", false);
    int width = integer(source, root, "n_embd");
    requireInner(source, root.path("n_inner"), width);
    try {
      return new Gpt2Config(
          integer(source, root, "vocab_size"),
          integer(source, root, "n_positions"),
          width,
          integer(source, root, "n_layer"),
          integer(source, root, "n_head"),
          epsilon(source, root));
    } catch (IllegalArgumentException e) {
      throw new TensorFileException(source, e.getMessage());
    }
  }

  /**
   * A field with one of some texts.
   *
   * @param absent what it is where it is left out
   * @param expected names of the same thing
   */
  private static void requireText(
      String source, JsonNode root, String field, String absent, String... expected)
      throws TensorFileException {
    JsonNode node = root.path(field);
    if (!node.isTextual() && !node.isMissingNode()) {
      throw new TensorFileException(source, field + " must be text: " + node);
    }
    String found = node.isMissingNode() ? absent : node.textValue();
    if (!List.of(expected).contains(found)) {
      String names = String.join(" or ", expected);
      throw new TensorFileException(source, field + " must be " + names + ": " + found);
    }
  }

  /** A field that may be left out, where it is as expected. */
  private static void requireTruth(String source, JsonNode root, String field, boolean expected)
      throws TensorFileException {
    JsonNode node = root.path(field);
    boolean asExpected = node.isBoolean() && node.booleanValue() == expected;
    if (!node.isMissingNode() && !asExpected) {
      throw new TensorFileException(source, field + " must be " + expected + ": " + node);
    }
  }

  /** The width of the feed-forward network may be left out, or be {@code null}. */
  private static void requireInner(String source, JsonNode node, int width)
      throws TensorFileException {
    boolean usual =
        node.isIntegralNumber() && node.canConvertToLong() && node.longValue() == 4L * width;
    if (!node.isMissingNode() && !node.isNull() && !usual) {
      throw new TensorFileException(source, "n_inner must be 4·n_embd: " + node);
    }
  }

  private static int integer(String source, JsonNode root, String field)
      throws TensorFileException {
    JsonNode node = root.path(field);
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw new TensorFileException(
          source, field + " must be an integer: " + (node.isMissingNode() ? "missing" : node));
    }
    return node.intValue();
  }

  private static double epsilon(String source, JsonNode root) throws TensorFileException {
    JsonNode node = root.path("layer_norm_epsilon");
    if (!node.isMissingNode() && !node.isNumber()) {
      throw new TensorFileException(source, "layer_norm_epsilon must be a number: " + node);
    }
    return node.asDouble(DEFAULT_EPSILON);
  }

  /** The configuration as a {@code config.json} that Hugging Face's transformers reads. */
  public String toJson() {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.putArray("architectures").add("GPT2LMHeadModel");
    root.put("model_type", "gpt2");
    root.put("activation_function", "gelu_new");
    root.put("vocab_size", vocabulary);
    root.put("n_positions", positions);
    root.put("n_ctx", positions);
    root.put("n_embd", width);
    root.put("n_layer", layers);
    root.put("n_head", heads);
    root.put("layer_norm_epsilon", epsilon);
    root.put("scale_attn_weights", true);
    root.put("tie_word_embeddings", true);
    root.put("torch_dtype", "float32");
    return root.toPrettyString() + "\n";
  }
}
