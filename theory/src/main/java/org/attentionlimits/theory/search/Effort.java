package org.attentionlimits.theory.search;

import org.attentionlimits.theory.attention.Instance;

/**
 * What an evaluation to sixty digits costs, hundreds of times as much as one in double precision:
 * counted, since a limit of time would make findings depend on the machine.
 */
final class Effort {

  /** Numbers of an instance that is the unit. */
  private static final double NUMBERS = 6;

  private Effort() {}

  /** In evaluations of an instance of a few numbers; it grows as their square. */
  static double of(Instance<?> instance) {
    double size = instance.numbers().length / NUMBERS;
    return Math.max(1, size * size);
  }
}
