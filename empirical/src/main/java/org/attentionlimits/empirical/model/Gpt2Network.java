package org.attentionlimits.empirical.model;

import static org.attentionlimits.empirical.model.Gpt2Layout.inBlock;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.norm.LayerNorm;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * GPT-2's forward computation, one definition for inference and training: pre-normalised blocks of
 * causal softmax attention at temperature √d_head and a feed-forward network with the tanh form of
 * GELU, and an output matrix tied to the token embedding (Radford et al., 2019).
 *
 * <p>Parameters come from a function of their name, so that they may be resident or read as they
 * are needed. No operation takes a Java number as operand: the engine would wrap it in memory that
 * a recorded graph does not keep alive. The constants are arrays of the manager given, which must
 * be open until backward propagation is done.
 *
 * <p>Dimensions: B sequences, L tokens, D width, H heads, d = D/H, V vocabulary.
 */
public final class Gpt2Network {

  private final Gpt2Config config;
  private final NDArray inverseTemperature;
  private final NDArray causalMask;
  private final NDArray half;
  private final NDArray one;
  private final NDArray cubic;
  private final NDArray geluScale;

  /**
   * The network for sequences of one length.
   *
   * @param length L, from 1 to the configuration's positions
   * @param manager owner of the constants
   */
  public Gpt2Network(Gpt2Config config, int length, NDManager manager) {
    if (length < 1 || length > config.positions()) {
      throw new IllegalArgumentException(
          "length must be from 1 to " + config.positions() + ": " + length);
    }
    this.config = config;
    this.inverseTemperature = manager.create((float) (1 / config.temperature()));
    this.half = manager.create(0.5f);
    this.one = manager.create(1f);
    this.cubic = manager.create(0.044715f);
    this.geluScale = manager.create((float) Math.sqrt(2 / Math.PI));
    this.causalMask = manager.create(causalMask(length), new Shape(length, length));
  }

  private static float[] causalMask(int length) {
    float[] mask = new float[length * length];
    for (int query = 0; query < length; query++) {
      Arrays.fill(mask, query * length + query + 1, (query + 1) * length, Float.NEGATIVE_INFINITY);
    }
    return mask;
  }

  /** Sum of token and position embeddings, [B, L, D], of ids and positions [B, L]. */
  public NDArray embed(NDArray ids, NDArray positions, Function<String, NDArray> parameters) {
    return lookUp(ids, parameters.apply(Gpt2Layout.TOKENS))
        .add(lookUp(positions, parameters.apply(Gpt2Layout.POSITIONS)));
  }

  private static NDArray lookUp(NDArray indices, NDArray table) {
    return Embedding.embedding(indices, table, SparseFormat.DENSE).singletonOrThrow();
  }

  /**
   * One block, [B, L, D] to [B, L, D].
   *
   * @param capture shown what the attention computed
   */
  public NDArray block(
      int layer,
      NDArray x,
      Function<String, NDArray> parameters,
      Consumer<LayerAttention> capture) {
    NDArray attended = attend(layer, x, parameters, capture);
    NDArray residual = x.add(attended);
    NDArray normalised = normalise(residual, inBlock(layer, Gpt2Layout.NORM_2), parameters);
    NDArray hidden = gelu(linear(normalised, inBlock(layer, Gpt2Layout.HIDDEN_IN), parameters));
    return residual.add(linear(hidden, inBlock(layer, Gpt2Layout.HIDDEN_OUT), parameters));
  }

  private NDArray attend(
      int layer,
      NDArray x,
      Function<String, NDArray> parameters,
      Consumer<LayerAttention> capture) {
    NDArray normalised = normalise(x, inBlock(layer, Gpt2Layout.NORM_1), parameters);
    NDArray projected = linear(normalised, inBlock(layer, Gpt2Layout.QKV), parameters);
    NDList parts = projected.split(3, 2);
    NDArray query = splitHeads(parts.get(0));
    NDArray key = splitHeads(parts.get(1));
    NDArray value = splitHeads(parts.get(2));
    NDArray logits = query.matMul(key.transpose(0, 1, 3, 2));
    NDArray weights = logits.mul(inverseTemperature).add(causalMask).softmax(-1);
    capture.accept(new LayerAttention(layer, x, query, key, value, logits, weights));
    NDArray contexts = mergeHeads(weights.matMul(value));
    return linear(contexts, inBlock(layer, Gpt2Layout.ATTENTION_OUT), parameters);
  }

  private NDArray splitHeads(NDArray x) {
    Shape shape = x.getShape();
    return x.reshape(shape.get(0), shape.get(1), config.heads(), config.headWidth())
        .transpose(0, 2, 1, 3);
  }

  private NDArray mergeHeads(NDArray x) {
    Shape shape = x.getShape();
    return x.transpose(0, 2, 1, 3).reshape(shape.get(0), shape.get(2), config.width());
  }

  /** Logits of the next token, [B, L, V]. */
  public NDArray predict(NDArray x, Function<String, NDArray> parameters) {
    NDArray normalised = normalise(x, Gpt2Layout.FINAL_NORM, parameters);
    return normalised.matMul(parameters.apply(Gpt2Layout.TOKENS).transpose());
  }

  private NDArray normalise(NDArray x, String name, Function<String, NDArray> parameters) {
    return LayerNorm.layerNorm(
            x,
            new Shape(config.width()),
            parameters.apply(name + ".weight"),
            parameters.apply(name + ".bias"),
            (float) config.epsilon())
        .singletonOrThrow();
  }

  private static NDArray linear(NDArray x, String name, Function<String, NDArray> parameters) {
    return x.matMul(parameters.apply(name + ".weight")).add(parameters.apply(name + ".bias"));
  }

  /** {@code x/2 · (1 + tanh(√(2/π)(x + 0.044715x³)))}. */
  private NDArray gelu(NDArray x) {
    NDArray cube = x.mul(x).mul(x).mul(cubic);
    return x.mul(half).mul(x.add(cube).mul(geluScale).tanh().add(one));
  }
}
