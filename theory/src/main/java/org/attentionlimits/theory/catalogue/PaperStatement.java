package org.attentionlimits.theory.catalogue;

import java.util.Optional;
import org.attentionlimits.theory.claim.Verdict;

/**
 * A statement of the paper that is counted.
 *
 * @param id of the stated claim
 * @param display what of it was seen
 * @param place in the paper
 * @param words what it says, in a few words
 * @param restsOn another statement whose formula was not seen and of which this one speaks, so that
 *     its claim is a reading as well
 * @param ours what of the claim is our choice, where the paper's words leave one
 * @param otherwise another reading of the words in which the statement holds, if we know one
 */
public record PaperStatement(
    String id,
    Display display,
    String place,
    String words,
    Optional<String> restsOn,
    Optional<String> ours,
    Optional<String> otherwise) {

  /** A statement that rests on no other, and whose claim leaves nothing open. */
  public PaperStatement(String id, Display display, String place, String words) {
    this(id, display, place, words, Optional.empty(), Optional.empty(), Optional.empty());
  }

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
    /** Refuted: as printed, or a sentence of which we know no reading that holds. */
    REFUTED,
    /** Refuted in the reading of its claim, while it holds in another one that we know. */
    DEPENDS,
    /** No counterexample was found. */
    SURVIVED,
    /** No verdict. */
    UNDECIDED,
    /** A formula that it needs was not seen, so that no verdict is the paper's. */
    UNCONFIRMED
  }

  /** Whether a formula that it needs was not seen. */
  public boolean isUnconfirmed() {
    return display == Display.UNSEEN || restsOn.isPresent();
  }

  /** What the verdict of the stated claim says of the statement. */
  public Status status(Verdict verdict) {
    if (isUnconfirmed()) {
      return Status.UNCONFIRMED;
    }
    return switch (verdict) {
      case REFUTED -> otherwise.isPresent() ? Status.DEPENDS : Status.REFUTED;
      case SURVIVED -> Status.SURVIVED;
      case UNDECIDED -> Status.UNDECIDED;
    };
  }
}
