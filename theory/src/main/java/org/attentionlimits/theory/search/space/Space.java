package org.attentionlimits.theory.search.space;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.profile.Recipe;

/**
 * Where the adversary looks for instances of a type.
 *
 * @param <I> the type
 */
public interface Space<I extends Instance<I>> {

  /** The type. */
  InstanceType<I> type();

  /** Instances at which bounds are often attained or broken; always tried first. */
  Stream<I> landmarks();

  /** A random instance, of a random shape and scale. */
  I draw(SplittableRandom random);

  /** How long rows are made, if there are some. */
  default List<Recipe<I>> recipes() {
    return List.of();
  }

  /** Whether the landmarks are all there is, so that nothing is drawn or varied. */
  default boolean isExhaustedByLandmarks() {
    return false;
  }
}
