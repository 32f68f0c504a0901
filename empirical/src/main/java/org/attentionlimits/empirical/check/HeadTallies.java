package org.attentionlimits.empirical.check;

import java.util.List;

/**
 * What the claims were on the rows of one head, and what the rows are like.
 *
 * @param layer index of the layer, from 0
 * @param head index of the head in its layer, from 0
 * @param shape of the rows of two or more tokens
 * @param tallies one for each claim, in the claims' order
 */
public record HeadTallies(int layer, int head, RowShape shape, List<RowTally> tallies) {

  /** Copies the list. */
  public HeadTallies {
    tallies = List.copyOf(tallies);
  }
}
