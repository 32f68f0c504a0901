package org.attentionlimits.empirical.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.attentionlimits.empirical.check.RowSpread.HeadCount;
import org.attentionlimits.theory.attention.Instance;
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
  private long unknown;
  private long violatedSingle;
  private double largestRatio = Double.NEGATIVE_INFINITY;
  private RowPlace place;
  private final long[] ratios = new long[RowSpread.BINS];
  private final List<HeadCount> heads = new ArrayList<>();
  private RowViolation shortest;
  private RowViolation worst;

  /** An evaluated row. */
  void add(Evaluation evaluation, Instance<?> row, RowPlace where) {
    boolean isViolated = evaluation.outcome() == Outcome.VIOLATED;
    double ratio = ratio(evaluation);
    if (row.tokens() > 1) {
      rows++;
      weights += row.tokens();
      violated += isViolated ? 1 : 0;
      undecided += evaluation.outcome() == Outcome.UNDECIDED ? 1 : 0;
      ratios[RowSpread.bin(ratio)]++;
      offer(ratio, where);
    } else {
      violatedSingle += isViolated ? 1 : 0;
    }
    if (isViolated) {
      RowViolation violation = new RowViolation(where, row, ratio);
      offer(violation, violation);
    }
  }

  /**
   * The ratio of what is known of both sides; not above one where that does not tell that it is.
   */
  private static double ratio(Evaluation evaluation) {
    double ratio =
        Double.isNaN(evaluation.ratio()) ? evaluation.ratioOfMiddles() : evaluation.ratio();
    return evaluation.outcome() == Outcome.UNDECIDED ? Math.min(ratio, 1) : ratio;
  }

  /** A row that the claim does not speak about. */
  void leaveOut(int tokens) {
    leftOut += tokens > 1 ? 1 : 0;
  }

  /** A row of which the claim needs logits that its weights do not tell. */
  void leaveUnknown() {
    unknown++;
  }

  /** The rows of a head, which come after these. */
  void add(int layer, int head, RowCounter later) {
    if (later.rows > 0) {
      heads.add(new HeadCount(layer, head, later.rows, later.violated));
    }
    rows += later.rows;
    weights += later.weights;
    violated += later.violated;
    undecided += later.undecided;
    leftOut += later.leftOut;
    unknown += later.unknown;
    violatedSingle += later.violatedSingle;
    Arrays.setAll(ratios, i -> ratios[i] + later.ratios[i]);
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

  private List<Long> counted() {
    int bins = ratios.length;
    while (bins > 0 && ratios[bins - 1] == 0) {
      bins--;
    }
    return Arrays.stream(ratios, 0, bins).boxed().toList();
  }

  RowTally tally(Claim<?> claim, Optional<String> notGiven) {
    return new RowTally(
        claim,
        rows,
        weights,
        violated,
        undecided,
        leftOut,
        unknown,
        violatedSingle,
        Math.max(0, largestRatio),
        Optional.ofNullable(place),
        new RowSpread(counted(), heads),
        Stream.of(shortest, worst).filter(Objects::nonNull).distinct().toList(),
        notGiven);
  }
}
