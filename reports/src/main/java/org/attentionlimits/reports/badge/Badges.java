package org.attentionlimits.reports.badge;

import java.io.IOException;
import org.attentionlimits.empirical.io.FileSet;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Ledger;

/** Writes the badges of a ledger. */
public final class Badges {

  /** Name of their directory. */
  public static final String DIRECTORY = "badges";

  private Badges() {}

  /**
   * Writes {@code badges/<id>.json} and {@code badges/<id>.svg} for every claim and for the paper's
   * statements together ({@value Badge#OVERALL}).
   */
  public static void write(Ledger ledger, FileSet files) throws IOException {
    write(Badge.OVERALL, Badge.of(ledger), files);
    for (ClaimEntry claim : ledger.claims()) {
      write(claim.id(), Badge.of(claim, ledger), files);
    }
  }

  private static void write(String name, Badge badge, FileSet files) throws IOException {
    files.write(DIRECTORY + "/" + name + ".json", badge.json());
    files.write(DIRECTORY + "/" + name + ".svg", BadgePicture.of(badge));
  }
}
