package org.attentionlimits.theory.claim;

/**
 * What a claim stands for when the statements of a paper are counted.
 *
 * <p>Only {@link #STATED} claims are counted as the paper's. A summary never adds up claims of
 * different standing.
 */
public enum Standing {
  /** The reading that the paper's own words support, exactly one for each of its statements. */
  STATED("the paper's statement", "Statements of the paper"),
  /** Another reading of a statement, against which the paper's own words speak. */
  VARIANT("another reading, never counted as the paper's", "Other readings"),
  /** An arm or a half of a stated claim. */
  PART("a part of a stated claim", "Parts of statements"),
  /** The true form that replaces a stated claim that fails. */
  CORRECTED("the corrected form of a statement", "True forms in place of refuted ones"),
  /** A stronger or complementary true form. */
  SHARPER("a sharper or complementary form", "Sharper forms"),
  /** A result of another paper. */
  NEIGHBOUR("another paper's result", "Neighbouring results"),
  /** An equality that holds by arithmetic: a verdict on it is no news. */
  IDENTITY("an equality that holds by arithmetic", "Identities"),
  /** A claim that a user states. */
  USER("a user's claim", "Claims of a user");

  private final String description;
  private final String heading;

  Standing(String description, String heading) {
    this.description = description;
    this.heading = heading;
  }

  /** The standing in words. */
  public String description() {
    return description;
  }

  /** What a list of claims of this standing is called. */
  public String heading() {
    return heading;
  }
}
