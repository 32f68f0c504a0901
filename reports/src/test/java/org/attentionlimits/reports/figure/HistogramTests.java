package org.attentionlimits.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.attentionlimits.reports.figure.Histogram.Bar;
import org.attentionlimits.reports.figure.Histogram.Bars;
import org.attentionlimits.reports.figure.Histogram.Mark;
import org.junit.jupiter.api.Test;

class HistogramTests {

  private static Histogram histogram(List<Bars> series) {
    return new Histogram(
        "h",
        "A title",
        "What it shows",
        "x (no unit)",
        "rows",
        series,
        List.of(new Mark(1, "here")));
  }

  @Test
  void hasItsTextAndABarForEachInterval() {
    Histogram histogram =
        histogram(
            List.of(
                new Bars("below", List.of(new Bar(0, 1, 5), new Bar(1, 2, 7))),
                new Bars("above", List.of(new Bar(2, 3, 1)))));

    assertThat(histogram.svg())
        .startsWith("<svg ")
        .contains("A title", "What it shows", "x (no unit)", "below", "above", "here")
        .contains("var(--series-1,", "var(--series-2,")
        .isEqualTo(histogram.svg());
  }

  @Test
  void rejectsWhatCannotBeDrawn() {
    assertThatIllegalArgumentException().isThrownBy(() -> histogram(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> histogram(List.of(new Bars("none", List.of()))));
  }
}
