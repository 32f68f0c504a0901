package org.attentionlimits.reports.page;

import java.util.List;
import org.attentionlimits.reports.figure.Axis;
import org.attentionlimits.reports.figure.Figure;
import org.attentionlimits.reports.figure.Scale;
import org.attentionlimits.reports.figure.Series;
import org.attentionlimits.reports.ledger.ClaimEntry.CurveEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CurveOf;
import org.attentionlimits.reports.ledger.ClaimEntry.PointEntry;
import org.attentionlimits.reports.ledger.Ratios;

/**
 * A curve as the template shows it.
 *
 * @param of which instance it belongs to
 * @param text the instance
 * @param svg its figure, markup; empty if no point can be drawn
 * @param points the numbers
 */
record CurveView(String of, String text, String svg, List<PointView> points) {

  /**
   * A point.
   *
   * @param tokens n
   * @param value of the quantity
   */
  record PointView(String tokens, String value) {}

  private static final double DECADES = 100;
  private static final int OCTAVES = 8;

  static CurveView of(String id, CurveEntry curve) {
    List<PointEntry> drawn =
        curve.points().stream().filter(point -> Double.isFinite(point.value())).toList();
    return new CurveView(
        name(curve.of()),
        curve.text(),
        drawn.isEmpty() ? "" : figure(id, curve, drawn).svg(),
        curve.points().stream().map(CurveView::view).toList());
  }

  private static String name(CurveOf of) {
    return switch (of) {
      case COUNTEREXAMPLE -> "counterexample";
      case TIGHTEST -> "tightest instance";
    };
  }

  private static PointView view(PointEntry point) {
    return new PointView(Templates.count(point.tokens()), Ratios.number(point.value()));
  }

  private static Figure figure(String id, CurveEntry curve, List<PointEntry> drawn) {
    List<Series.Point> points =
        drawn.stream().map(p -> Series.Point.of(p.tokens(), p.value())).toList();
    return new Figure(
        "curve-" + id,
        id + " along growing n",
        description(id, curve, drawn),
        new Axis("visible tokens n", horizontal(drawn)),
        new Axis("quantity judged (no unit)", vertical(drawn)),
        List.of(new Series(name(curve.of()), points)));
  }

  private static String description(String id, CurveEntry curve, List<PointEntry> drawn) {
    PointEntry first = drawn.get(0);
    PointEntry last = drawn.get(drawn.size() - 1);
    int missing = curve.points().size() - drawn.size();
    return "What "
        + id
        + " judges at its "
        + name(curve.of())
        + ": "
        + Ratios.number(first.value())
        + " at n = "
        + first.tokens()
        + ", "
        + Ratios.number(last.value())
        + " at n = "
        + last.tokens()
        + (missing == 0 ? "" : "; points that are not finite, left out: " + missing);
  }

  private static Scale horizontal(List<PointEntry> points) {
    int least = points.stream().mapToInt(PointEntry::tokens).min().orElseThrow();
    int most = points.stream().mapToInt(PointEntry::tokens).max().orElseThrow();
    return most >= OCTAVES * least ? Scale.LOG_2 : Scale.LINEAR;
  }

  /** Logarithmic for positive numbers that differ by orders of magnitude. */
  private static Scale vertical(List<PointEntry> points) {
    double least = points.stream().mapToDouble(PointEntry::value).min().orElseThrow();
    double most = points.stream().mapToDouble(PointEntry::value).max().orElseThrow();
    return least > 0 && most / least >= DECADES ? Scale.LOG_10 : Scale.LINEAR;
  }
}
