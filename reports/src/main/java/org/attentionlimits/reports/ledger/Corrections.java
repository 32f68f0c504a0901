package org.attentionlimits.reports.ledger;

import java.util.Map;
import java.util.Optional;
import org.attentionlimits.theory.claim.Verdict;

/** The corrected forms of claims. */
public final class Corrections {

  private static final Map<String, String> CORRECTED =
      Map.of(
          "corollary-1-own", "corollary-1-max",
          "theorem-1-fixed-set", "theorem-1-fixed-any",
          "theorem-2-lower-separated", "theorem-2-lower",
          "theorem-2-upper", "theorem-2-upper-sharp",
          "theorem-2-upper-separated", "theorem-2-upper-sharp",
          "theorem-2-upper-positive", "theorem-2-upper-sharp",
          "theorem-2-upper-positive-separated", "theorem-2-upper-sharp",
          "corollary-3-temperature", "corollary-3-sharp",
          "corollary-3-sqrt2", "corollary-3-sharp",
          "length-aware", "length-aware-gap");

  private Corrections() {}

  /** The corrected form of a refuted claim, if the ledger has one that survived. */
  public static Optional<String> of(ClaimEntry claim, Ledger ledger) {
    return Optional.of(claim)
        .filter(entry -> entry.verdict() == Verdict.REFUTED)
        .map(entry -> CORRECTED.get(entry.id()))
        .flatMap(ledger::claim)
        .filter(entry -> entry.verdict() == Verdict.SURVIVED)
        .map(ClaimEntry::id);
  }
}
