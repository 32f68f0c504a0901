package org.attentionlimits.theory.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.search.Finding.Counterexample;

/** One attack on one claim: its budget, the best instances so far, and the violations seen. */
final class Attack<I extends Instance<I>> {

  private static final int KEPT_VIOLATIONS = 8;

  private record Scored<I>(I instance, double ratio) {}

  private final Claim<I> claim;
  private final long budget;
  private final int climbers;
  private final List<Scored<I>> best = new ArrayList<>();
  private final List<I> violations = new ArrayList<>();
  private long tries;

  Attack(Claim<I> claim, long budget, int climbers) {
    this.claim = claim;
    this.budget = budget;
    this.climbers = climbers;
  }

  long tries() {
    return tries;
  }

  /** Evaluates an instance within the budget, and remembers it if it is among the best. */
  void consider(I instance) {
    double ratio = score(instance);
    boolean full = best.size() == climbers;
    if (ratio >= 0 && (!full || ratio > best.get(climbers - 1).ratio)) {
      if (full) {
        best.remove(climbers - 1);
      }
      best.add(new Scored<>(instance, ratio));
      best.sort(Comparator.comparingDouble((Scored<I> s) -> s.ratio).reversed());
    }
  }

  /** Ratio of left to right; −1 beyond the budget or the claim's domain, or if it is not known. */
  private double score(I instance) {
    if (tries >= budget) {
      return -1;
    }
    tries++;
    if (!claim.admits(instance)) {
      return -1;
    }
    Evaluation evaluation = evaluate(instance);
    if (evaluation.outcome() == Outcome.VIOLATED) {
      keepViolation(instance);
    }
    return Double.isNaN(evaluation.ratio()) ? -1 : evaluation.ratio();
  }

  private Evaluation evaluate(I instance) {
    Evaluation fast = claim.evaluate(instance, Arithmetic.BINARY64);
    return fast.isCoarse() ? claim.evaluatePrecisely(instance) : fast;
  }

  private void keepViolation(I instance) {
    violations.add(instance);
    violations.sort(Simplicity.ORDER);
    if (violations.size() > KEPT_VIOLATIONS) {
      violations.remove(KEPT_VIOLATIONS);
    }
  }

  /** Spends what is left of the budget on steps from the best instances. */
  void climb(Mutation mutation) {
    List<Scored<I>> climbing = new ArrayList<>(best);
    for (int i = 0; tries < budget && !climbing.isEmpty(); i = (i + 1) % climbing.size()) {
      Scored<I> from = climbing.get(i);
      Optional<I> step = mutation.step(from.instance);
      if (step.isEmpty()) {
        tries++;
        continue;
      }
      double ratio = score(step.get());
      if (ratio >= from.ratio) {
        climbing.set(i, new Scored<>(step.get(), ratio));
      }
    }
    best.addAll(climbing);
  }

  /** The smallest certified counterexample decides. */
  Finding<I> finding(long seed) {
    Scored<I> tightest = tightest();
    Optional<Counterexample<I>> counterexample = counterexample();
    Verdict verdict =
        counterexample.isPresent()
            ? Verdict.REFUTED
            : violations.isEmpty() ? Verdict.SURVIVED : Verdict.UNDECIDED;
    return new Finding<>(
        claim, verdict, tries, seed, tightest.ratio, tightest.instance, counterexample);
  }

  /**
   * The best instance by its ratio without rounding errors, which may hide or feign a violation.
   */
  private Scored<I> tightest() {
    return best.stream()
        .map(scored -> new Scored<>(scored.instance, preciseRatio(scored.instance)))
        .max(Comparator.comparingDouble(scored -> scored.ratio))
        .orElseThrow(
            () ->
                new IllegalStateException(claim.id() + ": no instance of the space is admissible"));
  }

  private double preciseRatio(I instance) {
    Evaluation evaluation = claim.evaluatePrecisely(instance);
    if (evaluation.outcome() == Outcome.VIOLATED) {
      keepViolation(instance);
    }
    return Double.isNaN(evaluation.ratio()) ? 0 : evaluation.ratio();
  }

  private Optional<Counterexample<I>> counterexample() {
    Shrinker<I> shrinker = new Shrinker<>(this::isCertified);
    return violations.stream()
        .filter(this::isCertified)
        .map(shrinker::shrink)
        .min(Simplicity.ORDER)
        .map(i -> new Counterexample<>(i, Certificate.of(claim, i).orElseThrow()));
  }

  private boolean isCertified(I instance) {
    return claim.admits(instance)
        && claim.evaluate(instance, Arithmetic.BINARY64).outcome() != Outcome.HOLDS
        && Certificate.of(claim, instance).isPresent();
  }
}
