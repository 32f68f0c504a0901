package org.attentionlimits.reports.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.attentionlimits.reports.ledger.Experiments;
import org.attentionlimits.reports.ledger.Experiments.Cost;
import org.attentionlimits.reports.ledger.Experiments.Entry;
import org.attentionlimits.reports.ledger.Experiments.FindingEntry;
import org.attentionlimits.reports.summary.Lines;
import org.attentionlimits.reports.summary.Table;

/** Findings and costs of experiments as compact text. */
final class ExperimentsSummary {

  private static final int SECONDS_PER_MINUTE = 60;

  private ExperimentsSummary() {}

  static void print(Experiments experiments, PrintWriter out) {
    out.println(experiments.description());
    if (!experiments.ofPaper()) {
      out.println(
          "Not the paper's own model, text and length: trends here say nothing about its results.");
    }
    findings(experiments).print(out, Lines.WIDTH);
    out.println();
    costs(experiments).print(out);
    out.println();
  }

  private static Table findings(Experiments experiments) {
    Table table = new Table(4, "finding", "verdict", "measured", "paper");
    for (Entry entry : experiments.experiments()) {
      for (FindingEntry finding : entry.findings()) {
        table.row(finding.id(), finding.verdict().name(), finding.measured(), finding.paper());
      }
    }
    return table;
  }

  private static Table costs(Experiments experiments) {
    Table table = new Table(1, "experiment", "seconds", "processor seconds", "paper's seconds");
    table.row("forward pass", seconds(experiments.costs().source()), "", "");
    table.row("digests of heads", seconds(experiments.costs().digests()), "", "");
    for (Cost cost : experiments.costs().experiments()) {
      table.row(
          cost.label(experiments.heads()),
          seconds(cost.seconds()),
          seconds(cost.processorSeconds()),
          cost.paperSeconds().isPresent() ? seconds(cost.paperSeconds().getAsDouble()) : "");
    }
    return table;
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, seconds < SECONDS_PER_MINUTE ? "%.1f" : "%.0f", seconds);
  }
}
