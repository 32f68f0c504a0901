package org.attentionlimits.empirical.check;

import java.util.List;

/**
 * How the rows of a {@link RowTally} are spread: over the ratio left/right, and over heads.
 *
 * @param ratios rows by their ratio: the k-th count is of ratios above {@code k/20} and up to
 *     {@code (k + 1)/20}, the first one also of zero and below, the last of the {@value #BINS} also
 *     of all larger ones, of infinity and of NaN; counts of zero at the end are left out
 * @param heads in the order of the source, those with a row on which the claim was evaluated
 */
public record RowSpread(List<Long> ratios, List<HeadCount> heads) {

  /** Counts of ratios that are told apart. */
  public static final int BINS = 41;

  /** Counts to a ratio of one. */
  public static final int BINS_TO_ONE = 20;

  /** Of no rows. */
  public static final RowSpread NONE = new RowSpread(List.of(), List.of());

  /**
   * A head.
   *
   * @param layer from 0
   * @param head in its layer, from 0
   * @param rows on which the claim was evaluated
   * @param violated rows on which it is certainly violated
   */
  public record HeadCount(int layer, int head, long rows, long violated) {}

  /** Copies the lists. */
  public RowSpread {
    ratios = List.copyOf(ratios);
    heads = List.copyOf(heads);
  }

  /** The place of a ratio's count. */
  static int bin(double ratio) {
    double place = Math.ceil(ratio * BINS_TO_ONE) - 1;
    return place < BINS ? (int) Math.max(0, place) : BINS - 1;
  }
}
