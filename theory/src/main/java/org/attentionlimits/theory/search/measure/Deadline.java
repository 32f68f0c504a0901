package org.attentionlimits.theory.search.measure;

import java.time.Duration;

/** A limit of time that remembers whether it was reached. */
public final class Deadline {

  private final long start = System.nanoTime();
  private final Duration limit;
  private boolean up;

  public Deadline(Duration limit) {
    this.limit = limit;
  }

  public boolean isUp() {
    up = up || Duration.ofNanos(System.nanoTime() - start).compareTo(limit) >= 0;
    return up;
  }

  /** Whether anyone was told that the time is up. */
  public boolean wasUp() {
    return up;
  }
}
