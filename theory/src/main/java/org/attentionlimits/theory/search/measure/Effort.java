package org.attentionlimits.theory.search.measure;

import org.attentionlimits.theory.attention.Instance;

/**
 * What an evaluation to sixty digits costs, hundreds of times as much as one in double precision:
 * counted, since a limit of time would make findings depend on the machine.
 */
public final class Effort {

  /** Numbers of an instance that is the unit. */
  private static final double NUMBERS = 6;

  /** A sample of thousands of draws takes as long as so many evaluations to sixty digits. */
  public static final double OF_A_SAMPLE = 16;

  /** So many pairs of embeddings take as long as a token's logit. */
  private static final double PAIRS_OF_A_TOKEN = 32;

  private Effort() {}

  /** In evaluations of an instance of a few numbers; it grows as their square. */
  public static double of(Instance<?> instance) {
    double size = instance.numbers().length / NUMBERS;
    return Math.max(1, size * size);
  }

  /**
   * What one in double precision costs, in tokens of a row of logits: claims about embeddings
   * compare every two of them.
   */
  public static double inTokens(Instance<?> instance) {
    double n = instance.tokens();
    return instance.type().isComparedInPairs() ? n + n * n / PAIRS_OF_A_TOKEN : n;
  }
}
