package org.attentionlimits.theory.search;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.search.Finding.Counterexample;
import org.attentionlimits.theory.search.measure.Deadline;

/**
 * What rows of a model that violate a claim make of the verdict of a search that did not refute it.
 *
 * <ul>
 *   <li>{@code REFUTED}, if one of the rows is certified by its own numbers, the exact values of
 *       its printed decimals. The counterexample is that row, made small.
 *   <li>{@code UNDECIDED}, if none can be certified.
 * </ul>
 *
 * @param verdict {@code REFUTED} or {@code UNDECIDED}
 * @param row index of the row that the counterexample was made of; 0 if there is none
 * @param counterexample the smallest one reached from that row, if the claim is refuted
 * @param cutShort whether the limit of time ended the shrinking
 * @param <I> the type of instance
 */
public record RowEvidence<I extends Instance<I>>(
    Verdict verdict, int row, Optional<Counterexample<I>> counterexample, boolean cutShort) {

  /**
   * The evidence of some rows against a claim; empty if the verdict of the search stands: it has
   * refuted the claim already, or there are no rows.
   *
   * @param search verdict of the search
   * @param rows that violate the claim, those to be tried first before others
   * @param limit of the time for shrinking
   */
  public static <I extends Instance<I>> Optional<RowEvidence<I>> against(
      Claim<I> claim, Verdict search, List<? extends Instance<?>> rows, Duration limit) {
    return search == Verdict.REFUTED || rows.isEmpty()
        ? Optional.empty()
        : Optional.of(of(claim, rows, limit));
  }

  private static <I extends Instance<I>> RowEvidence<I> of(
      Claim<I> claim, List<? extends Instance<?>> rows, Duration limit) {
    for (int i = 0; i < rows.size(); i++) {
      Optional<I> row = claim.admitted(rows.get(i)).map(RowEvidence::asData);
      Optional<Counterexample<I>> itself = row.flatMap(r -> Counterexample.of(claim, r));
      if (itself.isPresent()) {
        return shrunk(claim, i, itself.get(), limit);
      }
    }
    return new RowEvidence<>(Verdict.UNDECIDED, 0, Optional.empty(), false);
  }

  /** The row of its numbers alone, which is what is printed: of bounds the middles. */
  private static <I extends Instance<I>> I asData(I row) {
    return row.withNumbers(row.numbers());
  }

  private static <I extends Instance<I>> RowEvidence<I> shrunk(
      Claim<I> claim, int index, Counterexample<I> row, Duration limit) {
    Deadline clock = new Deadline(limit);
    Counterexample<I> smallest =
        new Minimizer<>(claim, clock)
            .smallest(List.of(row.instance()))
            .filter(reached -> !reached.equals(row.instance()))
            .map(reached -> Counterexample.of(claim, reached).orElseThrow())
            .orElse(row);
    return new RowEvidence<>(Verdict.REFUTED, index, Optional.of(smallest), clock.wasUp());
  }
}
