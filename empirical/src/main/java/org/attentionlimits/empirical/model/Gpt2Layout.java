package org.attentionlimits.empirical.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names and shapes of a GPT-2's parameters in Hugging Face's layout. Matrices are stored input
 * dimension first, so that a row vector x maps to x·W + b.
 */
public final class Gpt2Layout {

  /** Token embedding, [vocabulary, width]; also the output matrix, transposed. */
  public static final String TOKENS = "wte.weight";

  /** Position embedding, [positions, width]. */
  public static final String POSITIONS = "wpe.weight";

  /** Final layer normalisation; its parameters are {@code .weight} and {@code .bias}, [width]. */
  public static final String FINAL_NORM = "ln_f";

  /** Layer normalisation before attention. */
  static final String NORM_1 = "ln_1";

  /** Layer normalisation before the feed-forward network. */
  static final String NORM_2 = "ln_2";

  /** Query, key and value projections side by side, [width, 3·width]. */
  static final String QKV = "attn.c_attn";

  /** Output projection of attention, [width, width]. */
  static final String ATTENTION_OUT = "attn.c_proj";

  /** First feed-forward matrix, [width, hidden]. */
  static final String HIDDEN_IN = "mlp.c_fc";

  /** Second feed-forward matrix, [hidden, width]. */
  static final String HIDDEN_OUT = "mlp.c_proj";

  /** What the names of all blocks begin with. */
  static final String BLOCKS = "h.";

  /** What is wrong with a matrix that is stored output dimension first, and what helps. */
  static final String AS_LINEAR =
      "as torch.nn.Linear stores it; GPT-2's checkpoints hold Conv1D: transpose the weights of "
          + String.join(", ", QKV, ATTENTION_OUT, HIDDEN_IN, HIDDEN_OUT)
          + " in every layer";

  private Gpt2Layout() {}

  /** Prefix of a block's parameters. */
  static String inBlock(int layer, String part) {
    return BLOCKS + layer + "." + part;
  }

  /** Every parameter's shape by name, in storage order. */
  public static Map<String, List<Long>> shapes(Gpt2Config config) {
    long width = config.width();
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    shapes.put(TOKENS, List.of((long) config.vocabulary(), width));
    shapes.put(POSITIONS, List.of((long) config.positions(), width));
    for (int layer = 0; layer < config.layers(); layer++) {
      norm(shapes, inBlock(layer, NORM_1), width);
      linear(shapes, inBlock(layer, QKV), width, 3 * width);
      linear(shapes, inBlock(layer, ATTENTION_OUT), width, width);
      norm(shapes, inBlock(layer, NORM_2), width);
      linear(shapes, inBlock(layer, HIDDEN_IN), width, config.hidden());
      linear(shapes, inBlock(layer, HIDDEN_OUT), config.hidden(), width);
    }
    norm(shapes, FINAL_NORM, width);
    return shapes;
  }

  private static void norm(Map<String, List<Long>> shapes, String name, long width) {
    shapes.put(name + ".weight", List.of(width));
    shapes.put(name + ".bias", List.of(width));
  }

  private static void linear(Map<String, List<Long>> shapes, String name, long in, long out) {
    shapes.put(name + ".weight", List.of(in, out));
    shapes.put(name + ".bias", List.of(out));
  }
}
