package org.attentionlimits.theory.search.shrink;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.search.measure.Effort;
import org.attentionlimits.theory.search.measure.Lengths;

/**
 * Makes long counterexamples simpler by many tokens at once: stretches of tokens are made alike,
 * and then left out, long stretches first.
 *
 * @param <I> the type of instance
 */
public final class Thinning<I extends Instance<I>> {

  /** Most tokens of all instances that are asked, in those of rows of logits. */
  private static final double MOST_TOKENS = 4_000_000;

  /** The shortest stretches that are made alike are this share of the row. */
  private static final int STRETCHES = 64;

  private final Predicate<I> violates;
  private double left = MOST_TOKENS;

  /**
   * A thinning.
   *
   * @param violates whether an instance is a counterexample; false for inadmissible ones
   */
  public Thinning(Predicate<I> violates) {
    this.violates = violates;
  }

  /** A counterexample of as many tokens or fewer; the same if it is short. */
  public I thin(I counterexample) {
    return Lengths.isLong(counterexample) ? shorter(alike(counterexample)) : counterexample;
  }

  private I alike(I start) {
    int n = start.tokens();
    I current = start;
    for (int size = n; size >= Math.max(2, n / STRETCHES); size /= 2) {
      for (int from = 0; from < n; from += size) {
        current = madeAlike(current, from, Math.min(n, from + size)).orElse(current);
      }
    }
    return current;
  }

  /** The tokens of a stretch replaced by the first or the last of them. */
  private Optional<I> madeAlike(I current, int from, int to) {
    IntFunction<int[]> like =
        token ->
            IntStream.range(0, current.tokens())
                .map(i -> i >= from && i < to ? token : i)
                .toArray();
    return IntStream.of(from, to - 1)
        .mapToObj(like)
        .flatMap(current::withTokens)
        .filter(i -> !i.equals(current) && isViolation(i))
        .findFirst();
  }

  private I shorter(I start) {
    I current = start;
    for (int size = current.tokens() / 2; size > 0; size /= 2) {
      current = without(current, size);
    }
    return current;
  }

  /**
   * Every stretch of a size left out that need not be there; of stretches of tokens that are alike
   * one is tried.
   */
  private I without(I start, int size) {
    I current = start;
    int[] kinds = kinds(start);
    int from = 0;
    while (from < kinds.length && kinds.length > size) {
      int to = Math.min(kinds.length, from + size);
      int[] rest = rest(kinds.length, from, to);
      Optional<I> next = current.withTokens(rest).filter(this::isViolation).findFirst();
      int[] before = kinds;
      kinds = next.isEmpty() ? before : Arrays.stream(rest).map(i -> before[i]).toArray();
      from = next.isPresent() ? from : Math.max(to, endOfKind(kinds, from) - size + 1);
      current = next.orElse(current);
    }
    return current;
  }

  /** The same number for neighbours that are alike. */
  private int[] kinds(I instance) {
    int[] kinds = new int[instance.tokens()];
    Optional<I> last = Optional.empty();
    for (int i = 0; i < kinds.length; i++) {
      Optional<I> alone = instance.withTokens(i).findFirst();
      kinds[i] = i > 0 && alone.isPresent() && alone.equals(last) ? kinds[i - 1] : i;
      last = alone;
    }
    return kinds;
  }

  private static int endOfKind(int[] kinds, int from) {
    int end = from;
    while (end < kinds.length && kinds[end] == kinds[from]) {
      end++;
    }
    return end;
  }

  private static int[] rest(int tokens, int from, int to) {
    int[] rest = new int[tokens - (to - from)];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = i < from ? i : i + to - from;
    }
    return rest;
  }

  private boolean isViolation(I instance) {
    left -= Effort.inTokens(instance);
    return left >= 0 && violates.test(instance);
  }
}
