package org.attentionlimits.empirical.recording.head;

/**
 * The first number of a head that does not belong to the others.
 *
 * @param kind what is wrong
 * @param text one line: what must be and what was found, and where
 */
public record Inconsistency(Kind kind, String text) {

  /** What is wrong. */
  public enum Kind {
    /** A visible logit is infinite or NaN. */
    LOGIT_NOT_FINITE,
    /** A weight is infinite, NaN or negative. */
    NO_WEIGHT,
    /** A weight on a token that the query cannot see. */
    UNSEEN,
    /** A row that does not sum to one. */
    SUM,
    /** Weights that are not the softmax of the logits. */
    SOFTMAX,
    /** Logits that are not q·k. */
    PRODUCT,
    /** A visible value vector that is not finite. */
    VALUE
  }
}
