package org.attentionlimits.reports.cli.claim;

import org.attentionlimits.reports.ledger.StatementEntry;

/** What a claim is called, where it stands, and what it says, in one sentence. */
final class Heading {

  private Heading() {}

  static String of(String id, StatementEntry statement) {
    return id + " (" + statement.source() + "): " + statement.words();
  }
}
