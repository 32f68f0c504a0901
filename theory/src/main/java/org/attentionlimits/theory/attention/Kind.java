package org.attentionlimits.theory.attention;

/** What a field of an instance may hold. The first three are kinds of real numbers. */
public enum Kind {
  /** A finite number of either sign. */
  REAL("real"),
  /** A finite number above zero. */
  POSITIVE("positive"),
  /** A finite number, at least zero. */
  NON_NEGATIVE("not negative"),
  /** An integer, as a number of tokens. */
  COUNT("count"),
  /** Distinct indices of tokens, at least one. */
  SET("set"),
  /** A constant of an enum. */
  CHOICE("choice");

  private final String description;

  Kind(String description) {
    this.description = description;
  }

  /** The kind in words. */
  public String description() {
    return description;
  }

  /** Whether it is a kind of real numbers. */
  public boolean isReal() {
    return compareTo(NON_NEGATIVE) <= 0;
  }

  /** Whether a field of this kind, which must be of real numbers, may hold a number. */
  public boolean admits(double x) {
    double least = this == POSITIVE ? Double.MIN_VALUE : this == REAL ? -Double.MAX_VALUE : 0;
    return x >= least && x <= Double.MAX_VALUE;
  }
}
