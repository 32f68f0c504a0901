package org.attentionlimits.empirical.tensor;

/** What claims need of a row. */
public enum RowPart {
  /** Logits of all tokens. */
  LOGITS,
  /** Logits and embeddings of all tokens. */
  EMBEDDINGS,
  /** The query and the keys whose products are the logits. */
  QUERY_KEYS
}
