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
    up = up || Duration.ofNanos(System.nanoTime() - start).compareTo(limit) >= 0;
    return up;
  }

  /** Whether anyone was told that the time is up. */
  boolean wasUp() {
    return up;
  }
}
