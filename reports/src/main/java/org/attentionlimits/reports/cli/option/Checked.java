package org.attentionlimits.reports.cli.option;

/** A command whose arguments can be checked before it, or what runs before it, is run. */
@FunctionalInterface
public interface Checked {

  /**
   * Rejects arguments that no run can do with, whatever files there are.
   *
   * @throws IllegalArgumentException if so, in one line
   */
  void check();
}
