package org.attentionlimits.theory.testing;

import java.util.function.Predicate;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.search.shrink.Shrinker;

/** The adversary's shrinker for tests of other packages. */
public final class Shrinkers {

  private Shrinkers() {}

  /** The smallest counterexample that the shrinker reaches from one. */
  @SuppressWarnings("unchecked") // an instance is of its own type
  public static <I extends Instance<I>> Instance<?> smallest(
      Instance<?> counterexample, Predicate<Instance<?>> violates) {
    return new Shrinker<I>(violates::test).shrink((I) counterexample);
  }
}
