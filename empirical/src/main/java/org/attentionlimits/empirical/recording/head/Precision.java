package org.attentionlimits.empirical.recording.head;

import org.attentionlimits.empirical.tensor.TensorType;

/**
 * The types that the numbers of a recording were rounded to.
 *
 * @param weights of the weights
 * @param logits of the logits; {@code F64} if there are none
 * @param vectors the coarsest of query and key; {@code F64} if there are none
 */
public record Precision(TensorType weights, TensorType logits, TensorType vectors) {

  /** The coarser of two types. */
  public static TensorType coarser(TensorType one, TensorType other) {
    return one.rounding() < other.rounding() ? other : one;
  }
}
