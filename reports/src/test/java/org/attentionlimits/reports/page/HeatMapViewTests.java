package org.attentionlimits.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.attentionlimits.reports.page.HeatMapView.CellView;
import org.attentionlimits.reports.testing.Ledgers;
import org.junit.jupiter.api.Test;

class HeatMapViewTests {

  @Test
  void aClaimThatRowsViolateHasAMapOfItsHeads() {
    List<HeatMapView> maps =
        HeatMapView.of(
            Ledgers.model(
                "m", Ledgers.rows("a", 40, 0), Ledgers.rows("b", 40, 10), Ledgers.rows("c", 40, 1)),
            3);

    assertThat(maps).extracting(HeatMapView::claim).containsExactly("b", "c");
    assertThat(maps).extracting(HeatMapView::first).containsExactly(true, false);
    assertThat(maps).extracting(HeatMapView::id).containsExactly("heads-3-b", "heads-3-c");
    assertThat(maps.get(0).layers())
        .flatExtracting(HeatMapView.LayerView::cells)
        .containsExactly(
            new CellView("0", "0.00", "layer 0, head 0: 0 % of 30 rows"),
            new CellView("100", "1.00", "layer 1, head 0: 100 % of 10 rows"));
  }
}
