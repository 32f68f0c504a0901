package org.attentionlimits.empirical.check;

import org.attentionlimits.empirical.tensor.HeadAttention;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.attention.VisibleRow;

/**
 * A query's row of a head.
 *
 * @param selected N; 0 if nothing is selected
 */
record RowOfHead(HeadAttention head, int query, int selected) implements VisibleRow {

  @Override
  public LogitRow logits() {
    return head.row(query);
  }

  @Override
  public QueryKeys queryKeys() {
    return head.queryKeys(query);
  }

  @Override
  public EmbeddedRow embedded() {
    return head.embedded(query, selected);
  }
}
