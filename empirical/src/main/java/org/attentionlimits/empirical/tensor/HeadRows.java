package org.attentionlimits.empirical.tensor;

import java.util.Optional;

/** The attention rows of one head: one for each query that sees a token. */
public interface HeadRows {

  /** Index of the layer, from 0. */
  int layer();

  /** Index of the head in its layer, from 0. */
  int head();

  /** The number of queries. */
  int queries();

  /**
   * The row of a query, from 0; empty if the query sees no token.
   *
   * @throws IllegalArgumentException if there is no such query
   */
  Optional<HeadRow> seenBy(int query);
}
