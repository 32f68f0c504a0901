package org.attentionlimits.theory.search;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;

/**
 * Where the adversary looks for instances of a type.
 *
 * @param <I> the type
 */
public interface Space<I extends Instance<I>> {

  /** Instances at which bounds are often attained or broken; always tried first. */
  Stream<I> landmarks();

  /** A random instance, of a random shape and scale. */
  I draw(SplittableRandom random);

  /** Whether the landmarks are all there is, so that nothing is drawn or varied. */
  default boolean isExhaustedByLandmarks() {
    return false;
  }
}
