package org.attentionlimits.theory.search;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.random.Space;
import org.attentionlimits.theory.random.Spaces;
import org.attentionlimits.theory.search.measure.Deadline;

/**
 * Looks for a counterexample of a claim by making the ratio of left to right as large as it can:
 * known extremes, then random instances, then climbs by several methods. The same seed and budget
 * give the same finding, unless a limit of time cuts the search short.
 *
 * <p>Instances are immutable; the methods that set something give another adversary.
 */
public final class Adversary {

  private static final Duration USUAL_LIMIT = Duration.ofMinutes(10);
  private static final long USUAL_SEED = 20260101;
  private static final long USUAL_BUDGET = 20_000;

  private final long seed;
  private final long budget;
  private final Settings settings;

  /** What has a default. */
  private record Settings(Duration limit, Duration atLeast, boolean untilRefuted, Memory memory) {

    /** The sum of both times, or the longer one where no duration is as long. */
    private Duration mostTime() {
      try {
        return limit.plus(atLeast);
      } catch (ArithmeticException overflow) {
        return limit.compareTo(atLeast) > 0 ? limit : atLeast;
      }
    }
  }

  /**
   * An adversary.
   *
   * @param seed of all random choices
   * @param budget most instances evaluated for one claim, at least 1
   */
  public Adversary(long seed, long budget) {
    this(seed, budget, new Settings(USUAL_LIMIT, Duration.ZERO, false, Memory.none()));
  }

  /** The adversary of the report, with 20 000 evaluations for a claim. */
  public static Adversary usual() {
    return new Adversary(USUAL_SEED, USUAL_BUDGET);
  }

  private Adversary(long seed, long budget, Settings settings) {
    if (budget < 1) {
      throw new IllegalArgumentException("budget must be positive: " + budget);
    }
    this.seed = seed;
    this.budget = budget;
    this.settings = settings;
  }

  /**
   * The same with another limit of time for one claim, ten minutes unless set: a net for claims
   * that are slow to evaluate. A finding says if it was reached. As much again may go to shrinking.
   */
  public Adversary within(Duration limit) {
    return with(new Settings(limit, settings.atLeast, settings.untilRefuted, settings.memory));
  }

  /** The same going on after its budget until this much time was spent on a claim. */
  public Adversary lasting(Duration time) {
    return with(new Settings(settings.limit, time, settings.untilRefuted, settings.memory));
  }

  /** The same ending a search at the first violation that can be certified. */
  public Adversary untilRefuted() {
    return with(new Settings(settings.limit, settings.atLeast, true, settings.memory));
  }

  /** The same beginning with the best instances of earlier searches, and adding its own to them. */
  public Adversary resuming(Memory memory) {
    return with(new Settings(settings.limit, settings.atLeast, settings.untilRefuted, memory));
  }

  private Adversary with(Settings changed) {
    return new Adversary(seed, budget, changed);
  }

  /**
   * Attacks claims about built-in types of instances, in parallel. A claim and its parts share
   * their strongest counterexamples.
   */
  public List<Finding<?>> attack(List<Claim<?>> claims) {
    return attack(claims, () -> {});
  }

  /**
   * The same, telling of its progress.
   *
   * @param attacked is run after each claim, by any thread
   * @return the findings in the order of the claims
   */
  public List<Finding<?>> attack(List<Claim<?>> claims, Runnable attacked) {
    return SharedWitnesses.share(
        Parallel.map(
            claims,
            claim -> {
              Finding<?> finding = attack(claim);
              attacked.run();
              return finding;
            }));
  }

  /**
   * The finding of a claim that {@link #attack(List)} has among others: its parts, or what it is a
   * part of, are attacked too, since they share their strongest counterexamples.
   *
   * @param claims among which the claim is, or not
   */
  public Finding<?> attackAmong(Claim<?> claim, List<Claim<?>> claims) {
    return attack(SharedWitnesses.sharing(claim, claims)).get(0);
  }

  /** Attacks a claim about a built-in type of instance. */
  public <I extends Instance<I>> Finding<I> attack(Claim<I> claim) {
    return attack(claim, Spaces.of(claim.type()));
  }

  /** Attacks a claim about instances of a space. */
  public <I extends Instance<I>> Finding<I> attack(Claim<I> claim, Space<I> space) {
    SplittableRandom random = new SplittableRandom(seed + claim.id().hashCode());
    Deadline clock = new Deadline(settings.mostTime());
    Attack<I> attack = new Attack<>(claim, budget, clock, settings.atLeast, settings.untilRefuted);
    new Portfolio<>(attack, random).run(space, settings.memory.recall(claim));
    settings.memory.keep(claim, attack.best());
    return new Judge<>(claim, attack).finding(seed, settings.limit, clock.wasUp());
  }
}
