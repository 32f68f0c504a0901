package org.attentionlimits.empirical.model;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.attentionlimits.empirical.tensor.TensorFileException;
import org.attentionlimits.empirical.tensor.TensorInfo;
import org.attentionlimits.empirical.tensor.Tensors;

/**
 * A GPT-2's parameters in safetensors files with Hugging Face's names, which may all begin with
 * {@code transformer.}. Present, of the right shape and floating-point are all of them before any
 * is read; what else the file holds must be a mask's buffer or the tied output matrix.
 */
final class StoredWeights implements Weights {

  private static final String PREFIX = "transformer.";

  private static final Pattern IGNORED =
      Pattern.compile("lm_head\\.weight|(transformer\\.)?h\\.\\d+\\.attn\\.(masked_)?bias");

  private final Tensors file;
  private final String prefix;

  /**
   * The parameters in a file.
   *
   * @throws TensorFileException if they are not those of the configuration
   */
  StoredWeights(Tensors file, Gpt2Config config) throws TensorFileException {
    this.file = file;
    boolean prefixed =
        !file.contains(Gpt2Layout.TOKENS) && file.contains(PREFIX + Gpt2Layout.TOKENS);
    this.prefix = prefixed ? PREFIX : "";
    Map<String, List<Long>> shapes = Gpt2Layout.shapes(config);
    for (Map.Entry<String, List<Long>> expected : shapes.entrySet()) {
      requireFloats(file.info(prefix + expected.getKey(), expected.getValue()));
    }
    for (String name : file.tensors().keySet()) {
      boolean known =
          name.startsWith(prefix) && shapes.containsKey(name.substring(prefix.length()));
      if (!known && !IGNORED.matcher(name).matches()) {
        throw new TensorFileException(
            file.source(), "tensor is not of this configuration: " + name);
      }
    }
  }

  private void requireFloats(TensorInfo info) throws TensorFileException {
    if (!info.type().isFloat()) {
      throw new TensorFileException(
          file.source(),
          "tensor " + info.name() + ": dtype must be F32, F16 or BF16: " + info.type());
    }
  }

  @Override
  public String source() {
    return file.source();
  }

  @Override
  public float[] values(String name) throws IOException {
    float[] values = file.floats(prefix + name);
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new TensorFileException(
            file.source(),
            "tensor " + prefix + name + ": element " + i + " must be finite: " + values[i]);
      }
    }
    return values;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
