package org.attentionlimits.empirical.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * One forward run of a model, with one layer's weights and intermediate arrays in memory at a time.
 */
final class Gpt2Run {

  /** A part of the network: from a state and the parameters to the next state. */
  private interface Part {
    NDArray apply(NDArray state, Function<String, NDArray> parameters);
  }

  private final Gpt2Config config;
  private final Weights weights;
  private final NDManager manager;
  private final Gpt2Network network;
  private final long[] ids;

  /**
   * A run.
   *
   * @param manager owner of the results
   * @param ids token ids, [L]
   */
  Gpt2Run(Gpt2Config config, Weights weights, NDManager manager, long... ids) {
    this.config = config;
    this.weights = weights;
    this.manager = manager;
    this.network = new Gpt2Network(config, ids.length, manager);
    this.ids = ids;
  }

  /**
   * State after the last layer, [1, L, D].
   *
   * @param sink shown every layer's attention
   * @throws UncheckedIOException if a weight cannot be read or is not finite
   */
  NDArray hidden(Consumer<LayerAttention> sink) {
    NDArray x = embedded();
    for (int layer = 0; layer < config.layers(); layer++) {
      x = after(layer, x, sink);
    }
    return x;
  }

  /**
   * State before the first layer, [1, L, D].
   *
   * @throws UncheckedIOException if a weight cannot be read or is not finite
   */
  NDArray embedded() {
    NDArray tokens = manager.create(ids, new Shape(1, ids.length));
    long[] order = LongStream.range(0, ids.length).toArray();
    NDArray positions = manager.create(order, new Shape(1, ids.length));
    return next(tokens, (state, parameters) -> network.embed(state, positions, parameters));
  }

  /**
   * State after a layer, [1, L, D].
   *
   * @param before the state before it
   * @param sink shown the layer's attention
   * @throws UncheckedIOException if a weight cannot be read or is not finite
   */
  NDArray after(int layer, NDArray before, Consumer<LayerAttention> sink) {
    return next(before, (state, parameters) -> network.block(layer, state, parameters, sink));
  }

  /**
   * Logits of the token after each, [1, L, V].
   *
   * @throws UncheckedIOException if a weight cannot be read or is not finite
   */
  NDArray predictions() {
    return next(hidden(attention -> {}), network::predict);
  }

  /**
   * Runs a part of the network. An operation's result belongs to the manager of its first operand,
   * so the state is handed to a manager that is closed with all that the part read and computed;
   * only the next state is taken out.
   */
  private NDArray next(NDArray state, Part part) {
    try (NDManager scope = manager.newSubManager()) {
      state.attach(scope);
      NDArray next = part.apply(state, name -> parameter(scope, name));
      next.attach(manager);
      return next;
    }
  }

  private NDArray parameter(NDManager scope, String name) {
    try {
      long[] shape =
          Gpt2Layout.shapes(config).get(name).stream().mapToLong(Long::longValue).toArray();
      return scope.create(weights.values(name), new Shape(shape));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
