package org.attentionlimits.reports.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.attentionlimits.reports.ledger.ModelEntry;
import org.attentionlimits.reports.ledger.ModelEntry.HeadEntry;
import org.attentionlimits.reports.ledger.ModelEntry.RowsEntry;
import org.attentionlimits.reports.ledger.Ratios;

/**
 * The share of the rows of each head that are above a bound, layers down, heads across.
 *
 * @param id begins the ids of its elements
 * @param claim whose bound it is
 * @param first whether it is the one that is shown at first
 * @param heads the numbers of the heads, of the layer that has most
 * @param layers from the first
 */
record HeatMapView(
    String id, String claim, boolean first, List<String> heads, List<LayerView> layers) {

  /**
   * A layer.
   *
   * @param number from 0
   * @param cells of its heads
   */
  record LayerView(String number, List<CellView> cells) {}

  /**
   * A head.
   *
   * @param share in whole percent, with no sign
   * @param strength of its colour, from 0 to 1
   * @param words for those who do not see it
   */
  record CellView(String share, String strength, String words) {

    private static CellView of(HeadEntry head) {
      double share = (double) head.violating() / head.rows();
      return new CellView(
          String.format(Locale.ROOT, "%.0f", 100 * share),
          String.format(Locale.ROOT, "%.2f", share),
          "layer "
              + head.layer()
              + ", head "
              + head.head()
              + ": "
              + Ratios.percent(head.violating(), head.rows())
              + " of "
              + head.rows()
              + " rows");
    }
  }

  /**
   * The maps of the claims that rows of a model violate, in the order of its table.
   *
   * @param index of the model in the ledger
   */
  static List<HeatMapView> of(ModelEntry model, int index) {
    List<RowsEntry> above =
        model.claims().stream().filter(rows -> !rows.heads().isEmpty()).toList();
    return above.stream().map(rows -> of(index, rows, rows.equals(above.get(0)))).toList();
  }

  private static HeatMapView of(int model, RowsEntry rows, boolean first) {
    Map<Integer, TreeMap<Integer, HeadEntry>> layers = new TreeMap<>();
    for (HeadEntry head : rows.heads()) {
      layers.computeIfAbsent(head.layer(), any -> new TreeMap<>()).put(head.head(), head);
    }
    int most = layers.values().stream().mapToInt(TreeMap::size).max().orElseThrow();
    List<HeadEntry> widest =
        layers.values().stream()
            .filter(heads -> heads.size() == most)
            .findFirst()
            .map(heads -> List.copyOf(heads.values()))
            .orElseThrow();
    return new HeatMapView(
        "heads-" + model + "-" + rows.id(),
        rows.id(),
        first,
        widest.stream().map(head -> String.valueOf(head.head())).toList(),
        layers.entrySet().stream()
            .map(
                layer ->
                    new LayerView(
                        String.valueOf(layer.getKey()),
                        layer.getValue().values().stream().map(CellView::of).toList()))
            .toList());
  }
}
