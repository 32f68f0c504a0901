package org.attentionlimits.theory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.search.Certificate;

/** What properties ask of a claim at an instance. */
final class Claims {

  /** Attained bounds come out above one by the rounding of the ratio alone: at most 4e-16 seen. */
  private static final double LARGEST_RATIO = 1 + 1e-12;

  /** Two enclosures of one number overlap; their midpoints were at most 2.6e-11 apart. */
  private static final double LARGEST_RATIO_OF_EQUALS = 1 + 2e-9;

  private Claims() {}

  /** A claim of the catalogue. */
  @SuppressWarnings("unchecked")
  static <I extends Instance<I>> Claim<I> named(String id, InstanceType<I> type) {
    Claim<?> claim = Catalogue.named(id).orElseThrow();
    assertThat(claim.type()).isEqualTo(type);
    return (Claim<I>) claim;
  }

  /** Fails if the claim is violated at the instance. */
  static <I extends Instance<I>> void assertHolds(Claim<I> claim, I instance) {
    assertHolds(claim, instance, LARGEST_RATIO);
  }

  /** Fails if a formula that should be false is violated at the instance. */
  static <I extends Instance<I>> void assertSlipHolds(
      InstanceType<I> type, I instance, Claim.Formula<I> formula) {
    assertHolds(Claim.about(type).named("slip").evaluatedBy(formula), instance);
  }

  /** The same for a claim that two sides are equal. */
  static <I extends Instance<I>> void assertEqual(Claim<I> claim, I instance) {
    assertHolds(claim, instance, LARGEST_RATIO_OF_EQUALS);
  }

  private static <I extends Instance<I>> void assertHolds(
      Claim<I> claim, I instance, double largestRatio) {
    Evaluation evaluation = claim.evaluate(instance);
    assertThat(evaluation.outcome())
        .as("%s at %s: %s", claim, instance, evaluation)
        .isNotEqualTo(Outcome.VIOLATED);
    assertThat(!(evaluation.ratio() > largestRatio))
        .as("ratio of %s at %s: %s", claim, instance, evaluation)
        .isTrue();
  }

  /** Fails if the claim is violated at the instance, to be seen by sixty digits. */
  static <I extends Instance<I>> void assertNotCertified(Claim<I> claim, I instance) {
    assertThat(Certificate.of(claim, instance))
        .as("certificate against %s at %s", claim, instance)
        .isEmpty();
  }

  /** Fails if double precision and sixty digits contradict each other. */
  static <I extends Instance<I>> void assertConsistent(Claim<I> claim, I instance) {
    Evaluation fast = claim.evaluate(instance, Arithmetic.BINARY64);
    Evaluation precise = claim.evaluatePrecisely(instance);
    String where = claim + " at " + instance + ": " + fast + " but " + precise;
    if (fast.outcome() != Outcome.UNDECIDED && precise.outcome() != Outcome.UNDECIDED) {
      assertThat(fast.outcome()).as(where).isEqualTo(precise.outcome());
    }
  }
}
