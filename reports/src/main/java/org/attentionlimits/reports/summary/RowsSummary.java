package org.attentionlimits.reports.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.ModelEntry.RowsEntry;
import org.attentionlimits.reports.ledger.Ratios;
import org.attentionlimits.reports.ledger.RecordedCollection;
import org.attentionlimits.reports.ledger.Words;

/** What the claims are on the rows of models and recordings, in lines. */
final class RowsSummary {

  private final Ledger ledger;
  private final Lines lines;

  RowsSummary(Ledger ledger, Lines lines) {
    this.ledger = ledger;
    this.lines = lines;
  }

  /** Models and recordings; those of a collection together. */
  void add() {
    if (!ledger.models().isEmpty()) {
      lines.blank();
      lines.add(
          "All claims on the rows of models and recordings. Rows have two or more visible tokens;"
              + " above the bound is the share of them that violates the claim; within rounding are those"
              + " of which the digits that are stored, or carried, do not tell. Claims about selected"
              + " tokens are checked with N = 5. A claim that is our reading holds in another one, which"
              + " its entry names; a variant is never the paper's.");
    }
    List<RecordedCollection> sources = RecordedCollection.ofAll(ledger);
    Set<String> everywhere = sources.size() > 1 ? leftOutOfAll(sources) : Set.of();
    everywhere.forEach(lines::add);
    sources.forEach(source -> add(source, everywhere));
  }

  /** What is left out of every source for the same reason. */
  private static Set<String> leftOutOfAll(List<RecordedCollection> sources) {
    Set<String> all = new LinkedHashSet<>(leftOut(sources.get(0).claims()));
    sources.forEach(source -> all.retainAll(leftOut(source.claims())));
    return all;
  }

  private void add(RecordedCollection source, Set<String> told) {
    List<RowsEntry> claims = source.claims();
    lines.blank();
    source.recordings().forEach(model -> lines.add(model.description()));
    Table table =
        new Table(
            2, "claim", "standing", "rows", "above the bound", "within rounding", "left/right");
    for (RowsEntry rows : claims) {
      if (rows.rows() > 0) {
        table.row(
            rows.id(),
            Words.standing(rows.id(), ledger),
            String.valueOf(rows.rows()),
            Ratios.percent(rows.violating(), rows.rows()),
            String.valueOf(rows.undecided()),
            Ratios.text(rows.largestRatio()));
      }
    }
    lines.add(table);
    leftOut(claims).stream().filter(reason -> !told.contains(reason)).forEach(lines::add);
  }

  /** The claims without rows, a line for each reason. */
  private static List<String> leftOut(List<RowsEntry> claims) {
    Map<String, List<String>> ids = new LinkedHashMap<>();
    claims.stream()
        .filter(rows -> rows.rows() == 0)
        .forEach(
            rows ->
                ids.computeIfAbsent(Words.leftOut(rows), any -> new ArrayList<>()).add(rows.id()));
    return ids.entrySet().stream()
        .map(entry -> "Left out, " + entry.getKey() + ": " + String.join(", ", entry.getValue()))
        .toList();
  }
}
