package org.attentionlimits.reports.page;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.reports.ledger.PowerTable;
import org.attentionlimits.reports.ledger.PowerTable.Entry;
import org.attentionlimits.reports.ledger.PowerTable.FalseAlarmsEntry;
import org.attentionlimits.reports.ledger.Ratios;

/**
 * A table of power as the template shows it.
 *
 * @param claims how many false claims
 * @param budget most evaluations
 * @param seed of all random choices
 * @param refuted how many the adversary refuted, and the share
 * @param plainlyRefuted how many plain generation refuted, and the share
 * @param alarms what became of proven claims; empty if they were not attacked
 * @param hasAlarms whether they were
 * @param rows a row per false claim
 */
record PowerView(
    String claims,
    String budget,
    String seed,
    String refuted,
    String plainlyRefuted,
    String alarms,
    boolean hasAlarms,
    List<RowView> rows) {

  /**
   * A false claim.
   *
   * @param id its name
   * @param mistake in words
   * @param from the claim it was made from
   * @param plain evaluations of plain generation
   * @param adversary evaluations of the adversary
   * @param seconds of the adversary
   * @param counterexample as text; empty if there is none
   */
  record RowView(
      String id,
      String mistake,
      String from,
      String plain,
      String adversary,
      String seconds,
      String counterexample) {

    static RowView of(Entry entry) {
      return new RowView(
          entry.id(),
          entry.mistake(),
          entry.from(),
          count(entry.plainEvaluations()),
          count(entry.evaluations()),
          String.format(Locale.ROOT, "%.2f", entry.seconds()),
          entry.counterexample().orElse(""));
    }
  }

  static PowerView of(PowerTable table) {
    int all = table.claims().size();
    return new PowerView(
        String.valueOf(all),
        String.valueOf(table.budget()),
        String.valueOf(table.seed()),
        share(table.refuted(), all),
        share(table.plainlyRefuted(), all),
        table.falseAlarms().map(PowerView::alarms).orElse(""),
        table.falseAlarms().isPresent(),
        table.claims().stream().map(RowView::of).toList());
  }

  private static String share(long part, long whole) {
    return part + " (" + Ratios.percent(part, whole) + ")";
  }

  private static String count(OptionalLong evaluations) {
    return evaluations.isPresent() ? String.valueOf(evaluations.getAsLong()) : "not refuted";
  }

  private static String alarms(FalseAlarmsEntry alarms) {
    return String.format(
        Locale.ROOT,
        "%s attacked with %s each, %s in all: %s",
        Line.counted(alarms.claims().size(), "proven claim was", "proven claims were"),
        Line.counted(alarms.seeds(), "seed"),
        Line.counted(alarms.tries(), "evaluation"),
        Line.counted(alarms.alarms().size(), "false alarm"));
  }
}
