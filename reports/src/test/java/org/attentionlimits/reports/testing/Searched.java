package org.attentionlimits.reports.testing;

import java.util.List;
import java.util.Optional;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Entries;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.search.Adversary;
import org.attentionlimits.theory.search.Parallel;

/** One search of the whole catalogue, shared by all tests that need what a search finds. */
public final class Searched {

  private static Optional<List<ClaimEntry>> claims = Optional.empty();

  private Searched() {}

  /** The entries of all claims. */
  public static synchronized List<ClaimEntry> claims() {
    if (claims.isEmpty()) {
      Adversary adversary = new Adversary(1, 200);
      claims =
          Optional.of(
              Parallel.map(Catalogue.claims(), claim -> Entries.of(adversary.attack(claim))));
    }
    return claims.get();
  }
}
