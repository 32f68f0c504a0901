package org.attentionlimits.theory.testing;

import net.jqwik.api.statistics.Statistics;

/** Says how often the tries of a property have a feature, and asks for a share of them. */
public final class Coverage {

  /** Fewer tries than this say nothing about percentages. */
  private static final int ENOUGH = 900;

  private Coverage() {}

  /** Fails at the property's end if less than a percentage of many tries had the feature. */
  public static void check(String feature, boolean present, int atLeastPercent) {
    Statistics.label(feature)
        .collect(present)
        .coverage(
            coverage ->
                coverage
                    .check(true)
                    .count((count, all) -> all < ENOUGH || count * 100 >= atLeastPercent * all));
  }
}
