package org.attentionlimits.reports.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.ModelEntry;
import org.attentionlimits.reports.ledger.ModelEntry.RowsEntry;
import org.attentionlimits.reports.ledger.Ratios;

/** A ledger as compact text. */
final class Summary {

  private Summary() {}

  static void print(Ledger ledger, PrintWriter out) {
    Table table = new Table(3, "claim", "provenance", "verdict", "tries", "left/right");
    for (ClaimEntry claim : ledger.claims()) {
      table.row(
          claim.id(),
          lower(claim.provenance()),
          lower(claim.verdict()),
          String.valueOf(claim.tries()),
          Ratios.text(claim.largestRatio()));
    }
    table.print(out);
    ledger.claims().forEach(claim -> printCounterexample(claim, out));
    ledger.models().forEach(model -> print(model, out));
    out.println();
  }

  private static void printCounterexample(ClaimEntry claim, PrintWriter out) {
    claim
        .counterexample()
        .ifPresent(
            counterexample ->
                out.printf(
                    "%n%s is refuted at %s: left %s, right %s%n",
                    claim.id(),
                    counterexample.text(),
                    Ratios.number(counterexample.left()),
                    Ratios.number(counterexample.right())));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static void print(ModelEntry model, PrintWriter out) {
    out.println();
    out.println(model.description());
    Table table = new Table(1, "claim", "rows", "weights", "above the bound", "left/right");
    for (RowsEntry rows : model.claims()) {
      if (rows.rows() > 0) {
        table.row(
            rows.id(),
            String.valueOf(rows.rows()),
            String.valueOf(rows.weights()),
            Ratios.percent(rows.violating(), rows.rows()),
            Ratios.text(rows.largestRatio()));
      }
    }
    table.print(out);
    for (RowsEntry rows : model.claims()) {
      if (rows.rows() == 0) {
        out.println(rows.id() + ": " + rows.notApplicable().orElse("no row it speaks about"));
      }
    }
  }
}
