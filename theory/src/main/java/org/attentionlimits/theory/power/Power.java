package org.attentionlimits.theory.power;

import java.util.OptionalLong;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.search.Finding;

/**
 * What it took to refute a mutant.
 *
 * @param mutant the false claim
 * @param plainEvaluations instances that plain generation evaluated until the first violation;
 *     empty if it saw none
 * @param finding what the adversary found, which ended its search at the first certified violation
 * @param seconds of processor time that the adversary took, shrinking and certification included
 */
public record Power(
    Mutant<?> mutant, OptionalLong plainEvaluations, Finding<?> finding, double seconds) {

  /** Whether the adversary refuted the claim. */
  public boolean refuted() {
    return finding.verdict() == Verdict.REFUTED;
  }

  /** Instances that the adversary evaluated until the first violation; empty if not refuted. */
  public OptionalLong evaluations() {
    return refuted() ? finding.firstViolation() : OptionalLong.empty();
  }
}
