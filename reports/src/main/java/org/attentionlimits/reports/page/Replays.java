package org.attentionlimits.reports.page;

import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;

/** Commands that repeat what a page shows. */
final class Replays {

  /** Stands for numbers that a text leaves out. */
  private static final String LEFT_OUT = "\u2026";

  private Replays() {}

  /** The command that evaluates a claim at a counterexample: at its text, or at all its numbers. */
  static String command(String claim, CounterexampleEntry entry) {
    String instance = entry.text().contains(LEFT_OUT) ? entry.instance().toString() : entry.text();
    return "attention-limits evaluate " + claim + " '" + instance + "'";
  }
}
