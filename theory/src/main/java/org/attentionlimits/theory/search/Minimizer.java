package org.attentionlimits.theory.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.search.measure.Deadline;
import org.attentionlimits.theory.search.measure.Effort;
import org.attentionlimits.theory.search.measure.Lengths;
import org.attentionlimits.theory.search.measure.Simplicity;
import org.attentionlimits.theory.search.shrink.Shrinker;
import org.attentionlimits.theory.search.shrink.Thinning;
import org.attentionlimits.theory.search.shrink.TwoDigits;

/**
 * Makes a counterexample small: a long one is thinned, and it is shrunk; where a smaller shape
 * shows no violation at once, the adversary climbs there for one; and where numbers need many
 * digits, it climbs to a more blatant violation, whose numbers can be rounded.
 *
 * @param <I> the type of instance
 */
final class Minimizer<I extends Instance<I>> {

  private static final int EVALUATIONS = 3000;
  private static final int EVALUATIONS_OF_A_SHAPE = 250;
  private static final int EVALUATIONS_FOR_DIGITS = 1000;
  private static final int FEW_TOKENS = 4;
  private static final double MOST_PRECISE = 400;

  private final Claim<I> claim;
  private final Deadline clock;
  private final Shrinker<I> shrinker;
  private final Shrinker<I> coarse;
  private final Thinning<I> thinning;
  private final SplittableRandom random = new SplittableRandom(0);
  private long left = EVALUATIONS;
  private double precise;

  Minimizer(Claim<I> claim, Deadline clock) {
    this.claim = claim;
    this.clock = clock;
    this.shrinker = new Shrinker<>(this::isViolation);
    this.thinning = new Thinning<>(this::isViolation);
    this.coarse = new Shrinker<>(i -> TwoDigits.suffice(i) && isViolation(i));
  }

  /**
   * Whether an instance violates the claim in double precision, or, where that cannot tell and as
   * far as the effort allows, certainly. By a sample it must do both, the certificate's sample
   * being another.
   */
  private boolean isViolation(I instance) {
    if (clock.isUp() || !claim.admits(instance)) {
      return false;
    }
    Evaluation fast = claim.evaluateAdmitted(instance, Arithmetic.BINARY64);
    Outcome outcome = fast.outcome();
    if (fast.doubt() > 0) {
      return outcome == Outcome.VIOLATED && isCertified(instance);
    }
    if (outcome != Outcome.UNDECIDED || precise >= MOST_PRECISE) {
      return outcome == Outcome.VIOLATED;
    }
    precise += Effort.of(instance);
    return isCertified(instance);
  }

  private boolean isCertified(I instance) {
    return Certificate.of(claim, instance).isPresent();
  }

  /** The smallest certified counterexample reached from some that are certified. */
  Optional<I> smallest(List<I> certified) {
    return certified.stream()
        .map(start -> Lengths.isLong(start) ? orElse(thinning.thin(start), start) : start)
        .map(start -> orElse(shrinker.descend(start), start))
        .min(Simplicity.ORDER)
        .map(start -> orElse(shrinker.shrink(start), start))
        .map(this::withSmallerShape)
        .map(smallest -> withFewerDigits(smallest, certified));
  }

  /** What was reached, if the numbers as printed violate the claim as those in binary do. */
  private I orElse(I reached, I start) {
    return isCertified(reached) ? reached : start;
  }

  private I withSmallerShape(I counterexample) {
    I current = counterexample;
    Optional<I> next = Lengths.isLong(current) ? Optional.empty() : inSmallerShape(current);
    while (next.isPresent()) {
      current = next.get();
      next = inSmallerShape(current);
    }
    return current;
  }

  private Optional<I> inSmallerShape(I current) {
    List<I> neighbours =
        current.smaller().filter(i -> Arrays.compare(i.shape(), current.shape()) < 0).toList();
    for (I neighbour : neighbours) {
      Optional<I> found =
          climbToShape(neighbour).map(start -> orElse(shrinker.shrink(start), start));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<I> climbToShape(I start) {
    long most = Math.min(left, EVALUATIONS_OF_A_SHAPE);
    left -= most;
    return climb(start, most, true);
  }

  /**
   * One of at most two digits a number, if the counterexample has more: near it or a more blatant
   * violation of its shape, or near those that were given. It may have more dimensions.
   */
  private I withFewerDigits(I counterexample, List<I> certified) {
    if (TwoDigits.suffice(counterexample) || Lengths.isLong(counterexample)) {
      return counterexample;
    }
    Stream<I> starts =
        Stream.of(
                Stream.of(counterexample),
                climb(counterexample, EVALUATIONS_FOR_DIGITS, false).stream(),
                certified.stream())
            .flatMap(some -> some);
    return starts
        .flatMap(start -> new TwoDigits<>(claim, this::isViolation, clock).near(start).stream())
        .filter(found -> found.tokens() <= Math.max(FEW_TOKENS, counterexample.tokens()))
        .filter(this::isCertified)
        .findFirst()
        .map(found -> orElse(coarse.shrink(found), found))
        .orElse(counterexample);
  }

  /** The most blatant certified violation of the same shape, or the first. */
  private Optional<I> climb(I start, long most, boolean untilRefuted) {
    Attack<I> attack = new Attack<>(claim, most, clock, untilRefuted);
    new Portfolio<>(attack, random).climbFrom(start);
    return attack.violations().mostBlatant();
  }
}
