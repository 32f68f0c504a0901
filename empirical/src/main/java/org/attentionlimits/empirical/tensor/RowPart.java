package org.attentionlimits.empirical.tensor;

/** What claims need of a row. */
public enum RowPart {
  /** Weights of all tokens. */
  WEIGHTS,
  /** Logits of all tokens, not their differences alone. */
  LOGITS,
  /** Weights and embeddings of all tokens. */
  EMBEDDINGS,
  /** The query and the keys whose products are the logits. */
  QUERY_KEYS
}
