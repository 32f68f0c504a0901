package org.attentionlimits.empirical.recording.head;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.attentionlimits.empirical.io.Line;

/**
 * Tokens that queries see and that have a weight of exactly zero in every head, as a window or a
 * padding that is not told leaves them.
 */
public final class ZeroWeights {

  /** Fewer pairs of a query and a key tell nothing. */
  private static final long FEWEST_PAIRS = 2;

  private final Sight sight;
  private final boolean[] weighed;
  private int farthest;
  private int heads;

  /**
   * No head yet.
   *
   * @param sight of all heads
   */
  public ZeroWeights(Sight sight) {
    this.sight = sight;
    this.weighed = new boolean[sight.keys()];
  }

  /** Adds a head. */
  public void add(RecordedHead head) {
    heads++;
    for (int query = 0; query < head.queries(); query++) {
      int position = sight.start() + query;
      for (int key : sight.visible(query)) {
        if (head.arrays().weight(query, key) > 0) {
          weighed[key] = true;
          farthest = Math.max(farthest, Math.abs(position - key));
        }
      }
    }
  }

  /** Pairs of a query and a key. */
  @FunctionalInterface
  private interface Pairs {
    boolean hold(int query, int key);
  }

  /** What the zeros look like, a sentence each; none if no head was added. */
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    int begin = firstWeighed();
    int end = lastWeighed() + 1;
    boolean far = isEnough(this::isFar);
    boolean farWithin = isEnough((query, key) -> isFar(query, key) && key >= begin && key < end);
    boolean either = far && !farWithin;
    addPadding("first", (query, key) -> key < begin, either, remarks);
    addPadding("last", (query, key) -> key >= end && key >= begin, either, remarks);
    if (farWithin) {
      remarks.add(
          "no query has weight on a token "
              + Line.counted(window(), "position or more", "positions or more")
              + " away: a window? Tell window="
              + window()
              + "; until then these tokens count as of weight zero");
    }
    return remarks;
  }

  private int firstWeighed() {
    int key = 0;
    while (key < weighed.length && !weighed[key]) {
      key++;
    }
    return key;
  }

  private int lastWeighed() {
    int key = weighed.length - 1;
    while (key >= 0 && !weighed[key]) {
      key--;
    }
    return key;
  }

  private int window() {
    return farthest + 1;
  }

  private boolean isFar(int query, int key) {
    return Math.abs(sight.start() + query - key) >= window();
  }

  private boolean isEnough(Pairs which) {
    long pairs = 0;
    for (int query = 0; query < sight.queries(); query++) {
      for (int key : sight.visible(query)) {
        pairs += which.hold(query, key) ? 1 : 0;
      }
    }
    return heads * pairs >= FEWEST_PAIRS;
  }

  private void addPadding(String which, Pairs padded, boolean either, List<String> remarks) {
    if (isEnough(padded)) {
      int tokens = keysSeen(padded);
      remarks.add(
          "no query has weight on the "
              + (tokens == 1 ? which + " token" : which + " " + tokens + " tokens")
              + " that it sees: padding"
              + (either ? ", or a window of " + window() : "")
              + "? Tell attention_mask"
              + (either ? " or window" : "")
              + "; until then "
              + (tokens == 1 ? "the token counts" : "the tokens count")
              + " as of weight zero");
    }
  }

  private int keysSeen(Pairs which) {
    BitSet seen = new BitSet(weighed.length);
    for (int query = 0; query < sight.queries(); query++) {
      for (int key : sight.visible(query)) {
        if (which.hold(query, key)) {
          seen.set(key);
        }
      }
    }
    return seen.cardinality();
  }
}
