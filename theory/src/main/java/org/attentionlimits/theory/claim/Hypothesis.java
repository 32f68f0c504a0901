package org.attentionlimits.theory.claim;

import java.util.function.Predicate;

/**
 * One of the conditions under which a claim speaks about an instance.
 *
 * @param words the condition, as {@code at least two tokens}
 * @param test whether an instance meets it
 * @param <I> the type of instance
 */
public record Hypothesis<I>(String words, Predicate<I> test) {

  /** Whether an instance meets it. */
  public boolean isMetBy(I instance) {
    return test.test(instance);
  }
}
