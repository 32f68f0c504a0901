package org.attentionlimits.theory.jqwik;

import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.search.shrink.Simplification;

/** An instance that shrinks by its own structure, however it was drawn. */
final class ShrinkableInstance<I extends Instance<I>> implements Shrinkable<I> {

  private final I instance;
  private final ShrinkingDistance distance;

  ShrinkableInstance(I instance) {
    this.instance = instance;
    this.distance = Simpler.distance(instance);
  }

  @Override
  public I value() {
    return instance;
  }

  @Override
  public Stream<Shrinkable<I>> shrink() {
    return Simplification.of(instance)
        .<Shrinkable<I>>map(ShrinkableInstance::new)
        .filter(candidate -> candidate.distance().compareTo(distance) < 0);
  }

  @Override
  public ShrinkingDistance distance() {
    return distance;
  }

  @Override
  public String toString() {
    return instance.toString();
  }
}
