package org.attentionlimits.theory.power;

import java.util.OptionalLong;
import java.util.Random;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.random.Space;
import org.attentionlimits.theory.random.Spaces;

/** Looks for a violation as a property-based test does: by generating instances. */
final class PlainSearch {

  /** Inadmissible instances, as a multiple of the budget, after which it gives up. */
  private static final int MISSES = 10;

  private PlainSearch() {}

  /** Instances evaluated until the first violation, that included; empty if there was none. */
  static <I extends Instance<I>> OptionalLong firstViolation(
      Claim<I> claim, long seed, long budget) {
    Space<I> space = Spaces.of(claim.type());
    Random random = new Random(seed + claim.id().hashCode());
    long tries = 0;
    for (long draws = 0; tries < budget && draws < (MISSES + 1) * budget; draws++) {
      I instance = space.drawPlain(random);
      if (claim.admits(instance)) {
        tries++;
        if (claim.evaluate(instance).outcome() == Outcome.VIOLATED) {
          return OptionalLong.of(tries);
        }
      }
    }
    return OptionalLong.empty();
  }
}
