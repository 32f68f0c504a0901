package org.attentionlimits.reports.badge;

import java.io.IOException;
import java.nio.file.Path;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.WholeFile;

/** Writes the badges of a ledger. */
public final class Badges {

  private static final String DIRECTORY = "badges";

  private Badges() {}

  /**
   * Writes {@code badges/<id>.json} and {@code badges/<id>.svg} for every claim and for the paper's
   * statements together ({@value Badge#OVERALL}) into a directory.
   */
  public static void write(Ledger ledger, Path directory) throws IOException {
    Path badges = directory.resolve(DIRECTORY);
    write(Badge.OVERALL, Badge.of(ledger), badges);
    for (ClaimEntry claim : ledger.claims()) {
      write(claim.id(), Badge.of(claim, ledger), badges);
    }
  }

  private static void write(String name, Badge badge, Path directory) throws IOException {
    WholeFile.write(directory.resolve(name + ".json"), badge.json());
    WholeFile.write(directory.resolve(name + ".svg"), BadgePicture.of(badge));
  }
}
