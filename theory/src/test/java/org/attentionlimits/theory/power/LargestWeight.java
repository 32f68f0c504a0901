package org.attentionlimits.theory.power;

import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;

/** Claims that cost little to search, true and false ones. */
final class LargestWeight {

  private LargestWeight() {}

  /** {@code max_i α_i ≤ bound}: false below 1. */
  static Claim<LogitRow> atMost(double bound) {
    return Claim.about(LogitRow.TYPE)
        .named("largest-weight-" + Double.toString(bound).replace('.', '-'))
        .evaluatedBy((row, a) -> Evaluation.atMost(row.weights(a).max(), a.of(bound)));
  }
}
