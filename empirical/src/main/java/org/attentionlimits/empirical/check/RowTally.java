package org.attentionlimits.empirical.check;

import java.util.List;
import java.util.Optional;
import org.attentionlimits.theory.claim.Claim;

/**
 * What a claim was on every row of real attention. Counted are rows of two or more visible tokens:
 * of a single one the weight is 1, and nothing can be learned. With several N, each row counts once
 * for every N.
 *
 * @param claim the claim
 * @param rows rows on which it was evaluated
 * @param weights attention weights of these rows together, Σn
 * @param violated rows on which it is certainly violated
 * @param undecided rows on which both sides agree to all the digits carried
 * @param leftOut rows that the claim does not speak about, or with no token beyond the top N
 * @param unknown rows of which the claim needs logits that a weight of zero does not tell
 * @param violatedSingle rows of a single token on which it is certainly violated
 * @param largestRatio largest left/right, of an undecided row at most 1; 0 if no row was evaluated
 * @param place where the largest ratio is, the first of equals; empty if no row was evaluated
 * @param spread of the rows over ratios and heads
 * @param violations the shortest row that violates it and the one of the largest ratio, the first
 *     of equals: one or two, none if no row violates it; a row of a single token too
 * @param notGiven what the claim speaks about that the source does not give; empty if it does
 */
public record RowTally(
    Claim<?> claim,
    long rows,
    long weights,
    long violated,
    long undecided,
    long leftOut,
    long unknown,
    long violatedSingle,
    double largestRatio,
    Optional<RowPlace> place,
    RowSpread spread,
    List<RowViolation> violations,
    Optional<String> notGiven) {

  /** Copies the list. */
  public RowTally {
    violations = List.copyOf(violations);
  }

  /** Share of the rows that violate the claim, from 0 to 1; NaN if no row was evaluated. */
  public double violatedShare() {
    return (double) violated / rows;
  }
}
