package org.attentionlimits.theory.testing;

import java.util.Arrays;
import java.util.Map;
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
import org.attentionlimits.theory.normalize.PositiveFunction;

/** The instances of reference rows, of every type that the catalogue speaks about. */
public final class ReferenceInstances {

  private static final Map<InstanceType<?>, Function<Reference, Instance<?>>> BY_TYPE =
      Map.of(
          Family.TYPE, ReferenceInstances::family,
          SphericalRow.TYPE, ReferenceInstances::sphericalRow,
          NearTie.TYPE, ReferenceInstances::nearTie,
          HeadGroup.TYPE, ReferenceInstances::headGroup,
          LogitRow.TYPE, ReferenceInstances::logitRow,
          EmbeddedRow.TYPE, ReferenceInstances::embeddedRow,
          QueryKeys.TYPE, ReferenceInstances::queryKeys,
          SelectedRow.TYPE, ReferenceInstances::selectedRow,
          FunctionRow.TYPE, ReferenceInstances::functionRow,
          PerturbedRow.TYPE, ReferenceInstances::perturbedRow);

  private ReferenceInstances() {}

  /** The instance of a row that is of the type. */
  public static <I extends Instance<I>> I of(InstanceType<I> type, Reference row) {
    return type.cast(BY_TYPE.get(type).apply(row));
  }

  private static LogitRow logitRow(Reference row) {
    return new LogitRow(row.number("temperature"), row.numbers("logits"));
  }

  private static Family family(Reference row) {
    Family.Arrangement arrangement = Family.Arrangement.valueOf(row.text("arrangement"));
    Family.Weighting weighting = Family.Weighting.valueOf(row.text("weighting"));
    double height = row.number("height");
    return row.has("share")
        ? Family.proportional(arrangement, weighting, height, row.number("share"))
        : Family.fixed(arrangement, weighting, height, row.count("selected"));
  }

  private static SphericalRow sphericalRow(Reference row) {
    return new SphericalRow(
        logitRow(row),
        row.count("selected"),
        row.count("dimension"),
        row.number("radius"),
        row.number("separation"),
        row.number("ball"));
  }

  private static NearTie nearTie(Reference row) {
    double[] depths = row.has("depths") ? row.numbers("depths") : new double[0];
    return new NearTie(row.number("temperature"), row.number("gap"), depths);
  }

  private static HeadGroup headGroup(Reference row) {
    return new HeadGroup(row.number("separability"), row.count("heads"));
  }

  private static EmbeddedRow embeddedRow(Reference row) {
    return new EmbeddedRow(logitRow(row), row.matrix("embeddings"), row.count("selected"));
  }

  private static QueryKeys queryKeys(Reference row) {
    return new QueryKeys(row.number("temperature"), row.numbers("query"), row.matrix("keys"));
  }

  private static SelectedRow selectedRow(Reference row) {
    int[] selected = Arrays.stream(row.numbers("selected")).mapToInt(i -> (int) i).toArray();
    return new SelectedRow(logitRow(row), row.matrix("embeddings"), selected);
  }

  private static FunctionRow functionRow(Reference row) {
    return new FunctionRow(PositiveFunction.valueOf(row.text("function")), logitRow(row));
  }

  private static PerturbedRow perturbedRow(Reference row) {
    return new PerturbedRow(logitRow(row), row.numbers("direction"), row.number("step"));
  }
}
