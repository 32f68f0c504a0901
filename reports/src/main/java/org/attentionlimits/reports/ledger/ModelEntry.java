package org.attentionlimits.reports.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the claims were on every row of one model's attention.
 *
 * @param name short name
 * @param description one line: which model, on which text
 * @param recorded whether it was read from a recording
 * @param tokens the number L of tokens
 * @param layers number of layers
 * @param heads heads of all layers together
 * @param rows of all heads, heads·L
 * @param weights attention weights of these rows, heads·L(L+1)/2
 * @param claims in the catalogue's order
 * @param collection the published recordings that it is one of, as {@code real GPT-2}; empty for
 *     others
 */
public record ModelEntry(
    String name,
    String description,
    boolean recorded,
    int tokens,
    int layers,
    int heads,
    long rows,
    long weights,
    List<RowsEntry> claims,
    Optional<String> collection) {

  /** Copies the list. */
  public ModelEntry {
    claims = List.copyOf(claims);
  }

  /**
   * One claim on the rows of a model that have two or more visible tokens.
   *
   * @param id of the claim
   * @param rows on which it was evaluated
   * @param weights of these rows
   * @param violating rows on which it is certainly violated
   * @param violatingShare violating/rows, from 0 to 1; 0 if there are no rows
   * @param undecided rows on which both sides agree to all the digits carried
   * @param leftOut rows that the claim does not speak about, or needs more of than their weights
   * @param violatingSingle rows of a single token that violate it, which are not among the others
   * @param largestRatio largest left/right; 0 if there are no rows
   * @param place where the largest ratio is; empty if there are no rows
   * @param ratios rows by their ratio: the k-th count is of ratios above {@code k/20} and up to
   *     {@code (k + 1)/20}, the 41st of all above 2; counts of zero at the end are left out
   * @param heads those with a row on which it was evaluated, where any row violates it
   * @param notApplicable why the claim could not be evaluated at all; empty if it could
   */
  public record RowsEntry(
      String id,
      long rows,
      long weights,
      long violating,
      double violatingShare,
      long undecided,
      long leftOut,
      long violatingSingle,
      double largestRatio,
      Optional<PlaceEntry> place,
      List<Long> ratios,
      List<HeadEntry> heads,
      Optional<String> notApplicable) {

    /** Copies the lists. */
    public RowsEntry {
      ratios = List.copyOf(ratios);
      heads = List.copyOf(heads);
    }

    /**
     * The same claim on the rows of both; the place of the largest ratio and heads are not kept.
     */
    RowsEntry plus(RowsEntry other) {
      long all = rows + other.rows;
      long above = violating + other.violating;
      return new RowsEntry(
          id,
          all,
          weights + other.weights,
          above,
          all == 0 ? 0 : (double) above / all,
          undecided + other.undecided,
          leftOut + other.leftOut,
          violatingSingle + other.violatingSingle,
          Math.max(largestRatio, other.largestRatio),
          Optional.empty(),
          IntStream.range(0, Math.max(ratios.size(), other.ratios.size()))
              .mapToObj(bin -> rowsIn(bin) + other.rowsIn(bin))
              .toList(),
          List.of(),
          all == 0 ? notApplicable : Optional.empty());
    }

    private long rowsIn(int bin) {
      return bin < ratios.size() ? ratios.get(bin) : 0;
    }
  }

  /**
   * A head.
   *
   * @param layer from 0
   * @param head in its layer, from 0
   * @param rows on which the claim was evaluated
   * @param violating rows on which it is certainly violated
   */
  public record HeadEntry(int layer, int head, long rows, long violating) {}

  /**
   * A row.
   *
   * @param layer from 0
   * @param head in its layer, from 0
   * @param query index of the query's token, from 0
   * @param selected the N of the top-N set, for claims that have one
   */
  public record PlaceEntry(int layer, int head, int query, Optional<Integer> selected) {

    @Override
    public String toString() {
      String place = "layer " + layer + ", head " + head + ", query " + query;
      return selected.map(n -> place + ", N = " + n).orElse(place);
    }
  }
}
