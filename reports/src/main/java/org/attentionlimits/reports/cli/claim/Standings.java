package org.attentionlimits.reports.cli.claim;

import org.attentionlimits.theory.catalogue.Paper;
import org.attentionlimits.theory.catalogue.PaperStatement;
import org.attentionlimits.theory.claim.Statement;

/** What claims stand for in the count of a paper's statements, in words. */
final class Standings {

  private Standings() {}

  /** The standing of a claim, of which claims, and whether its formula was seen. */
  static String of(Statement statement) {
    String of = statement.of().isEmpty() ? "" : ": " + String.join(", ", statement.of());
    boolean unseen =
        Paper.theOne().statement(statement.id()).filter(PaperStatement::isUnconfirmed).isPresent();
    return statement.standing().description()
        + of
        + (unseen ? ", an unconfirmed reading: a formula was not seen" : "");
  }
}
