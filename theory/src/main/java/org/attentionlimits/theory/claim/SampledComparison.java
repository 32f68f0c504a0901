package org.attentionlimits.theory.claim;

import org.attentionlimits.theory.chance.Estimate;
import org.attentionlimits.theory.real.Real;

/** Inequalities of which a side may have been sampled. */
public final class SampledComparison {

  private SampledComparison() {}

  /** {@code left ≤ right} for an estimated left side. */
  public static Evaluation atMost(Estimate left, Real right) {
    return doubting(Evaluation.atMost(left.value(), right), left);
  }

  /** {@code left ≤ right} for an estimated right side. */
  public static Evaluation atMost(Real left, Estimate right) {
    return doubting(Evaluation.atMost(left, right.value()), right);
  }

  private static Evaluation doubting(Evaluation evaluation, Estimate estimate) {
    return estimate.isSampled() ? evaluation.withDoubt(estimate.doubt()) : evaluation;
  }
}
