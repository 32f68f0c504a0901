package org.attentionlimits.reports.page;

import org.attentionlimits.reports.instance.EvaluateLine;
import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;

/** Commands that repeat what a page shows. */
final class Replays {

  private Replays() {}

  /** The command that evaluates a claim at a counterexample. */
  static String command(String claim, CounterexampleEntry entry) {
    return EvaluateLine.of(claim, entry);
  }
}
