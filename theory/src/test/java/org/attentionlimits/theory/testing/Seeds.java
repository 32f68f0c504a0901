package org.attentionlimits.theory.testing;

import java.util.stream.LongStream;

/** The seeds with which a test repeats a search. */
public final class Seeds {

  private Seeds() {}

  /** The seeds from 1 to the system property {@code attention.seeds}, 1 unless it is given. */
  public static LongStream all() {
    return LongStream.rangeClosed(1, Long.getLong("attention.seeds", 1));
  }
}
