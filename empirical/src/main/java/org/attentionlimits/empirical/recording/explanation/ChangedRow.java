package org.attentionlimits.empirical.recording.explanation;

import org.attentionlimits.empirical.recording.head.RecordedHead;
import org.attentionlimits.empirical.recording.head.RowSoftmax;

/**
 * How the weights of a row differ from a softmax.
 *
 * @param sum of the weights
 * @param kept how many visible tokens have a weight
 * @param hasZero whether a visible token that should have a weight has none
 * @param factor a weight over its softmax; NaN without logits, or if no such token has a weight
 * @param isConstant whether all quotients agree, and what should be small is
 * @param leavesTheLargest whether no token without a weight should have had more than one with
 */
record ChangedRow(
    double sum,
    int kept,
    boolean hasZero,
    double factor,
    boolean isConstant,
    boolean leavesTheLargest) {

  /** Weights of a smaller softmax are too coarse in 16-bit types. */
  private static final double LEAST = 1e-3;

  /** A weight of a softmax below {@link #LEAST}, however it is rescaled. */
  private static final double NEGLIGIBLE = 10 * LEAST;

  /** By how much quotients and sums may differ: of 16-bit types. */
  private static final double TOLERANCE = 0.01;

  static boolean isClose(double number, double other) {
    return Math.abs(number - other) <= TOLERANCE * other;
  }

  /** Whether the row has a token whose quotient is known. */
  boolean tellsFactor() {
    return !Double.isNaN(factor);
  }

  /** The row of a query that sees a token. */
  static ChangedRow of(RecordedHead head, int query) {
    return head.hasLogits() ? ofLogits(head, query) : ofWeights(head, query);
  }

  private static ChangedRow ofWeights(RecordedHead head, int query) {
    int[] visible = head.sight().visible(query);
    int kept = kept(head, query, visible);
    return new ChangedRow(head.sum(query), kept, kept < visible.length, Double.NaN, false, false);
  }

  private static int kept(RecordedHead head, int query, int... visible) {
    int kept = 0;
    for (int key : visible) {
      kept += head.arrays().weight(query, key) > 0 ? 1 : 0;
    }
    return kept;
  }

  private static ChangedRow ofLogits(RecordedHead head, int query) {
    int[] visible = head.sight().visible(query);
    RowSoftmax softmax = new RowSoftmax(head, query, visible);
    double factor = Double.NaN;
    boolean constant = true;
    double zeroed = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < visible.length; i++) {
      double exact = softmax.weight(i);
      double weight = head.arrays().weight(query, visible[i]);
      double quotient = weight / exact;
      if (exact < LEAST) {
        constant &= weight <= NEGLIGIBLE;
      } else if (quotient == 0) {
        zeroed = Math.max(zeroed, exact);
      } else {
        factor = Double.isNaN(factor) ? quotient : factor;
        constant &= isClose(quotient, factor);
        least = Math.min(least, exact);
      }
    }
    return new ChangedRow(
        head.sum(query), kept(head, query, visible), zeroed > 0, factor, constant, zeroed <= least);
  }
}
