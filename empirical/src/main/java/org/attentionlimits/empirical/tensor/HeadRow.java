package org.attentionlimits.empirical.tensor;

import java.util.Optional;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.QueryKeys;

/** What is known of the tokens that one query sees, as instances of the theory. */
public interface HeadRow {

  /** The number n of tokens that the query sees. */
  int tokens();

  /** Whether a part is known. */
  boolean has(RowPart part);

  /** Their logits; empty if only their weights are known. */
  Optional<LogitRow> logits();

  /**
   * Their logits and embeddings; empty if one of the two is not known of every token.
   *
   * @param selected N, from 1 to n
   */
  Optional<EmbeddedRow> embedded(int selected);

  /** The query and its keys; empty if they are not known or the logits are not q·k alone. */
  Optional<QueryKeys> queryKeys();
}
