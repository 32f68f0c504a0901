package org.attentionlimits.theory.claim;

/** What the evaluation of a claim at one instance shows. */
public enum Outcome {
  /**
   * The inequality certainly holds; the sides of an equality agree to within enclosures of at least
   * nine digits, which is all that can be told of an equality.
   */
  HOLDS,
  /** The two sides are equal as far as the digits carried can tell: no violation. */
  UNDECIDED,
  /** The inequality or equality is certainly violated. */
  VIOLATED
}
