package org.attentionlimits.reports.badge;

import java.util.Set;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Json;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.PaperEntry;
import org.attentionlimits.reports.ledger.PaperEntry.CountsEntry;
import org.attentionlimits.reports.ledger.Words;
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

  /** Name of the badge of the paper's statements together. */
  public static final String OVERALL = "attention-limits";

  static final String RED = "#b3261e";
  static final String GREEN = "#2e7d32";
  static final String GREY = "#5f6368";
  private static final String BLUE = "#3b5b7a";

  private static final Set<String> COLORS = Set.of(RED, GREEN, GREY);

  /**
   * The badge of a claim, which tells what it stands for: only a statement of the paper that is
   * refuted is red.
   */
  public static Badge of(ClaimEntry claim, Ledger ledger) {
    String color =
        switch (Words.tone(claim, ledger)) {
          case REFUTED -> RED;
          case SURVIVED -> GREEN;
          case NEUTRAL -> GREY;
        };
    return new Badge(1, claim.id(), message(claim, ledger), color);
  }

  private static String message(ClaimEntry claim, Ledger ledger) {
    String status = Words.status(claim, ledger);
    boolean isTight = claim.verdict() == Verdict.SURVIVED && !Words.isByRule(claim);
    String told = isTight ? status + " · left/right up to " + Words.ratio(claim) : status;
    return switch (claim.standing()) {
      case STATED, USER -> told;
      case VARIANT -> "another reading, " + told;
      case PART -> "a part, " + told;
      case CORRECTED -> "corrected form, " + told;
      case SHARPER -> "sharper form, " + told;
      case NEIGHBOUR -> "another paper's result, " + told;
      case IDENTITY -> "an identity, " + told;
    };
  }

  /** The badge of the paper's statements, in a neutral colour: it counts, and judges nothing. */
  public static Badge of(Ledger ledger) {
    PaperEntry paper = ledger.paper();
    CountsEntry counts = paper.counts();
    StringBuilder message = new StringBuilder();
    message.append(paper.refutedInShort());
    append(
        message,
        counts.depends(),
        counts.depends() == 1 ? " depends on the reading" : " depend on the reading");
    append(message, counts.survived(), counts.survived() == 1 ? " survives" : " survive");
    append(message, counts.undecided(), " undecided");
    append(
        message,
        counts.unconfirmed(),
        counts.unconfirmed() == 1 ? " unconfirmed reading" : " unconfirmed readings");
    String label = paper.source() + ", " + paper.version().replaceFirst("^the ", "");
    return new Badge(1, label, message.toString(), BLUE);
  }

  private static void append(StringBuilder message, int count, String what) {
    if (count > 0) {
      message.append(" · ").append(count).append(what);
    }
  }

  /** Whether a text is the endpoint file of a claim or a model, as this class writes it. */
  static boolean isOf(String name, String text) {
    try {
      Badge read = Json.read(text, Badge.class);
      return (read.label.equals(name) || BoundsBadge.isOf(name, read.label))
          && COLORS.contains(read.color)
          && read.json().equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The endpoint file. */
  public String json() {
    return Json.print(this);
  }
}
