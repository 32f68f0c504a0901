package org.attentionlimits.reports.export;

import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.ModelEntry;
import org.attentionlimits.reports.ledger.ModelEntry.HeadEntry;
import org.attentionlimits.reports.ledger.ModelEntry.RowsEntry;

/**
 * Heads of models and recordings as comma-separated values: a line for each claim that any row of
 * the model violates and each head that it was evaluated on, with the rows it was evaluated on and
 * those of them that are certainly above the bound.
 */
final class HeadsCsv {

  static final String FILE = "heads.csv";

  private static final String HEADER = "claim,model,layer,head,rows,above\n";

  private HeadsCsv() {}

  static String of(Ledger ledger) {
    StringBuilder csv = new StringBuilder(HEADER);
    for (ModelEntry model : ledger.models()) {
      for (RowsEntry claim : model.claims()) {
        claim.heads().forEach(head -> csv.append(line(claim, model, head)));
      }
    }
    return csv.toString();
  }

  private static String line(RowsEntry claim, ModelEntry model, HeadEntry head) {
    return Csv.line(
        claim.id(),
        model.name(),
        Integer.toString(head.layer()),
        Integer.toString(head.head()),
        Long.toString(head.rows()),
        Long.toString(head.violating()));
  }
}
