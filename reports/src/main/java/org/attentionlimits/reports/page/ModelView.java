package org.attentionlimits.reports.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.ModelEntry;
import org.attentionlimits.reports.ledger.ModelEntry.PlaceEntry;
import org.attentionlimits.reports.ledger.ModelEntry.RowsEntry;
import org.attentionlimits.reports.ledger.Ratios;
import org.attentionlimits.reports.ledger.RecordedCollection;
import org.attentionlimits.reports.ledger.Words;

/**
 * A model as the template shows it.
 *
 * @param index in the ledger, from 0
 * @param name short name
 * @param description one line
 * @param rows of all heads
 * @param weights of all rows
 * @param heads of all layers
 * @param layers of the model
 * @param tokens of the text
 * @param claims rows of its table
 * @param others claims without a row, with the reason
 * @param hasOthers whether there is any
 * @param picture of the distribution of its rows, at most one
 * @param maps of its heads, one for each claim that rows violate
 * @param hasMaps whether there is any
 */
record ModelView(
    String index,
    String name,
    String description,
    String rows,
    String weights,
    String heads,
    String layers,
    String tokens,
    List<RowsView> claims,
    List<RowsView> others,
    boolean hasOthers,
    List<String> picture,
    List<HeatMapView> maps,
    boolean hasMaps) {

  /**
   * A claim on the rows of the model.
   *
   * @param id of the claim
   * @param standing what the claim stands for in the count
   * @param applies whether there are rows; else only the reason is shown
   * @param reason why there are none
   * @param rows checked
   * @param weights of these rows
   * @param violating rows and their share
   * @param violated whether there are any
   * @param ratio the largest
   * @param place where that is
   * @param note rows undecided or left out
   */
  record RowsView(
      String id,
      String standing,
      boolean applies,
      String reason,
      String rows,
      String weights,
      String violating,
      boolean violated,
      String ratio,
      String place,
      String note) {

    private static RowsView of(RowsEntry entry, Ledger ledger) {
      return new RowsView(
          entry.id(),
          Words.standing(entry.id(), ledger),
          entry.rows() > 0,
          entry.notApplicable().orElse("no row that the claim speaks about"),
          Templates.count(entry.rows()),
          Templates.count(entry.weights()),
          Templates.above(entry.violating(), entry.rows()),
          entry.violating() > 0,
          Ratios.text(entry.largestRatio()),
          entry.place().map(PlaceEntry::toString).orElse(""),
          note(entry));
    }

    private static String note(RowsEntry entry) {
      String undecided =
          entry.undecided() == 0 ? "" : Templates.count(entry.undecided()) + " within rounding";
      String leftOut = entry.leftOut() == 0 ? "" : Templates.count(entry.leftOut()) + " left out";
      return undecided.isEmpty() || leftOut.isEmpty()
          ? undecided + leftOut
          : undecided + ", " + leftOut;
    }
  }

  /**
   * A model.
   *
   * @param index of it in the ledger, which its ids have
   */
  static ModelView of(ModelEntry model, int index, Ledger ledger) {
    RecordedCollection alone = new RecordedCollection(model.name(), List.of(model));
    List<HeatMapView> maps = HeatMapView.of(model, index);
    Map<Boolean, List<RowsView>> claims =
        model.claims().stream()
            .map(rows -> RowsView.of(rows, ledger))
            .collect(Collectors.partitioningBy(RowsView::applies));
    return new ModelView(
        String.valueOf(index),
        model.name(),
        model.description(),
        Templates.count(model.rows()),
        Templates.count(model.weights()),
        String.valueOf(model.heads()),
        String.valueOf(model.layers()),
        Templates.count(model.tokens()),
        claims.get(true),
        claims.get(false),
        !claims.get(false).isEmpty(),
        NormFigure.svg("norms-" + index, model.name(), alone.claim(NormFigure.claim())).stream()
            .toList(),
        maps,
        !maps.isEmpty());
  }
}
