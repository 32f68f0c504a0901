package org.attentionlimits.empirical.check;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;

/** Counts the rows of a {@link RowTally}. */
final class RowCounter {

  private long rows;
  private long several;
  private long violatedSeveral;
  private long undecidedSeveral;
  private long weights;
  private long violated;
  private long undecided;
  private long leftOut;
  private double largestRatio = Double.NEGATIVE_INFINITY;
  private RowPlace place;
  private RowViolation shortest;
  private RowViolation worst;

  /** An evaluated row. */
  void add(Evaluation evaluation, Instance<?> row, RowPlace where) {
    boolean hasSeveral = row.tokens() > 1;
    rows++;
    several += hasSeveral ? 1 : 0;
    weights += row.tokens();
    boolean isUndecided = evaluation.outcome() == Outcome.UNDECIDED;
    undecided += isUndecided ? 1 : 0;
    undecidedSeveral += isUndecided && hasSeveral ? 1 : 0;
    double ratio =
        Double.isNaN(evaluation.ratio()) ? evaluation.ratioOfMiddles() : evaluation.ratio();
    offer(ratio, where);
    if (evaluation.outcome() == Outcome.VIOLATED) {
      violated++;
      violatedSeveral += hasSeveral ? 1 : 0;
      RowViolation violation = new RowViolation(where, row, ratio);
      offer(violation, violation);
    }
  }

  /** A row that is not evaluated. */
  void leaveOut() {
    leftOut++;
  }

  /** The rows of another counter, which come after these. */
  void add(RowCounter later) {
    rows += later.rows;
    several += later.several;
    violatedSeveral += later.violatedSeveral;
    undecidedSeveral += later.undecidedSeveral;
    weights += later.weights;
    violated += later.violated;
    undecided += later.undecided;
    leftOut += later.leftOut;
    offer(later.largestRatio, later.place);
    offer(later.shortest, later.worst);
  }

  /** Both are null, or none is. */
  private void offer(RowViolation shorter, RowViolation worse) {
    if (shorter != null) {
      boolean first = shortest == null;
      shortest =
          first || shorter.instance().tokens() < shortest.instance().tokens() ? shorter : shortest;
      worst = first || worse.ratio() > worst.ratio() ? worse : worst;
    }
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
        several,
        weights,
        violated,
        violatedSeveral,
        undecided,
        undecidedSeveral,
        leftOut,
        Math.max(0, largestRatio),
        Optional.ofNullable(place),
        Stream.of(shortest, worst).filter(Objects::nonNull).distinct().toList(),
        notGiven);
  }
}
