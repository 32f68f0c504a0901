package org.attentionlimits.theory.jqwik;

import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.Family;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.HeadGroup;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.NearTie;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.attention.SphericalRow;

/** What {@link AttentionArbitraries} generate, without jqwik: it need not be on the class path. */
public final class AttentionDraws {

  private static final Map<InstanceType<?>, Function<Draws, ? extends Instance<?>>> KINDS =
      Map.of(
          LogitRow.TYPE, draws -> Rows.logits(draws, draws.temperature()),
          QueryKeys.TYPE, Rows::queryKeys,
          EmbeddedRow.TYPE, Rows::embedded,
          SelectedRow.TYPE, Rows::selected,
          FunctionRow.TYPE, Rows::function,
          PerturbedRow.TYPE, Rows::perturbed,
          Family.TYPE, Rows::family,
          NearTie.TYPE, Rows::nearTie,
          HeadGroup.TYPE, Rows::heads,
          SphericalRow.TYPE, Rows::spherical);

  private AttentionDraws() {}

  /**
   * An instance of a built-in type, as its arbitrary would generate it.
   *
   * @throws IllegalArgumentException if the type is not built in
   */
  public static <I extends Instance<I>> I draw(InstanceType<I> type, Random random) {
    Function<Draws, ? extends Instance<?>> kind = KINDS.get(type);
    if (kind == null) {
      throw new IllegalArgumentException("no arbitrary of this type: " + type.name());
    }
    return type.cast(kind.apply(new Draws(random)));
  }
}
