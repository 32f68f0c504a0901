package org.attentionlimits.theory.claim;

/** What the evaluation of a claim at one instance shows. */
public enum Outcome {
  /** The inequality certainly holds. */
  HOLDS,
  /** The two sides are equal as far as the digits carried can tell: no violation. */
  UNDECIDED,
  /** The inequality is certainly violated. */
  VIOLATED
}
