package org.attentionlimits.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.empirical.check.RowSpread;
import org.attentionlimits.reports.figure.Histogram;
import org.attentionlimits.reports.figure.Histogram.Bar;
import org.attentionlimits.reports.figure.Histogram.Bars;
import org.attentionlimits.reports.figure.Histogram.Mark;
import org.attentionlimits.reports.ledger.ModelEntry.RowsEntry;
import org.attentionlimits.reports.ledger.Ratios;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;

/**
 * The distribution of {@code T‖J‖₂} over rows of real attention, with the printed bound and the
 * corrected one. It is read off the ratios of the claim whose right side is {@code 1/(4T)}.
 */
final class NormFigure {

  private static final String PRINTED = "corollary-3-temperature";
  private static final String CORRECTED = "corollary-3-sharp";

  /** Where both bounds are attained in T = 1 units: two equal logits. */
  private static final LogitRow TIE = new LogitRow(1, 0, 0);

  private NormFigure() {}

  /** The id of the claim of whose rows the figure is. */
  static String claim() {
    return PRINTED;
  }

  /**
   * The picture; empty where there are no rows.
   *
   * @param id begins the picture's ids
   * @param name of the model or collection
   * @param rows of the claim
   */
  static Optional<String> svg(String id, String name, Optional<RowsEntry> rows) {
    return rows.filter(entry -> !entry.ratios().isEmpty())
        .map(entry -> histogram(id, name, entry).svg());
  }

  private static Histogram histogram(String id, String name, RowsEntry rows) {
    double printed = bound(PRINTED);
    double corrected = bound(CORRECTED);
    List<Bar> within = new ArrayList<>();
    List<Bar> above = new ArrayList<>();
    for (int bin = 0; bin < rows.ratios().size(); bin++) {
      Bar bar =
          new Bar(
              printed * bin / RowSpread.BINS_TO_ONE,
              printed * (bin + 1) / RowSpread.BINS_TO_ONE,
              count(rows, bin));
      (bin < RowSpread.BINS_TO_ONE ? within : above).add(bar);
    }
    List<Bars> series = new ArrayList<>();
    series.add(new Bars("rows within the printed bound", within));
    if (!above.isEmpty()) {
      series.add(new Bars("rows above it", above));
    }
    return new Histogram(
        id,
        "T‖J‖₂ of the rows of " + name,
        description(name, rows, printed, corrected),
        "T‖J‖₂ (no unit)",
        "rows",
        series,
        List.of(
            new Mark(printed, "printed " + Ratios.number(printed) + " "),
            new Mark(corrected, "corrected " + Ratios.number(corrected) + " ")));
  }

  private static long count(RowsEntry rows, int bin) {
    return rows.ratios().get(bin);
  }

  private static String description(String name, RowsEntry rows, double printed, double corrected) {
    return "Distribution of T times the spectral norm of the Jacobian over "
        + rows.rows()
        + " rows of "
        + name
        + ": "
        + Ratios.percent(rows.violating(), rows.rows())
        + " are above the printed bound at "
        + Ratios.number(printed)
        + ", the largest is "
        + Ratios.number(printed * rows.largestRatio())
        + ", the corrected bound is at "
        + Ratios.number(corrected);
  }

  private static double bound(String id) {
    return right(Catalogue.named(id).orElseThrow());
  }

  private static <I extends Instance<I>> double right(Claim<I> claim) {
    return claim.evaluate(claim.admitted(TIE).orElseThrow()).right().value();
  }
}
