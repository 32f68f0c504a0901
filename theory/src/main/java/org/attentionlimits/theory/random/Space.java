package org.attentionlimits.theory.random;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.profile.Recipe;

/**
 * Where instances of a type are looked for: known extremes, and two ways to draw.
 *
 * @param <I> the type
 */
public interface Space<I extends Instance<I>> {

  /** The type. */
  InstanceType<I> type();

  /** Instances at which bounds are often attained or broken; always tried first. */
  Stream<I> landmarks();

  /** A random instance as the adversary draws it, by {@link AdversarialDraws}. */
  I draw(RandomGenerator random);

  /**
   * A random instance as plain generation draws it, by {@link PlainDraws}; as the adversary does
   * unless told otherwise. The two are apart so that a comparison of their power is fair.
   */
  default I drawPlain(RandomGenerator random) {
    return draw(random);
  }

  /** How long rows are made, if there are some. */
  default List<Recipe<I>> recipes() {
    return List.of();
  }

  /** Whether the landmarks are all there is, so that nothing is drawn or varied. */
  default boolean isExhaustedByLandmarks() {
    return false;
  }
}
