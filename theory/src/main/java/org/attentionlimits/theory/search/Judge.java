package org.attentionlimits.theory.search;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.search.Finding.Counterexample;
import org.attentionlimits.theory.search.measure.Deadline;
import org.attentionlimits.theory.search.measure.Lengths;
import org.attentionlimits.theory.search.measure.Scored;
import org.attentionlimits.theory.search.measure.Simplicity;

/**
 * Makes a finding of what an attack saw: the smallest certified counterexample decides.
 *
 * @param <I> the type of instance
 */
final class Judge<I extends Instance<I>> {

  /** Instances whose ratios are compared without rounding. */
  private static final int COMPARED = 8;

  private final Claim<I> claim;
  private final Attack<I> attack;

  Judge(Claim<I> claim, Attack<I> attack) {
    this.claim = claim;
    this.attack = attack;
  }

  /**
   * The finding.
   *
   * @param limit of the time for shrinking
   */
  Finding<I> finding(long seed, Duration limit, boolean cutShort) {
    Optional<Scored<I>> tightest = tightest();
    Deadline clock = new Deadline(limit);
    Optional<Counterexample<I>> smallest =
        new Minimizer<>(claim, clock)
            .smallest(attack.violations().certified())
            .map(instance -> Counterexample.of(claim, instance).orElseThrow());
    Optional<Counterexample<I>> strongest =
        smallest.map(s -> new Strongest<>(claim, clock).of(s, attack.violations()));
    Optional<I> suspect = smallest.isPresent() ? Optional.empty() : suspect(tightest);
    boolean late = cutShort || clock.wasUp();
    Finding<I> finding =
        new Finding<>(
            claim,
            verdict(smallest, suspect),
            attack.tries(),
            attack.budget(),
            attack.firstViolation(),
            seed,
            attack.longest(),
            tightest.map(Scored::ratio).orElse(0.0),
            tightest.map(Scored::instance),
            smallest,
            Optional.empty(),
            suspect,
            smallest.isPresent() ? Optional.empty() : reason(suspect, cutShort),
            late);
    return strongest.map(finding::with).orElse(finding);
  }

  private Verdict verdict(Optional<Counterexample<I>> counterexample, Optional<I> suspect) {
    if (counterexample.isPresent()) {
      return Verdict.REFUTED;
    }
    return suspect.isPresent() || attack.tries() == 0 ? Verdict.UNDECIDED : Verdict.SURVIVED;
  }

  /** A violation that cannot be certified, or an instance if the sides are known nowhere. */
  private Optional<I> suspect(Optional<Scored<I>> tightest) {
    return attack
        .violations()
        .suspect()
        .or(() -> tightest.map(Scored::instance).filter(i -> !attack.anyDecided()));
  }

  private Optional<String> reason(Optional<I> suspect, boolean cutShort) {
    if (attack.tries() == 0) {
      return Optional.of(
          "no admissible instance was found among "
              + attack.misses()
              + (cutShort ? " drawn within the limit of time" : " drawn"));
    }
    return suspect.map(
        i ->
            attack.anyDecided()
                ? "what looked like a counterexample could not be certified"
                : "the sides are known too coarsely at every instance tried");
  }

  /**
   * The best instance by its ratio without rounding errors, which may hide or feign a violation; of
   * those that are equal in double precision, the simplest are compared.
   */
  private Optional<Scored<I>> tightest() {
    List<Scored<I>> best = attack.best();
    double most = best.stream().mapToDouble(Scored::ratio).max().orElse(0);
    return best.stream()
        .filter(scored -> scored.ratio() >= most * (1 - Scored.SAME))
        .sorted((a, b) -> Simplicity.ORDER.compare(a.instance(), b.instance()))
        .limit(COMPARED)
        .map(this::withoutRounding)
        .max(Comparator.comparingDouble(Scored::ratio));
  }

  private Scored<I> withoutRounding(Scored<I> scored) {
    return Lengths.isLong(scored.instance())
        ? scored
        : new Scored<>(scored.instance(), attack.preciseRatio(scored.instance()));
  }
}
