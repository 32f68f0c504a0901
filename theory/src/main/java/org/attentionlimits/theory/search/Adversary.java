package org.attentionlimits.theory.search;

import java.util.List;
import java.util.SplittableRandom;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;

/**
 * Looks for a counterexample of a claim: known extremes, then random instances, then steps from the
 * best of those towards a larger ratio of left to right. The same seed and budget give the same
 * finding.
 */
public final class Adversary {

  private static final double SHARE_OF_DRAWS = 0.4;
  private static final int CLIMBERS = 16;

  private final long seed;
  private final long budget;

  /**
   * An adversary.
   *
   * @param seed of all random choices
   * @param budget most instances evaluated for one claim, at least 1
   */
  public Adversary(long seed, long budget) {
    if (budget < 1) {
      throw new IllegalArgumentException("budget must be positive: " + budget);
    }
    this.seed = seed;
    this.budget = budget;
  }

  /** Attacks claims about built-in types of instances, in parallel; findings in the same order. */
  public List<Finding<?>> attack(List<Claim<?>> claims) {
    return claims.parallelStream().<Finding<?>>map(claim -> attack(claim)).toList();
  }

  /** Attacks a claim about a built-in type of instance. */
  public <I extends Instance<I>> Finding<I> attack(Claim<I> claim) {
    return attack(claim, Spaces.of(claim.type()));
  }

  /** Attacks a claim about instances of a space. */
  public <I extends Instance<I>> Finding<I> attack(Claim<I> claim, Space<I> space) {
    SplittableRandom random = new SplittableRandom(seed + claim.id().hashCode());
    Attack<I> attack = new Attack<>(claim, budget, CLIMBERS);
    space.landmarks().forEach(attack::consider);
    if (!space.isExhaustedByLandmarks()) {
      while (!attack.isOver(SHARE_OF_DRAWS)) {
        attack.consider(space.draw(random));
      }
      attack.climb(new Mutation(random));
    }
    return attack.finding(seed);
  }
}
