package org.attentionlimits.empirical.tensor;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Tensors by name: of a file, or of several that belong together. */
public interface Tensors extends AutoCloseable {

  /** The file, as it was named. */
  String source();

  /** The tensors by name. */
  Map<String, TensorInfo> tensors();

  /** Whether there is a tensor of that name. */
  default boolean contains(String name) {
    return tensors().containsKey(name);
  }

  /**
   * The tensor of that name, whatever its shape.
   *
   * @throws TensorFileException if there is none
   */
  default TensorInfo info(String name) throws TensorFileException {
    TensorInfo info = tensors().get(name);
    if (info == null) {
      throw new TensorFileException(source(), "tensor is missing: " + name);
    }
    return info;
  }

  /**
   * The tensor of that name, which must have that shape.
   *
   * @throws TensorFileException if there is none, or its shape is another
   */
  default TensorInfo info(String name, List<Long> shape) throws TensorFileException {
    TensorInfo info = info(name);
    if (!info.shape().equals(shape)) {
      throw new TensorFileException(
          source(), "tensor " + name + ": shape must be " + shape + ": " + info.shape());
    }
    return info;
  }

  /**
   * A floating-point tensor's elements in row-major order, F16 and BF16 widened exactly.
   *
   * @throws TensorFileException if the tensor is missing or not floating-point
   * @throws IOException if it cannot be read
   */
  float[] floats(String name) throws IOException;

  @Override
  void close() throws IOException;
}
