package org.attentionlimits.theory.search;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.search.Finding.Counterexample;
import org.attentionlimits.theory.search.measure.Deadline;
import org.attentionlimits.theory.search.measure.Lengths;
import org.attentionlimits.theory.search.measure.Line;
import org.attentionlimits.theory.search.measure.Scored;
import org.attentionlimits.theory.search.measure.Simplicity;
import org.attentionlimits.theory.search.shrink.Shrinker;

/**
 * Finds the counterexample of the largest ratio that fits on a line: the best that an attack saw is
 * made better by climbs, and then simpler for as long as it loses hardly any of its ratio.
 *
 * @param <I> the type of instance
 */
final class Strongest<I extends Instance<I>> {

  private static final int EVALUATIONS = 500;

  /** Share of the ratio that simpler numbers are worth. */
  private static final double WORTH = 0.001;

  private final Claim<I> claim;
  private final Deadline clock;

  Strongest(Claim<I> claim, Deadline clock) {
    this.claim = claim;
    this.clock = clock;
  }

  /**
   * The strongest.
   *
   * @param smallest a certified counterexample
   * @param seen the violations of the attack
   */
  Counterexample<I> of(Counterexample<I> smallest, Violations<I> seen) {
    double least = ratio(smallest.instance());
    Stream<Scored<I>> climbs =
        Stream.concat(
                Stream.of(smallest.instance()),
                seen.onALine().stream().limit(1).map(Scored::instance))
            .flatMap(this::climbed);
    List<Scored<I>> better =
        Stream.concat(climbs, seen.onALine().stream())
            .filter(scored -> scored.ratio() * (1 - WORTH) > least)
            .sorted(Scored.largestFirst())
            .toList();
    return better.stream()
        .flatMap(most -> certified(most.instance()).map(c -> simplest(better, most, c)).stream())
        .findFirst()
        .orElse(smallest);
  }

  /** The simplest that is nearly as good as one that is certified. */
  private Counterexample<I> simplest(
      List<Scored<I>> better, Scored<I> most, Counterexample<I> itself) {
    double enough = most.ratio() * (1 - WORTH);
    I start =
        better.stream()
            .filter(s -> s.ratio() >= enough && s.ratio() <= most.ratio())
            .map(Scored::instance)
            .min(Simplicity.ORDER)
            .orElseThrow();
    I reached =
        new Shrinker<I>(i -> Line.holds(i) && isViolation(i) && ratio(i) >= enough).descend(start);
    return reached.equals(most.instance()) ? itself : certified(reached).orElse(itself);
  }

  private Optional<Counterexample<I>> certified(I instance) {
    return Counterexample.of(claim, instance);
  }

  /** What a climb from an instance reaches on a line; nothing where that takes too long. */
  private Stream<Scored<I>> climbed(I start) {
    if (Lengths.isLong(start) || isSampled(start) || ratio(start) == Double.POSITIVE_INFINITY) {
      return Stream.empty();
    }
    Attack<I> attack = new Attack<>(onALine(), EVALUATIONS, clock, false);
    new Portfolio<>(attack, new SplittableRandom(0)).climbFrom(start);
    return attack.violations().onALine().stream().limit(1);
  }

  private Claim<I> onALine() {
    return Claim.about(claim.type())
        .named(claim.id())
        .where(claim.statement().domain() + ", on a line", i -> Line.holds(i) && claim.admits(i))
        .evaluatedBy(claim::evaluateAdmitted);
  }

  private boolean isViolation(I instance) {
    return !clock.isUp()
        && claim.admits(instance)
        && claim.evaluateAdmitted(instance, Arithmetic.BINARY64).outcome() == Outcome.VIOLATED;
  }

  private boolean isSampled(I instance) {
    return claim.evaluateAdmitted(instance, Arithmetic.BINARY64).doubt() > 0;
  }

  /** The ratio, to sixty digits where double precision does not tell. */
  private double ratio(I instance) {
    Evaluation fast = claim.evaluateAdmitted(instance, Arithmetic.BINARY64);
    double ratio =
        Double.isNaN(fast.ratio())
            ? claim.evaluateAdmitted(instance, Claim.PRECISE).ratio()
            : fast.ratio();
    return Optional.of(ratio).filter(r -> r >= 0).orElse(0.0);
  }
}
