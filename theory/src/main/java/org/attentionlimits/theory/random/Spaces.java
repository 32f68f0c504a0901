package org.attentionlimits.theory.random;

import java.util.List;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;

/** The built-in spaces, one for each built-in type of instance. */
public final class Spaces {

  private static final List<Space<?>> BUILT_IN =
      List.of(
          new LogitRows(),
          new QueryKeyRows(),
          new EmbeddedRows(),
          new SelectedRows(),
          new FunctionRows(),
          new PerturbedRows(),
          new SphericalRows(),
          new NearTies(),
          new HeadGroups(),
          new GrowingRows());

  private Spaces() {}

  /** All of them. */
  public static List<Space<?>> all() {
    return BUILT_IN;
  }

  /** The built-in types of instances. */
  public static List<InstanceType<?>> types() {
    return BUILT_IN.stream().<InstanceType<?>>map(Space::type).toList();
  }

  /**
   * The space of a built-in type.
   *
   * @throws IllegalArgumentException if the type is not built in
   */
  @SuppressWarnings("unchecked") // a space of a type is one of its instances
  public static <I extends Instance<I>> Space<I> of(InstanceType<I> type) {
    return (Space<I>)
        BUILT_IN.stream()
            .filter(space -> space.type() == type)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no built-in space of instances, give one: " + type.name()));
  }
}
