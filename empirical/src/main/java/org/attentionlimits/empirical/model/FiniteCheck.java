package org.attentionlimits.empirical.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Locale;
import org.attentionlimits.empirical.tensor.TensorFileException;

/** Finds numbers that are not finite in what a layer's attention computed. */
final class FiniteCheck {

  private FiniteCheck() {}

  /**
   * Returns if logits and values are finite, and with them queries, keys and weights.
   *
   * @param source the model, for the message
   * @throws TensorFileException naming the first place where one is not
   */
  static void require(String source, LayerAttention attention) throws TensorFileException {
    require(source, attention.layer(), "logit", attention.logits(), "key");
    require(source, attention.layer(), "value", attention.value(), "component");
  }

  /** The array is [B, H, L, columns]. */
  private static void require(String source, int layer, String what, NDArray array, String column)
      throws TensorFileException {
    try (NDArray magnitude = array.abs();
        NDArray largest = magnitude.max()) {
      if (Float.isFinite(largest.getFloat())) {
        return;
      }
    }
    float[] values = array.toFloatArray();
    int first = 0;
    while (first < values.length && Float.isFinite(values[first])) {
      first++;
    }
    Shape shape = array.getShape();
    int columns = (int) shape.get(3);
    int tokens = (int) shape.get(2);
    int row = first / columns;
    throw new TensorFileException(
        source,
        String.format(
            Locale.ROOT,
            "%s of layer %d, head %d, query %d, %s %d must be finite: %s",
            what,
            layer,
            row / tokens % (int) shape.get(1),
            row % tokens,
            column,
            first % columns,
            first < values.length ? values[first] : "unknown"));
  }
}
