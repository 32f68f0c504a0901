package org.attentionlimits.theory.catalogue.neighbour;

import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.normalize.Descending;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Memo;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** The scaled logits {@code z = ℓ/T} of a row, and what bounds are made of. */
final class Scaled {

  static final String TWO_TOKENS = "at least two tokens";

  private static final Memo.Quantity<LogitRow, Vec> LOGITS =
      (row, arithmetic) -> row.logits(arithmetic).dividedBy(arithmetic.input(row.temperature()));

  private static final Memo.Quantity<LogitRow, Vec> DESCENDING =
      (row, arithmetic) -> Descending.of(logits(row, arithmetic)).sorted();

  private Scaled() {}

  /** z, [n]. */
  static Vec logits(LogitRow row, Arithmetic arithmetic) {
    return row.known(LOGITS, arithmetic);
  }

  /** {@code ρ = max_i z_i − min_i z_i}. */
  static Real range(LogitRow row, Arithmetic arithmetic) {
    return range(logits(row, arithmetic));
  }

  /** {@code max_i x_i − min_i x_i}. */
  static Real range(Vec numbers) {
    return numbers.max().minus(numbers.min());
  }

  /**
   * {@code x = (n−1)e^{−g}} with the gap g between the two largest z: the largest weight is at
   * least {@code 1/(1+x)}. Of two tokens at least.
   */
  static Real rest(LogitRow row, Arithmetic arithmetic) {
    Vec sorted = row.known(DESCENDING, arithmetic);
    Real gap = sorted.get(0).minus(sorted.get(1)).max(arithmetic.of(0));
    return gap.negated().exp().times(row.tokens() - 1L);
  }
}
