package org.attentionlimits.reports.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.ModelEntry;
import org.attentionlimits.reports.ledger.ModelEntry.RowsEntry;
import org.attentionlimits.reports.ledger.Ratios;
import org.attentionlimits.theory.claim.Verdict;

/** A ledger as compact text. */
final class Summary {

  /** Marks a verdict that rests on a random sample. */
  private static final String BY_SAMPLE = "*";

  private static final double MILLIS = 1000;

  private Summary() {}

  static void print(Ledger ledger, Duration searchTime, PrintWriter out) {
    Table table = new Table(3, "claim", "provenance", "verdict", "tries", "left/right");
    for (ClaimEntry claim : ledger.claims()) {
      table.row(
          claim.id(),
          lower(claim.provenance()),
          verdict(claim),
          String.valueOf(claim.tries()),
          Ratios.text(claim.largestRatio()));
    }
    table.print(out);
    printTotals(ledger, searchTime, out);
    ledger.claims().forEach(claim -> printCounterexample(claim, out));
    ledger.models().forEach(model -> print(model, out));
    out.println();
  }

  private static String verdict(ClaimEntry claim) {
    return lower(claim.verdict()) + (claim.doubt() == 0 ? "" : BY_SAMPLE);
  }

  private static void printTotals(Ledger ledger, Duration searchTime, PrintWriter out) {
    double doubt = ledger.claims().stream().mapToDouble(ClaimEntry::doubt).max().orElse(0);
    if (doubt > 0) {
      out.println(BY_SAMPLE + " " + Ratios.assurance(doubt));
    }
    String counts =
        Arrays.stream(Verdict.values())
            .filter(verdict -> ledger.count(verdict) > 0)
            .map(verdict -> ledger.count(verdict) + " " + lower(verdict))
            .collect(Collectors.joining(", "));
    out.printf(
        Locale.ROOT,
        "%d claims: %s; %d tries in %.1f s%n",
        ledger.claims().size(),
        counts,
        ledger.claims().stream().mapToLong(ClaimEntry::tries).sum(),
        searchTime.toMillis() / MILLIS);
  }

  private static void printCounterexample(ClaimEntry claim, PrintWriter out) {
    claim.counterexample().ifPresent(c -> printCounterexample(claim.id(), c, out));
  }

  private static void printCounterexample(
      String id, CounterexampleEntry counterexample, PrintWriter out) {
    double doubt = counterexample.certificate().doubt();
    out.printf(
        Locale.ROOT,
        "%n%s is refuted at %s: left %s, right %s%s%n",
        id,
        counterexample.text(),
        Ratios.number(counterexample.left(), counterexample.right()),
        Ratios.number(counterexample.right(), counterexample.left()),
        doubt == 0 ? "" : "; " + Ratios.assurance(doubt));
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
