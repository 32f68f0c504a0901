package org.attentionlimits.theory.search;

import java.time.Duration;
import java.util.SplittableRandom;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.search.measure.Deadline;

/** Attacks without a limit of time, and how their budgets are spent. */
final class Portfolios {

  private static final Deadline ENDLESS = new Deadline(Duration.ofDays(1));

  private Portfolios() {}

  static <I extends Instance<I>> Attack<I> attack(Claim<I> claim, long budget) {
    return new Attack<>(claim, budget, ENDLESS, false);
  }

  static <I extends Instance<I>> Portfolio<I> portfolio(Attack<I> attack) {
    return new Portfolio<>(attack, new SplittableRandom(1));
  }
}
