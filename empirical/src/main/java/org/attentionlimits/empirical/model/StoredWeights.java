package org.attentionlimits.empirical.model;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.attentionlimits.empirical.tensor.TensorFileException;
import org.attentionlimits.empirical.tensor.TensorInfo;
import org.attentionlimits.empirical.tensor.Tensors;

/**
 * A GPT-2's parameters in safetensors files with Hugging Face's names, which may all begin with a
 * prefix of {@link WeightNames}. Present, of the right shape and floating-point are all of them
 * before any is read; what else the file holds must be a mask's buffer or the output matrix.
 */
final class StoredWeights implements Weights {

  private final Tensors file;
  private final String prefix;

  /**
   * The parameters in a file.
   *
   * @throws TensorFileException if they are not those of the configuration
   */
  StoredWeights(Tensors file, Gpt2Config config) throws TensorFileException {
    this.file = file;
    this.prefix = WeightNames.prefix(file.source(), file.tensors().keySet());
    Map<String, List<Long>> shapes = Gpt2Layout.shapes(config);
    for (Map.Entry<String, List<Long>> expected : shapes.entrySet()) {
      requireConvolution(prefix + expected.getKey(), expected.getValue());
      requireFloats(file.info(prefix + expected.getKey(), expected.getValue()));
    }
    for (String name : file.tensors().keySet()) {
      boolean known =
          name.startsWith(prefix) && shapes.containsKey(name.substring(prefix.length()));
      if (!known && !WeightNames.isIgnored(name)) {
        throw new TensorFileException(
            file.source(), "tensor is not of this configuration: " + name);
      }
    }
  }

  /**
   * Rejects a block's matrix that is stored output dimension first. Of a square one the shape does
   * not tell.
   */
  private void requireConvolution(String name, List<Long> shape) throws TensorFileException {
    boolean ofBlock = shape.size() == 2 && name.startsWith(prefix + Gpt2Layout.BLOCKS);
    boolean square = ofBlock && shape.get(0).equals(shape.get(1));
    List<Long> found = file.info(name).shape();
    if (ofBlock && !square && found.equals(List.of(shape.get(1), shape.get(0)))) {
      String problem = "tensor " + name + ": shape must be " + shape + ": " + found + ", ";
      throw new TensorFileException(file.source(), problem + Gpt2Layout.AS_LINEAR);
    }
  }

  private void requireFloats(TensorInfo info) throws TensorFileException {
    if (!info.type().isFloat()) {
      throw new TensorFileException(
          file.source(),
          "tensor " + info.name() + ": dtype must be F32, F16 or BF16: " + info.type());
    }
  }

  /** What the model's description tells of the names. */
  String note() {
    return WeightNames.told(prefix);
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
