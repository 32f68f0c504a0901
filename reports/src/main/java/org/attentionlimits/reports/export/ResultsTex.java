package org.attentionlimits.reports.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.PaperEntry.CountsEntry;
import org.attentionlimits.reports.ledger.Sides;
import org.attentionlimits.reports.ledger.Words;
import org.attentionlimits.theory.claim.Standing;

/**
 * The results of a ledger as commands of LaTeX, to be read by {@code \input} before a document
 * begins, which loads amsmath and amssymb.
 *
 * <ul>
 *   <li>A command for each cell, as {@code \alCorollaryThreeVerdict}, {@code …Tries}, {@code
 *       …Ratio}, {@code …Left} and {@code …Right}; the sides are those of the smallest
 *       counterexample.
 *   <li>A table for each standing that claims have, as {@code \alTableStated}, of these commands.
 *   <li>The list {@code \alCounterexamples} of the smallest counterexamples, {@code
 *       \alCorollaryThreeCounterexample}.
 *   <li>The counts {@code \alStatements}, {@code \alRefuted}, {@code \alDepends}, {@code
 *       \alSurvived}, {@code \alUndecided} and {@code \alUnconfirmed}; {@code \alSeed}, {@code
 *       \alBudget} and {@code \alVersion}.
 * </ul>
 */
final class ResultsTex {

  static final String FILE = "results.tex";

  private static final String PREFIX = "\\al";

  private final Ledger ledger;
  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> names = new LinkedHashMap<>();

  private ResultsTex(Ledger ledger) {
    this.ledger = ledger;
    TexNames given = new TexNames();
    ledger.claims().forEach(claim -> names.put(claim.id(), given.of(claim.id())));
  }

  static String of(Ledger ledger) {
    ResultsTex results = new ResultsTex(ledger);
    results.text.append("% Read this file with \\input before \\begin{document}.\n");
    results.addCounts();
    ledger.claims().forEach(results::addCells);
    for (Standing standing : Standing.values()) {
      results.addTable(standing, ledger.claims(standing));
    }
    results.addCounterexamples();
    return results.text.toString();
  }

  private void addCounts() {
    CountsEntry counts = ledger.paper().counts();
    define("Version", ledger.version());
    define("Seed", String.valueOf(ledger.search().seed()));
    define("Budget", String.valueOf(ledger.search().budget()));
    define("Statements", String.valueOf(counts.statements()));
    define("Refuted", String.valueOf(counts.refuted()));
    define("Depends", String.valueOf(counts.depends()));
    define("Survived", String.valueOf(counts.survived()));
    define("Undecided", String.valueOf(counts.undecided()));
    define("Unconfirmed", String.valueOf(counts.unconfirmed()));
  }

  private void addCells(ClaimEntry claim) {
    cells(claim).forEach((cell, words) -> define(names.get(claim.id()) + cell, words));
    claim
        .counterexample()
        .ifPresent(found -> define(names.get(claim.id()) + "Counterexample", told(found)));
  }

  private static String told(CounterexampleEntry found) {
    return found.text() + ": " + Sides.text(found);
  }

  /** The cells of a claim's line in a table, after its name. */
  private Map<String, String> cells(ClaimEntry claim) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("Verdict", Words.status(claim, ledger));
    cells.put("Tries", String.valueOf(claim.search().tries()));
    cells.put("Left", claim.counterexample().map(Sides::left).orElse(""));
    cells.put("Right", claim.counterexample().map(Sides::right).orElse(""));
    cells.put("Ratio", Words.ratio(claim));
    return cells;
  }

  private void define(String name, String words) {
    defineAsIs(name, Tex.escaped(words));
  }

  private void defineAsIs(String name, String tex) {
    text.append("\\newcommand{").append(PREFIX).append(name).append("}{").append(tex).append("}\n");
  }

  private void addTable(Standing standing, List<ClaimEntry> claims) {
    if (claims.isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add("\\begin{tabular}{llrrrr}");
    lines.add("claim & verdict & tries & left & right & left/right \\\\");
    lines.add("\\hline");
    claims.forEach(claim -> lines.add(line(claim)));
    lines.add("\\end{tabular}");
    String name = standing.name().charAt(0) + standing.name().substring(1).toLowerCase(Locale.ROOT);
    defineAsIs("Table" + name, "%\n" + String.join("\n", lines) + "%\n");
  }

  private String line(ClaimEntry claim) {
    StringBuilder line = new StringBuilder(named(claim));
    for (String cell : cells(claim).keySet()) {
      line.append(" & ").append(PREFIX).append(names.get(claim.id())).append(cell);
    }
    return line.append(" \\\\").toString();
  }

  private static String named(ClaimEntry claim) {
    return "\\texttt{" + Tex.escaped(claim.id()) + "}";
  }

  private void addCounterexamples() {
    List<String> lines = new ArrayList<>();
    for (ClaimEntry claim : ledger.claims()) {
      if (claim.counterexample().isPresent()) {
        lines.add(
            "\\item[" + named(claim) + "] " + PREFIX + names.get(claim.id()) + "Counterexample");
      }
    }
    if (!lines.isEmpty()) {
      lines.add(0, "\\begin{description}");
      lines.add("\\end{description}");
    }
    defineAsIs("Counterexamples", "%\n" + String.join("\n", lines) + "%\n");
  }
}
