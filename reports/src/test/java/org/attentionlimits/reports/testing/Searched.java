package org.attentionlimits.reports.testing;

import java.util.List;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Entries;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.search.Adversary;
import org.attentionlimits.theory.search.Parallel;

/** One search of the whole catalogue, shared by all tests that need what a search finds. */
public final class Searched {

  private static final Adversary ADVERSARY = new Adversary(1, 100);

  private static final List<ClaimEntry> CLAIMS = Parallel.map(Catalogue.claims(), Searched::entry);

  private Searched() {}

  private static ClaimEntry entry(Claim<?> claim) {
    return Entries.of(ADVERSARY.attack(claim));
  }

  /** The entries of all claims. */
  public static List<ClaimEntry> claims() {
    return CLAIMS;
  }
}
