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

  /** Relative difference of ratios that may be rounding. */
  private static final double SAME = 1e-9;

  /** Instances whose ratios are compared without rounding. */
  private static final int COMPARED = 8;

  /** Inadmissible instances, as a multiple of the budget, after which an attack gives up. */
  private static final int MISSES = 10;

  private record Scored<I>(I instance, double ratio) {}

  private final Claim<I> claim;
  private final long budget;
  private final int climbers;
  private final List<Scored<I>> best = new ArrayList<>();
  private final List<I> violations = new ArrayList<>();
  private long tries;
  private long misses;

  Attack(Claim<I> claim, long budget, int climbers) {
    this.claim = claim;
    this.budget = budget;
    this.climbers = climbers;
  }

  /** Whether a share of the budget is spent, or so much was inadmissible that it never will be. */
  boolean isOver(double shareOfBudget) {
    return tries >= shareOfBudget * budget || misses >= MISSES * budget;
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

  /**
   * Ratio of left to right, if it is not known one of a violation and else zero; −1 beyond the
   * budget or the claim's domain.
   */
  private double score(I instance) {
    if (isOver(1)) {
      return -1;
    }
    if (!claim.admits(instance)) {
      misses++;
      return -1;
    }
    tries++;
    return ratio(instance, evaluate(instance));
  }

  private double ratio(I instance, Evaluation evaluation) {
    boolean violated = evaluation.outcome() == Outcome.VIOLATED;
    if (violated) {
      keepViolation(instance);
    }
    if (Double.isNaN(evaluation.ratio())) {
      return violated ? 1 : 0;
    }
    return evaluation.ratio();
  }

  private Evaluation evaluate(I instance) {
    Evaluation fast = claim.evaluate(instance, Arithmetic.BINARY64);
    boolean unknown = fast.isCoarse() || Double.isNaN(fast.ratio());
    return unknown ? claim.evaluatePrecisely(instance) : fast;
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
    for (int i = 0; !isOver(1) && !climbing.isEmpty(); i = (i + 1) % climbing.size()) {
      Scored<I> from = climbing.get(i);
      Optional<I> step = mutation.step(from.instance);
      double ratio = step.map(this::score).orElse(-1.0);
      misses += step.isEmpty() ? 1 : 0;
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
   * The best instance by its ratio without rounding errors, which may hide or feign a violation; of
   * those that are equal in double precision, the simplest are compared.
   */
  private Scored<I> tightest() {
    double most =
        best.stream()
            .mapToDouble(Scored::ratio)
            .max()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        claim.id() + ": no instance of the space is admissible"));
    return best.stream()
        .filter(scored -> scored.ratio >= most * (1 - SAME))
        .sorted((a, b) -> Simplicity.ORDER.compare(a.instance, b.instance))
        .limit(COMPARED)
        .map(scored -> new Scored<>(scored.instance, preciseRatio(scored.instance)))
        .max(Comparator.comparingDouble(Scored::ratio))
        .orElseThrow();
  }

  private double preciseRatio(I instance) {
    return ratio(instance, claim.evaluatePrecisely(instance));
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
