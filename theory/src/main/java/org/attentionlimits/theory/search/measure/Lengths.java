package org.attentionlimits.theory.search.measure;

import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.random.AdversarialDraws;

/** Which instances are long: too long to be changed one token at a time. */
public final class Lengths {

  /** Most tokens of those that are drawn and changed one by one. */
  public static final int SHORT = AdversarialDraws.MOST_TOKENS;

  private Lengths() {}

  /** Whether an instance has many tokens and can be made of some of them. */
  public static boolean isLong(Instance<?> instance) {
    return instance.tokens() > SHORT
        && instance
            .withTokens(IntStream.range(0, instance.tokens()).toArray())
            .findAny()
            .isPresent();
  }
}
