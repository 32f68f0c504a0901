package org.attentionlimits.theory.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiConsumer;
import net.jqwik.api.statistics.Statistics;

/** Says how often the tries of a property have a feature, and asks for a share of them. */
public final class Coverage {

  private Coverage() {}

  /**
   * Fails at the property's end if fewer tries had the feature than {@link Chance#fewest} allows.
   *
   * @param percent of all draws that have the feature, as counted once and rounded down
   */
  public static void check(String feature, boolean present, int percent) {
    Statistics.label(feature)
        .collect(present)
        .coverage(coverage -> coverage.check(true).count(atLeast(percent)));
  }

  /** Asks for as many of all as a share of the draws gives. */
  public static BiConsumer<Integer, Integer> atLeast(int percent) {
    return (count, all) ->
        assertThat(count)
            .as("tries of %s, of which %s %% are expected", all, percent)
            .isGreaterThanOrEqualTo(Chance.fewest(all, percent / 100.0));
  }

  /** Asks for no more of all than a share of the draws gives. */
  public static BiConsumer<Integer, Integer> atMost(int percent) {
    return (count, all) ->
        assertThat(count)
            .as("tries of %s, of which %s %% are expected", all, percent)
            .isLessThanOrEqualTo(Chance.most(all, percent / 100.0));
  }
}
