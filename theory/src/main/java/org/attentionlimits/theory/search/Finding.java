package org.attentionlimits.theory.search;

import java.util.Optional;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Verdict;

/**
 * What the search for a counterexample of a claim ended with.
 *
 * @param claim the claim
 * @param verdict its verdict
 * @param tries instances evaluated in the search, those of shrinking not counted
 * @param seed of the random choices
 * @param largestRatio of left to right, over all tries
 * @param tightest the instance of that ratio
 * @param counterexample the smallest counterexample, if the claim is refuted
 * @param <I> the type of instance
 */
public record Finding<I extends Instance<I>>(
    Claim<I> claim,
    Verdict verdict,
    long tries,
    long seed,
    double largestRatio,
    I tightest,
    Optional<Counterexample<I>> counterexample) {

  /**
   * An instance that violates a claim, and the proof.
   *
   * @param instance the counterexample
   * @param certificate that it is one
   * @param <I> the type of instance
   */
  public record Counterexample<I extends Instance<I>>(I instance, Certificate certificate) {}
}
