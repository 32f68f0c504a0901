package org.attentionlimits.empirical.model;

import java.io.IOException;

/** A model's parameters by name. */
interface Weights extends AutoCloseable {

  /** Where they come from, for messages. */
  String source();

  /**
   * A parameter's elements, row-major, a fresh array.
   *
   * @param name one of {@link Gpt2Layout#shapes}
   * @throws IOException if they cannot be read, or one is not finite
   */
  float[] values(String name) throws IOException;

  @Override
  void close() throws IOException;
}
