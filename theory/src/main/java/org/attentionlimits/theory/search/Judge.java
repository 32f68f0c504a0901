package org.attentionlimits.theory.search;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.search.Finding.Counterexample;

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
    Scored<I> tightest = tightest(cutShort);
    Clock clock = new Clock(limit);
    Optional<Counterexample<I>> counterexample =
        new Reduction<>(claim, clock)
            .smallest(attack.violations().certified())
            .map(i -> new Counterexample<>(i, Certificate.of(claim, i).orElseThrow()));
    Optional<I> suspect =
        attack
            .violations()
            .suspect()
            .or(() -> Optional.of(tightest.instance()).filter(i -> !attack.anyDecided()))
            .filter(violation -> counterexample.isEmpty());
    Verdict verdict =
        counterexample.isPresent()
            ? Verdict.REFUTED
            : suspect.isPresent() ? Verdict.UNDECIDED : Verdict.SURVIVED;
    return new Finding<>(
        claim,
        verdict,
        attack.tries(),
        attack.firstViolation(),
        seed,
        tightest.ratio(),
        tightest.instance(),
        counterexample,
        suspect,
        cutShort || clock.wasUp());
  }

  /**
   * The best instance by its ratio without rounding errors, which may hide or feign a violation; of
   * those that are equal in double precision, the simplest are compared.
   */
  private Scored<I> tightest(boolean cutShort) {
    List<Scored<I>> best = attack.elites().all();
    double most =
        best.stream()
            .mapToDouble(Scored::ratio)
            .max()
            .orElseThrow(() -> new IllegalStateException(claim.id() + nothing(cutShort)));
    return best.stream()
        .filter(scored -> scored.ratio() >= most * (1 - Scored.SAME))
        .sorted((a, b) -> Simplicity.ORDER.compare(a.instance(), b.instance()))
        .limit(COMPARED)
        .map(scored -> new Scored<>(scored.instance(), attack.preciseRatio(scored.instance())))
        .max(Comparator.comparingDouble(Scored::ratio))
        .orElseThrow();
  }

  private static String nothing(boolean cutShort) {
    return cutShort
        ? ": no admissible instance was found within the limit of time"
        : ": no instance of the space is admissible";
  }
}
