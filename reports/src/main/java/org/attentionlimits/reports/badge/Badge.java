package org.attentionlimits.reports.badge;

import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Json;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.Ratios;
import org.attentionlimits.theory.claim.Verdict;

/**
 * A label and a message, in the format of shields.io's endpoint.
 *
 * @param schemaVersion of that format, 1
 * @param label left part
 * @param message right part
 * @param color of the right part, {@code #rrggbb}
 */
public record Badge(int schemaVersion, String label, String message, String color) {

  /** Name of the badge of all claims together. */
  public static final String OVERALL = "attention-limits";

  private static final String RED = "#b3261e";
  private static final String GREEN = "#2e7d32";
  private static final String GREY = "#5f6368";

  private static Badge of(String label, String message, Verdict verdict) {
    return new Badge(1, label, message, color(verdict));
  }

  private static String color(Verdict verdict) {
    return switch (verdict) {
      case REFUTED -> RED;
      case SURVIVED -> GREEN;
      case UNDECIDED -> GREY;
    };
  }

  /** The badge of a claim. */
  public static Badge of(ClaimEntry claim) {
    String message =
        switch (claim.verdict()) {
          case REFUTED -> claim.doubt() == 0 ? "refuted" : "refuted by a sample";
          case SURVIVED -> "survived · tight " + Ratios.text(claim.largestRatio());
          case UNDECIDED -> "undecided";
        };
    return of(claim.id(), message, claim.verdict());
  }

  /** The badge of all claims: red if one is refuted, else grey if one is undecided, else green. */
  public static Badge of(Ledger ledger) {
    long refuted = ledger.count(Verdict.REFUTED);
    long undecided = ledger.count(Verdict.UNDECIDED);
    StringBuilder message = new StringBuilder();
    message.append(ledger.count(Verdict.SURVIVED)).append(" survived");
    append(message, refuted, " refuted");
    append(message, undecided, " undecided");
    Verdict worst =
        refuted > 0 ? Verdict.REFUTED : undecided > 0 ? Verdict.UNDECIDED : Verdict.SURVIVED;
    return of(OVERALL, message.toString(), worst);
  }

  private static void append(StringBuilder message, long count, String what) {
    if (count > 0) {
      message.append(" · ").append(count).append(what);
    }
  }

  /** The endpoint file. */
  public String json() {
    return Json.print(this);
  }
}
