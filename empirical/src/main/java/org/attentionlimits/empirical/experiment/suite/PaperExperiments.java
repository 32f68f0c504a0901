package org.attentionlimits.empirical.experiment.suite;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.attentionlimits.empirical.experiment.Experiment;
import org.attentionlimits.empirical.kernel.Arguments;
import org.attentionlimits.empirical.kernel.Visibility;

/** The experiments with the paper's parameters, as far as a sequence is long enough. */
public final class PaperExperiments {

  private static final int LEAST_TOKENS = 2;

  private PaperExperiments() {}

  /**
   * All experiments for sequences of a length: lengths and N beyond it are left out.
   *
   * @param tokens L, at least 2
   * @param visibility which tokens count
   * @param seed of random directions
   */
  public static List<Experiment<?>> all(int tokens, Visibility visibility, long seed) {
    Arguments.requireEach("number of tokens", LEAST_TOKENS, tokens);
    int longest = Math.min(tokens, DistanceByTopN.LENGTH);
    List<Integer> lengths = upTo(longest, DistanceByLength.LENGTHS, longest);
    int fewest = Math.min(DistanceByLength.SELECTED, lengths.get(0) - 1);
    return List.of(
        new DistanceByLength(lengths, fewest, visibility),
        new DistanceByTopN(longest, upTo(longest - 1, DistanceByTopN.SELECTED, 1), visibility),
        new CriticalTopN(lengths, CriticalTopN.LEVELS, visibility),
        new Separability(longest, upTo(longest - 1, Separability.SELECTED, 1), visibility),
        new GradientSensitivity(
            longest,
            GradientSensitivity.temperatures(),
            GradientSensitivity.STEPS,
            visibility,
            seed),
        new JacobianNorms(longest));
  }

  /** The names of all. */
  public static List<String> ids() {
    return all(LEAST_TOKENS, Visibility.PREFIX, 0).stream()
        .map(experiment -> experiment.paper().id())
        .toList();
  }

  /** The numbers up to a bound; if there are none, another number alone. */
  private static List<Integer> upTo(int bound, List<Integer> numbers, int otherwise) {
    List<Integer> kept = numbers.stream().filter(number -> number <= bound).toList();
    return kept.isEmpty() ? List.of(otherwise) : kept;
  }

  /**
   * Rejects names that are not those of experiments.
   *
   * @throws IllegalArgumentException if there are any, with all of them
   */
  public static void requireKnown(List<String> ids) {
    List<String> known = ids();
    Set<String> unknown = new TreeSet<>(ids);
    known.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "experiment must be one of "
              + String.join(", ", known)
              + ": "
              + String.join(", ", unknown));
    }
  }

  /**
   * The experiments of some names, or all if there are none.
   *
   * @throws IllegalArgumentException if a name is not that of an experiment
   */
  public static List<Experiment<?>> named(
      List<String> ids, int tokens, Visibility visibility, long seed) {
    requireKnown(ids);
    return all(tokens, visibility, seed).stream()
        .filter(experiment -> ids.isEmpty() || ids.contains(experiment.paper().id()))
        .toList();
  }
}
