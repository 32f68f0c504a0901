package org.attentionlimits.empirical.tensor;

import java.util.Optional;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.QueryKeys;

/** What is known of the tokens that one query sees, as instances of the theory. */
public interface HeadRow {

  /** The number n of tokens that the query sees. */
  int tokens();

  /** Whether {@link #weighted()} is known exactly, and not by bounds of its weights. */
  default boolean isExact() {
    return has(RowPart.LOGITS);
  }

  /** Whether a part is known. */
  boolean has(RowPart part);

  /** Their logits, or bounds of their weights where these alone are known. */
  LogitRow weighted();

  /**
   * Their weights and embeddings; empty if embeddings are not known of every token.
   *
   * @param selected N, from 1 to n
   */
  Optional<EmbeddedRow> embedded(int selected);

  /** The query and its keys; empty if they are not known or the logits are not q·k alone. */
  Optional<QueryKeys> queryKeys();
}
