package org.attentionlimits.empirical.recording.head;

import org.attentionlimits.empirical.tensor.TensorType;

/** Heads of three tokens, made by hand. */
final class TestHead {

  static final int LENGTH = 3;
  static final double[] NONE = {};
  static final Precision FLOATS = new Precision(TensorType.F32, TensorType.F32, TensorType.F32);

  private TestHead() {}

  /** The causal softmax of logits at T = 2, in float32. */
  static double[] weights(double... logits) {
    double[] weights = new double[logits.length];
    for (int query = 0; query < LENGTH; query++) {
      double sum = 0;
      for (int key = 0; key <= query; key++) {
        sum += Math.exp(logits[query * LENGTH + key] / 2);
      }
      for (int key = 0; key <= query; key++) {
        weights[query * LENGTH + key] = (float) (Math.exp(logits[query * LENGTH + key] / 2) / sum);
      }
    }
    return weights;
  }

  static double[] logits() {
    return new double[] {1, 9, 9, 2, -1, 9, 0.5, 3, 1};
  }

  static RecordedHead made(double[] weights, double[] logits) {
    return made(weights, logits, FLOATS);
  }

  static RecordedHead made(double[] weights, double[] logits, Precision precision) {
    HeadArrays arrays = new HeadArrays(LENGTH, LENGTH, weights, logits, NONE, NONE, NONE);
    return made(arrays, LogitScale.of(2), precision);
  }

  static RecordedHead made(HeadArrays arrays, LogitScale scale, Precision precision) {
    return new RecordedHead(1, 4, arrays, Sight.whole(LENGTH, LENGTH).causal(), scale, precision);
  }
}
