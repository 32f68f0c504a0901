package org.attentionlimits.theory.chance;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;

/**
 * Confidence intervals of the probability of success, from the number of successes in independent
 * trials.
 *
 * <p>The lower end of k successes in m trials is a p at which {@code P(Bin(m, p) ≥ k) ≤ doubt/2},
 * the upper end one minus that of m − k (C. J. Clopper, E. S. Pearson, Biometrika 26 (1934),
 * doi:10.1093/biomet/26.4.404). The tail is enclosed, so that the inequality is certain; the p is
 * within a few millionths of the largest one.
 */
public final class ClopperPearson {

  /** Halvings of the interval that p is looked for in. */
  private static final int HALVINGS = 20;

  /** A term of the tail relative to the sum, at which the rest is bounded instead of summed. */
  private static final double NEGLIGIBLE = 1e-8;

  private static final Arithmetic ARITHMETIC = Arithmetic.BINARY64;

  private final int trials;
  private final double doubt;
  private final AtomicReferenceArray<Double> lowerEnds;

  /**
   * Intervals of a number of trials.
   *
   * @param trials m, at least 1
   * @param doubt the chance that an interval misses, between 0 and 1
   * @throws IllegalArgumentException on any other argument
   */
  public ClopperPearson(int trials, double doubt) {
    if (trials < 1) {
      throw new IllegalArgumentException("trials must be positive: " + trials);
    }
    if (!(doubt > 0 && doubt < 1)) {
      throw new IllegalArgumentException("doubt must be between 0 and 1: " + doubt);
    }
    this.trials = trials;
    this.doubt = doubt;
    this.lowerEnds = new AtomicReferenceArray<>(trials + 1);
  }

  /**
   * The interval if the number of successes is known to lie between two numbers.
   *
   * @param least fewest successes, from 0 to most
   * @param most most successes, up to the number of trials
   * @throws IllegalArgumentException on any other argument
   */
  public Bounds interval(int least, int most) {
    if (!(0 <= least && least <= most && most <= trials)) {
      throw new IllegalArgumentException(
          "successes must be from 0 to " + trials + " and in order: " + least + " and " + most);
    }
    double failure = lowerEnd(trials - most);
    return new Bounds(lowerEnd(least), failure == 0 ? 1 : Math.nextUp(1 - failure));
  }

  /** {@code P(Bin(m, p) ≥ k)} for k at least 1 and p below both k/m and one. */
  Real tail(int successes, double p) {
    return new Tail(successes).at(p);
  }

  private double lowerEnd(int successes) {
    Double known = lowerEnds.get(successes);
    if (known == null) {
      known = successes == 0 ? 0 : new Tail(successes).largestUnlikely();
      lowerEnds.set(successes, known);
    }
    return known;
  }

  /** {@code P(Bin(m, p) ≥ k)} as a function of p. */
  private final class Tail {
    private final int successes;
    private final Real logChoices;

    private Tail(int successes) {
      this.successes = successes;
      Real sum = ARITHMETIC.of(0);
      for (int j = 1; j <= successes; j++) {
        sum = sum.plus(ARITHMETIC.of((long) trials - successes + j).dividedBy(j).log());
      }
      this.logChoices = sum;
    }

    /**
     * A p at which the tail is certainly at most doubt/2. One is known by {@code C(m, k) p^k ≤
     * (emp/k)^k}.
     */
    private double largestUnlikely() {
      double mean = StrictMath.log((double) successes / trials);
      double low = mean - 1 + StrictMath.log(doubt / 2) / successes;
      double high = mean;
      while (!isUnlikely(low)) {
        low -= 1;
      }
      for (int i = 0; i < HALVINGS; i++) {
        double middle = (low + high) / 2;
        if (isUnlikely(middle)) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return StrictMath.exp(low);
    }

    private boolean isUnlikely(double logP) {
      return at(StrictMath.exp(logP)).certainlyAtMost(ARITHMETIC.input(doubt / 2));
    }

    private Real at(double p) {
      Real chance = ARITHMETIC.input(p);
      return atLeast(chance, ARITHMETIC.of(1).minus(chance));
    }

    /**
     * The terms from k on, for p below k/m. They fall faster than geometrically: after a term and
     * its ratio to the next, no more than {@code term · ratio/(1 − ratio)} is left.
     */
    private Real atLeast(Real p, Real q) {
      Real odds = p.dividedBy(q);
      Real term = first(p, q);
      Real sum = term;
      for (int j = successes; j < trials; j++) {
        Real ratio = odds.times(trials - j).dividedBy(j + 1);
        if (term.value() <= NEGLIGIBLE * sum.value() && ratio.value() < 1) {
          Real rest = term.times(ratio).dividedBy(ARITHMETIC.of(1).minus(ratio));
          return sum.hull(sum.plus(rest));
        }
        term = term.times(ratio);
        sum = sum.plus(term);
      }
      return sum;
    }

    /** {@code C(m, k) p^k q^(m−k)}. */
    private Real first(Real p, Real q) {
      Real success = p.log().times(successes);
      Real failure = q.log().times(trials - successes);
      return logChoices.plus(success).plus(failure).exp();
    }
  }
}
