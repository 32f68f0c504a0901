package org.attentionlimits.empirical.model;

import java.io.IOException;

/**
 * A model's parameters with {@code attn.c_proj.weight} of every layer transposed. That matrix is
 * square, so that its shape does not tell whether it is stored as GPT-2's checkpoints store it, or
 * as {@code torch.nn.Linear} does.
 */
record TransposedOutputs(Weights weights, int width) implements Weights {

  @Override
  public String source() {
    return weights.source();
  }

  @Override
  public float[] values(String name) throws IOException {
    float[] values = weights.values(name);
    return name.endsWith(Gpt2Layout.ATTENTION_OUT + ".weight") ? transposed(values) : values;
  }

  private float[] transposed(float... values) {
    float[] result = new float[values.length];
    for (int row = 0; row < width; row++) {
      for (int column = 0; column < width; column++) {
        result[column * width + row] = values[row * width + column];
      }
    }
    return result;
  }

  @Override
  public void close() throws IOException {
    weights.close();
  }
}
