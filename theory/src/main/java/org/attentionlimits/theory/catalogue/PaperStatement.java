package org.attentionlimits.theory.catalogue;

import org.attentionlimits.theory.claim.Verdict;

/**
 * A statement of the paper that is counted.
 *
 * @param id of the stated claim
 * @param display what of it was seen
 * @param place in the paper
 * @param words what it says, in a few words
 */
public record PaperStatement(String id, Display display, String place, String words) {

  /** What of a statement was seen. */
  public enum Display {
    /** The typeset formula. */
    SEEN,
    /** Prose and the proof's outline, but not the typeset formula: the claim is a reading. */
    UNSEEN,
    /** A sentence, which has no formula. */
    WORDS
  }

  /** What is said of a statement in the count. */
  public enum Status {
    /** Refuted as stated. */
    REFUTED,
    /** No counterexample was found. */
    SURVIVED,
    /** No verdict. */
    UNDECIDED,
    /** The formula was not seen, so that no verdict is the paper's. */
    UNCONFIRMED
  }

  /** What the verdict of the stated claim says of the statement. */
  public Status status(Verdict verdict) {
    if (display == Display.UNSEEN) {
      return Status.UNCONFIRMED;
    }
    return switch (verdict) {
      case REFUTED -> Status.REFUTED;
      case SURVIVED -> Status.SURVIVED;
      case UNDECIDED -> Status.UNDECIDED;
    };
  }
}
