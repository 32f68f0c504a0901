package org.attentionlimits.empirical.tensor;

import java.util.List;

/**
 * Where and what a tensor in a file is.
 *
 * @param name its name
 * @param type its element type
 * @param dtype the name of the type, as the file tells it
 * @param shape its dimensions, outermost first; empty for a scalar
 * @param begin offset of its first byte from the start of the data section
 * @param end offset just past its last byte
 */
public record TensorInfo(
    String name, TensorType type, String dtype, List<Long> shape, long begin, long end) {

  /** Number of elements: the product of the dimensions. */
  public long elements() {
    long product = 1;
    for (long dimension : shape) {
      product = Math.multiplyExact(product, dimension);
    }
    return product;
  }
}
