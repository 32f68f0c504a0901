package org.attentionlimits.theory.search;

import java.util.List;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.search.measure.Scored;

/**
 * The best instances of earlier searches, by claim. Searches of several claims use it at once. What
 * it loses costs what was found earlier, never a verdict.
 */
public interface Memory {

  /** One that remembers nothing. */
  static Memory none() {
    return new Memory() {
      @Override
      public <I extends Instance<I>> List<I> recall(Claim<I> claim) {
        return List.of();
      }

      @Override
      public <I extends Instance<I>> void keep(Claim<I> claim, List<Scored<I>> best) {
        // nothing is kept
      }
    };
  }

  /** The instances that are remembered of a claim, the best first. */
  <I extends Instance<I>> List<I> recall(Claim<I> claim);

  /** Remembers the best of some instances of a claim, in any order, if there are any. */
  <I extends Instance<I>> void keep(Claim<I> claim, List<Scored<I>> best);
}
