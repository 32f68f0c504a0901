package org.attentionlimits.reports.cli.claim;

import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.theory.claim.Claim;

/** Claims by their names. A name that is none is told with at most three that may be meant. */
final class ClaimNames {

  private static final int MOST = 3;

  /** Names that are less alike are not suggested. */
  private static final double ALIKE = 0.85;

  /** Likeness of a name that contains what was written, above that of any misspelling. */
  private static final double CONTAINED = 2;

  /** Parts of names that are shorter say nothing. */
  private static final int SHORTEST_PART = 3;

  private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

  private ClaimNames() {}

  /**
   * The claim of exactly this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Claim<?> find(String name, List<Claim<?>> claims) {
    return claims.stream()
        .filter(claim -> claim.id().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no such claim: " + name + meant(name, claims)));
  }

  private static String meant(String name, List<Claim<?>> claims) {
    List<String> names =
        claims.stream()
            .<String>map(Claim::id)
            .filter(id -> likeness(name, id) >= ALIKE)
            .sorted(Comparator.comparingDouble((String id) -> likeness(name, id)).reversed())
            .limit(MOST)
            .toList();
    return names.isEmpty() ? "" : "; did you mean " + Line.alternatives(names) + "?";
  }

  private static double likeness(String name, String id) {
    double likeness = SIMILARITY.apply(name, id);
    boolean isPart = name.length() >= SHORTEST_PART && id.contains(name);
    return isPart ? likeness + CONTAINED : likeness;
  }
}
