package org.attentionlimits.empirical.tensor;

import java.util.Locale;

/** What the embeddings x_i of a head's tokens are. */
public enum EmbeddingSpace {
  /** The head's value vectors, [L, d]. */
  VALUES,
  /** The layer's input, the same for all its heads, [L, D]. */
  INPUTS,
  /** The token embeddings without their positions, the same for all layers, [L, D]. */
  TOKENS;

  /** In words. */
  public String description() {
    return switch (this) {
      case VALUES -> "the head's value vectors";
      case INPUTS -> "the layer's input";
      case TOKENS -> "the token embeddings without positions";
    };
  }

  /** Its name in lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
