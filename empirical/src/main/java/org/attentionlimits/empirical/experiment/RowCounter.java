package org.attentionlimits.empirical.experiment;

import java.util.Optional;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;

/** Counts the rows of a {@link RowTally}. */
final class RowCounter {

  private long rows;
  private long weights;
  private long violated;
  private long undecided;
  private long leftOut;
  private double largestRatio = Double.NEGATIVE_INFINITY;
  private RowPlace place;

  /** An evaluated row of n tokens. */
  void add(Evaluation evaluation, int tokens, RowPlace where) {
    rows++;
    weights += tokens;
    violated += evaluation.outcome() == Outcome.VIOLATED ? 1 : 0;
    undecided += evaluation.outcome() == Outcome.UNDECIDED ? 1 : 0;
    offer(evaluation.ratio(), where);
  }

  /** A row that is not evaluated. */
  void leaveOut() {
    leftOut++;
  }

  /** The rows of another counter, which come after these. */
  void add(RowCounter later) {
    rows += later.rows;
    weights += later.weights;
    violated += later.violated;
    undecided += later.undecided;
    leftOut += later.leftOut;
    offer(later.largestRatio, later.place);
  }

  /** NaN, of a side that is unbounded in any precision, is never the largest. */
  private void offer(double ratio, RowPlace where) {
    if (ratio > largestRatio) {
      largestRatio = ratio;
      place = where;
    }
  }

  RowTally tally(Claim<?> claim, Optional<String> notGiven) {
    return new RowTally(
        claim,
        rows,
        weights,
        violated,
        undecided,
        leftOut,
        Math.max(0, largestRatio),
        Optional.ofNullable(place),
        notGiven);
  }
}
