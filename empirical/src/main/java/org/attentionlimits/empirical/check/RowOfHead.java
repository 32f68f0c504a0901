package org.attentionlimits.empirical.check;

import java.util.List;
import org.attentionlimits.empirical.tensor.HeadRow;
import org.attentionlimits.empirical.tensor.RowPart;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.attention.VisibleRow;

/**
 * A query's row of a head.
 *
 * @param logits the row's, for claims about logits and weights alone
 * @param selected N; 0 if nothing is selected
 */
record RowOfHead(HeadRow row, LogitRow logits, int selected) implements VisibleRow {

  /** What must be known of a row for instances that need these parts. */
  static RowPart part(List<Part> needs) {
    if (needs.contains(Part.EMBEDDINGS)) {
      return RowPart.EMBEDDINGS;
    }
    return needs.contains(Part.QUERY_AND_KEYS) ? RowPart.QUERY_KEYS : RowPart.WEIGHTS;
  }

  boolean isExact() {
    return row.isExact();
  }

  @Override
  public QueryKeys queryKeys() {
    return row.queryKeys().orElseThrow();
  }

  @Override
  public EmbeddedRow embedded() {
    return row.embedded(selected).orElseThrow();
  }
}
