package org.attentionlimits.empirical.recording.head;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which keys a query sees. The query of row i stands at position {@code start + i}. It sees
 *
 * <ul>
 *   <li>keys up to its own position, if attention is causal;
 *   <li>of a window w, keys less than w positions away;
 *   <li>of these, those that the mask tells to be there.
 * </ul>
 */
public final class Sight {

  private static final int UNBOUNDED = Integer.MAX_VALUE;

  private final int queries;
  private final int keys;
  private final int start;
  private final boolean causal;
  private final int window;
  private final boolean[] mask;

  private Sight(int queries, int keys, int start, boolean causal, int window, boolean... mask) {
    this.queries = queries;
    this.keys = keys;
    this.start = start;
    this.causal = causal;
    this.window = window;
    this.mask = mask;
  }

  /** All keys, for every query. */
  public static Sight whole(int queries, int keys) {
    return new Sight(queries, keys, 0, false, UNBOUNDED);
  }

  /** The same with keys up to the query's own position only. */
  public Sight causal() {
    return new Sight(queries, keys, start, true, window, mask);
  }

  /**
   * The same with the first query at another position.
   *
   * @throws IllegalArgumentException if a query would stand behind the last key
   */
  public Sight from(int position) {
    if (position < 0 || position > keys - queries) {
      throw new IllegalArgumentException(
          "query_start must be from 0 to " + (keys - queries) + ": " + position);
    }
    return new Sight(queries, keys, position, causal, window, mask);
  }

  /** The same without the causal mask. */
  public Sight withoutCausalMask() {
    return new Sight(queries, keys, start, false, window, mask);
  }

  /**
   * The same within a window.
   *
   * @param size w, at least 1
   */
  public Sight within(int size) {
    return new Sight(queries, keys, start, causal, size, mask);
  }

  /**
   * The same with a mask.
   *
   * @param there of the keys, [Lk], or of queries and keys, [Lq, Lk] row-major
   */
  public Sight with(boolean... there) {
    if (there.length != keys && there.length != queries * keys) {
      throw new IllegalArgumentException(
          "mask must have " + keys + " or " + queries + " × " + keys + ": " + there.length);
    }
    return new Sight(queries, keys, start, causal, window, there);
  }

  /** The same without a mask of tokens that are there. */
  public Sight withoutMask() {
    return new Sight(queries, keys, start, causal, window);
  }

  /** The same with the mask inverted. */
  public Sight withInvertedMask() {
    boolean[] inverted = new boolean[mask.length];
    for (int i = 0; i < mask.length; i++) {
      inverted[i] = !mask[i];
    }
    return with(inverted);
  }

  /** Whether every query sees all keys up to its own position and no other. */
  public boolean isPrefix() {
    return causal && window == UNBOUNDED && mask.length == 0;
  }

  /** Whether there is a mask of keys that are there. */
  public boolean hasMask() {
    return mask.length > 0;
  }

  int queries() {
    return queries;
  }

  int keys() {
    return keys;
  }

  /** Position of the first query. */
  public int start() {
    return start;
  }

  /** Whether a query sees a key. */
  public boolean sees(int query, int key) {
    int position = start + query;
    if (causal && key > position) {
      return false;
    }
    if (window != UNBOUNDED && Math.abs(position - key) >= window) {
      return false;
    }
    return mask.length == 0 || mask[mask.length == keys ? key : query * keys + key];
  }

  /** The keys that a query sees, in order. */
  public int[] visible(int query) {
    int[] seen = new int[keys];
    int count = 0;
    for (int key = 0; key < keys; key++) {
      if (sees(query, key)) {
        seen[count++] = key;
      }
    }
    return Arrays.copyOf(seen, count);
  }

  /** Number of queries that see so many keys; those that see none are blind. */
  public int queriesSeeing(int number) {
    return (int)
        IntStream.range(0, queries).filter(query -> visible(query).length == number).count();
  }

  /** Number of pairs of a query and a key that it sees. */
  public long pairs() {
    return IntStream.range(0, queries).mapToLong(query -> visible(query).length).sum();
  }
}
