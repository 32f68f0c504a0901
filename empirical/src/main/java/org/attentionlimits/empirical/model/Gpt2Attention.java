package org.attentionlimits.empirical.model;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.attentionlimits.empirical.tensor.AttentionCheck;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.empirical.tensor.HeadAttention;

/** The attention of a model on a text. The model is run anew each time the heads are asked for. */
public final class Gpt2Attention implements AttentionSource {

  private final Gpt2 model;
  private final String text;
  private final long[] ids;
  private double weightError = Double.NaN;

  /**
   * A model on a text.
   *
   * @param model stays the caller's to close
   * @param text what to call the text
   * @param ids its tokens, [L], L from 1 to the model's positions
   */
  public Gpt2Attention(Gpt2 model, String text, long... ids) {
    this.model = model;
    this.text = text;
    this.ids = ids.clone();
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public String description() {
    return model.description() + " on " + text + ", " + ids.length + " tokens";
  }

  @Override
  public int heads() {
    return model.config().layers() * model.config().heads();
  }

  @Override
  public int length() {
    return ids.length;
  }

  @Override
  public boolean hasVectors() {
    return true;
  }

  /**
   * The largest difference that the last run showed between a weight of the model and the softmax
   * in double precision of its logits; NaN before the first run.
   */
  public double weightError() {
    return weightError;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the ids are not the model's, or too many
   */
  @Override
  public void forEachHead(Consumer<HeadAttention> sink) throws IOException {
    double[] largest = {0};
    try {
      model.capture(
          ids,
          layer -> {
            for (int head = 0; head < model.config().heads(); head++) {
              HeadAttention attention = head(layer, head);
              largest[0] = Math.max(largest[0], check(attention));
              sink.accept(attention);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    weightError = largest[0];
  }

  private double check(HeadAttention attention) {
    try {
      return AttentionCheck.weightError(model.name(), attention);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HeadAttention head(LayerAttention layer, int head) {
    return new HeadAttention(
            layer.layer(),
            head,
            ids.length,
            model.config().temperature(),
            copy(layer.logits(), head),
            copy(layer.weights(), head))
        .withVectors(
            model.config().headWidth(),
            copy(layer.query(), head),
            copy(layer.key(), head),
            copy(layer.value(), head));
  }

  /** One head of [1, H, L, columns], row-major. */
  private static float[] copy(NDArray array, int head) {
    try (NDArray part = array.get(0, head)) {
      return part.toFloatArray();
    }
  }
}
