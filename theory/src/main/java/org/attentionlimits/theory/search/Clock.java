package org.attentionlimits.theory.search;

import java.time.Duration;

/** A limit of time that remembers whether it was reached. */
final class Clock {

  private final long start = System.nanoTime();
  private final Duration limit;
  private boolean up;

  Clock(Duration limit) {
    this.limit = limit;
  }

  boolean isUp() {
    up = up || left().isNegative();
    return up;
  }

  /** Whether anyone was told that the time is up. */
  boolean wasUp() {
    return up;
  }

  /** What is left of the time; negative once it is up. */
  Duration left() {
    return limit.minusNanos(System.nanoTime() - start);
  }
}
