package org.attentionlimits.empirical.tensor;

import java.util.Optional;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.QueryKeys;

/** The row of one query of a head: its causal prefix. */
record CausalRow(HeadAttention attention, int query) implements HeadRow {

  @Override
  public int tokens() {
    return query + 1;
  }

  @Override
  public boolean has(RowPart part) {
    return switch (part) {
      case WEIGHTS, LOGITS -> true;
      case EMBEDDINGS, QUERY_KEYS -> attention.hasVectors();
    };
  }

  @Override
  public LogitRow weighted() {
    return attention.row(query);
  }

  @Override
  public Optional<EmbeddedRow> embedded(int selected) {
    return attention.hasVectors()
        ? Optional.of(attention.embedded(query, selected))
        : Optional.empty();
  }

  @Override
  public Optional<QueryKeys> queryKeys() {
    return attention.hasVectors() ? Optional.of(attention.queryKeys(query)) : Optional.empty();
  }
}
