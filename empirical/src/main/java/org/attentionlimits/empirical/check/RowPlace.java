package org.attentionlimits.empirical.check;

import java.util.OptionalInt;

/**
 * A row of real attention.
 *
 * @param layer index of the layer, from 0
 * @param head index of the head in its layer, from 0
 * @param query index of the query, from 0: of causal attention that of its token, which sees the
 *     tokens 0 to query
 * @param selected the N of the top-N set, for claims that have one
 */
public record RowPlace(int layer, int head, int query, OptionalInt selected) {

  /** The same with the N of a top-N set. */
  RowPlace selecting(int number) {
    return new RowPlace(layer, head, query, OptionalInt.of(number));
  }

  @Override
  public String toString() {
    String place = "layer " + layer + ", head " + head + ", query " + query;
    return selected.isPresent() ? place + ", N = " + selected.getAsInt() : place;
  }
}
