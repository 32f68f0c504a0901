package org.attentionlimits.theory.power;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.search.Adversary;
import org.attentionlimits.theory.search.Finding;
import org.attentionlimits.theory.search.Parallel;

/** The false claims by which the power of a search is measured. */
public final class PowerSuite {

  /** Claims whose two sides are equal somewhere. */
  private static final List<String> ATTAINED =
      List.of(
          "lemma-1",
          "lemma-1-sharp",
          "corollary-1-max",
          "corollary-1-sharp",
          "theorem-1-fixed",
          "theorem-1-fixed-any",
          "theorem-1-random",
          "theorem-1-random-upper",
          "theorem-2-lower",
          "theorem-2-lower-sharp",
          "theorem-2-upper-sharp",
          "theorem-2-upper-repaired",
          "theorem-2-upper-repaired-mcdiarmid",
          "corollary-3-entry",
          "corollary-3-sharp",
          "jacobian-exact",
          "finite-difference",
          "prose-low-temperature",
          "jacobian-by-log-slope",
          "head-coverage",
          "head-coverage-dependent",
          "length-aware-gap",
          "sparse-norm",
          "sparse-entropy",
          "controlled-below");

  private static final double NANOS = 1e9;

  private PowerSuite() {}

  /** All mutants. */
  public static List<Mutant<?>> claims() {
    List<Mutant<?>> all = new ArrayList<>();
    for (String id : ATTAINED) {
      Claim<?> claim = Catalogue.named(id).orElseThrow();
      all.add(Tightened.of(claim, 0.01));
      all.add(Tightened.of(claim, 0.001));
    }
    for (String id :
        List.of("lemma-1-sharp", "corollary-1-sharp", "theorem-1-fixed", "corollary-3-sharp")) {
      all.add(Tightened.of(Catalogue.named(id).orElseThrow(), Tightened.STRICT));
    }
    all.addAll(NeedleMutants.claims());
    all.addAll(KeyMutants.printed(named("corollary-1-max", QueryKeys.TYPE)));
    all.addAll(KeyMutants.sharp(named("corollary-1-sharp", QueryKeys.TYPE)));
    all.addAll(FunctionMutants.weights(named("lemma-1", FunctionRow.TYPE)));
    all.addAll(FunctionMutants.sharpWeights(named("lemma-1-sharp", FunctionRow.TYPE)));
    all.addAll(FunctionMutants.norm(named("lemma-2", FunctionRow.TYPE)));
    all.addAll(FunctionMutants.sharpNorm(named("lemma-2-sharp", FunctionRow.TYPE)));
    all.addAll(DistanceMutants.top(named("theorem-1-fixed", EmbeddedRow.TYPE)));
    all.addAll(DistanceMutants.anySet(named("theorem-1-fixed-any", SelectedRow.TYPE)));
    all.addAll(DistanceMutants.all(named("corollary-2-ii", EmbeddedRow.TYPE)));
    all.addAll(ExpectationMutants.mainSum(named("theorem-1-random", EmbeddedRow.TYPE)));
    all.addAll(ExpectationMutants.upperSum(named("theorem-1-random-upper", EmbeddedRow.TYPE)));
    all.addAll(GradientMutants.norm(named("corollary-3-sharp", LogitRow.TYPE)));
    all.addAll(GradientMutants.entry(named("corollary-3-entry", LogitRow.TYPE)));
    all.addAll(GradientMutants.exact(named("jacobian-exact", LogitRow.TYPE)));
    all.addAll(GradientMutants.step(named("finite-difference", PerturbedRow.TYPE)));
    return List.copyOf(all);
  }

  /**
   * Measures plain generation and the adversary on every mutant, in parallel.
   *
   * @param seed of all random choices
   * @param budget most instances evaluated for one claim, by either
   */
  public static List<Power> measure(long seed, long budget) {
    return measure(claims(), seed, budget);
  }

  static List<Power> measure(List<Mutant<?>> some, long seed, long budget) {
    return Parallel.map(some, mutant -> measure(mutant, seed, budget));
  }

  /** Measures one mutant. */
  public static <I extends Instance<I>> Power measure(Mutant<I> mutant, long seed, long budget) {
    OptionalLong plain = PlainSearch.firstViolation(mutant.claim(), seed, budget);
    long start = processorTime();
    Finding<I> finding = new Adversary(seed, budget).untilRefuted().attack(mutant.claim());
    return new Power(mutant, plain, finding, (processorTime() - start) / NANOS);
  }

  /** That of this thread, on which an attack runs alone. */
  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @SuppressWarnings("unchecked")
  static <I extends Instance<I>> Claim<I> named(String id, InstanceType<I> type) {
    Claim<?> claim = Catalogue.named(id).orElseThrow();
    if (claim.type() != type) {
      throw new IllegalStateException(id + " is not about " + type.name());
    }
    return (Claim<I>) claim;
  }
}
