package org.attentionlimits.theory.claim;

/** What the search for a counterexample ended with. */
public enum Verdict {
  /** A counterexample was found and certified. */
  REFUTED,
  /** No counterexample was found within the budget; this is no proof. */
  SURVIVED,
  /**
   * Something looked like a counterexample and could not be certified; or the sides were known too
   * coarsely everywhere.
   */
  UNDECIDED
}
