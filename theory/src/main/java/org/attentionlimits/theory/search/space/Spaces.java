package org.attentionlimits.theory.search.space;

import java.util.Map;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.Family;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.HeadGroup;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.NearTie;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.attention.SphericalRow;

/** The spaces of the built-in instance types. */
public final class Spaces {

  private static final Map<Class<?>, Space<?>> BUILT_IN =
      Map.of(
          LogitRow.class, new LogitRows(),
          EmbeddedRow.class, new EmbeddedRows(),
          QueryKeys.class, new QueryKeyRows(),
          SelectedRow.class, new SelectedRows(),
          FunctionRow.class, new FunctionRows(),
          PerturbedRow.class, new PerturbedRows(),
          Family.class, new FamilySpace(),
          NearTie.class, new NearTies(),
          HeadGroup.class, new HeadGroups(),
          SphericalRow.class, new SphericalRows());

  private Spaces() {}

  /**
   * The space of a built-in type.
   *
   * @throws IllegalArgumentException if the type is not built in
   */
  @SuppressWarnings("unchecked")
  public static <I extends Instance<I>> Space<I> of(Class<I> type) {
    Space<?> space = BUILT_IN.get(type);
    if (space == null) {
      throw new IllegalArgumentException(
          "no built-in space of instances, give one: " + type.getName());
    }
    return (Space<I>) space;
  }
}
