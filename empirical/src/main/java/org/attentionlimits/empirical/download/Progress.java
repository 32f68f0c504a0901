package org.attentionlimits.empirical.download;

/** Told how far a download or a check of a file is, by one thread at a time. */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress NONE = (task, done, total) -> {};

  /**
   * Called now and then, and when a task is done.
   *
   * @param task what is being done, a few words
   * @param done bytes done
   * @param total bytes to do; −1 if unknown
   */
  void at(String task, long done, long total);
}
