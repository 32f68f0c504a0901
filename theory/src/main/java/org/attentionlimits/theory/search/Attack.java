package org.attentionlimits.theory.search;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.search.measure.Deadline;
import org.attentionlimits.theory.search.measure.Effort;
import org.attentionlimits.theory.search.measure.Lengths;
import org.attentionlimits.theory.search.measure.Scored;

/**
 * One attack on one claim: its budget, the best instances so far, and the violations seen.
 *
 * @param <I> the type of instance
 */
final class Attack<I extends Instance<I>> {

  /** Inadmissible instances, as a multiple of the budget, after which an attack gives up. */
  private static final int MISSES = 10;

  /** Effort spent on sixty digits: this much, and a share of all evaluations. */
  private static final double PRECISE_AT_LEAST = 50;

  private static final double SHARE_OF_PRECISE = 0.01;

  /** Tokens of the long instances that are evaluated to sixty digits. */
  private static final double MOST_LONG_PRECISE = 4000;

  private final Claim<I> claim;
  private final long budget;
  private final Deadline clock;
  private final Deadline least;
  private final boolean untilRefuted;
  private final Elites<I> elites = new Elites<>();
  private final Elites<I> longElites = new Elites<>();
  private final Violations<I> violations;
  private long tries;
  private int longest;
  private long longTries;
  private long misses;
  private long longMisses;
  private double precise;
  private double longPrecise;
  private long firstViolation;
  private boolean anyDecided;

  Attack(Claim<I> claim, long budget, Deadline clock, boolean untilRefuted) {
    this(claim, budget, clock, Duration.ZERO, untilRefuted);
  }

  /**
   * An attack.
   *
   * @param budget of tries
   * @param clock ends it in any case
   * @param atLeast does not end it before, though the budget is spent
   * @param untilRefuted whether a certified violation ends it
   */
  Attack(Claim<I> claim, long budget, Deadline clock, Duration atLeast, boolean untilRefuted) {
    this.claim = claim;
    this.budget = budget;
    this.clock = clock;
    this.least = new Deadline(atLeast);
    this.untilRefuted = untilRefuted;
    this.violations = new Violations<>(claim);
  }

  /** The best short instances. */
  Elites<I> elites() {
    return elites;
  }

  /** The best instances, short and long. */
  List<Scored<I>> best() {
    return Stream.of(elites, longElites).flatMap(some -> some.all().stream()).toList();
  }

  /** Whether a short instance was admissible. */
  boolean hasShort() {
    return tries > longTries;
  }

  /** Most tries. */
  long budget() {
    return budget;
  }

  /** As many tries as stand for what was spent of the budget, by tries or by misses. */
  double progress() {
    return Math.max((double) tries, (double) misses / MISSES);
  }

  Violations<I> violations() {
    return violations;
  }

  /** Instances evaluated. */
  long tries() {
    return tries;
  }

  /** Instances that the claim does not speak about, and steps that led to none. */
  long misses() {
    return misses + longMisses;
  }

  /** Most tokens of an instance that was evaluated; 0 if none was. */
  int longest() {
    return longest;
  }

  /** Number of the try that first saw a violation, if any did. */
  OptionalLong firstViolation() {
    return firstViolation == 0 ? OptionalLong.empty() : OptionalLong.of(firstViolation);
  }

  /** Whether the sides were known well enough to be compared anywhere. */
  boolean anyDecided() {
    return anyDecided;
  }

  /** What is left of the budget; without bound while only time is. */
  long left() {
    return isOver(1) ? 0 : tries < budget ? budget - tries : Long.MAX_VALUE;
  }

  /**
   * Whether a share of the budget is spent, or so much was inadmissible that it never will be, or
   * the time is up, or there is nothing left to find out.
   */
  boolean isOver(double share) {
    boolean spent = tries >= share * budget || misses >= share * MISSES * budget;
    return (spent && (share < 1 || least.isUp()))
        || (untilRefuted && violations.anyCertified())
        || clock.isUp();
  }

  /** Counts a step that led to no admissible instance. */
  void miss() {
    misses++;
  }

  /**
   * Evaluates an instance within the budget, and remembers it if it is among the best.
   *
   * @return with its ratio of left to right; −1 beyond the budget or the claim's domain
   */
  Scored<I> score(I instance) {
    if (isOver(1)) {
      return new Scored<>(instance, -1);
    }
    boolean isLong = Lengths.isLong(instance);
    if (!claim.admits(instance)) {
      misses += isLong ? 0 : 1;
      longMisses += isLong ? 1 : 0;
      return new Scored<>(instance, -1);
    }
    tries++;
    longTries += isLong ? 1 : 0;
    longest = Math.max(longest, instance.tokens());
    Evaluation fast = claim.evaluateAdmitted(instance, Arithmetic.BINARY64);
    anyDecided = anyDecided || !fast.isCoarse();
    if (!fast.isCoarse() && !Double.isNaN(fast.ratio())) {
      return remembered(instance, fast, isLong);
    }
    double guess = guess(fast);
    boolean wanted = fast.outcome() != Outcome.HOLDS || elites(isLong).wouldKeep(guess);
    return wanted && mayBePrecise(instance, isLong)
        ? remembered(instance, preciselyCounted(instance, isLong), isLong)
        : new Scored<>(instance, guess);
  }

  private Elites<I> elites(boolean isLong) {
    return isLong ? longElites : elites;
  }

  private Evaluation precisely(I instance) {
    return claim.evaluateAdmitted(instance, Claim.PRECISE);
  }

  private boolean mayBePrecise(I instance, boolean isLong) {
    return isLong
        ? longPrecise + Effort.inTokens(instance) <= MOST_LONG_PRECISE
        : precise <= PRECISE_AT_LEAST + SHARE_OF_PRECISE * tries;
  }

  private Evaluation preciselyCounted(I instance, boolean isLong) {
    Evaluation evaluation = precisely(instance);
    double times = evaluation.doubt() > 0 ? Effort.OF_A_SAMPLE : 1;
    longPrecise += isLong ? times * Effort.inTokens(instance) : 0;
    precise += isLong ? 0 : times * Effort.of(instance);
    return evaluation;
  }

  private Scored<I> remembered(I instance, Evaluation evaluation, boolean isLong) {
    Scored<I> scored = new Scored<>(instance, known(instance, evaluation), evaluation.doubt() > 0);
    elites(isLong).offer(scored);
    return scored;
  }

  /** The ratio to sixty digits. */
  double preciseRatio(I instance) {
    return known(instance, precisely(instance));
  }

  private double known(I instance, Evaluation evaluation) {
    boolean violated = evaluation.outcome() == Outcome.VIOLATED;
    anyDecided = anyDecided || !evaluation.isCoarse();
    if (violated) {
      firstViolation = firstViolation == 0 ? tries : firstViolation;
      violations.add(instance, evaluation.ratio(), evaluation.doubt() > 0);
    }
    if (Double.isNaN(evaluation.ratio())) {
      return violated ? 1 : 0;
    }
    return evaluation.ratio();
  }

  /** About what the ratio is, of sides that are known too coarsely to tell; at most one. */
  private static double guess(Evaluation sides) {
    double ratio = sides.ratioOfMiddles();
    return ratio >= 0 ? Math.min(1, ratio) : 0;
  }
}
