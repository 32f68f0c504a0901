package org.attentionlimits.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.empirical.experiment.DataTable;
import org.attentionlimits.empirical.experiment.ExperimentResult;
import org.attentionlimits.reports.figure.Axis;
import org.attentionlimits.reports.figure.Boxes;
import org.attentionlimits.reports.figure.Boxes.Box;
import org.attentionlimits.reports.figure.Figure;
import org.attentionlimits.reports.figure.Scale;
import org.attentionlimits.reports.figure.Series;
import org.attentionlimits.reports.figure.Series.Point;

/**
 * The figures of experiments, one for each of the paper's, with intervals. On a logarithmic axis an
 * interval that reaches zero is cut off at a tenth of the least number shown.
 */
public final class ExperimentFigures {

  private static final double PAPER_SHARE = 0.06;

  private ExperimentFigures() {}

  /** The figure of a result; empty if it has none, or nothing to show. */
  public static Optional<Figure> of(ExperimentResult result) {
    return switch (result.paper().id()) {
      case "distance-by-length" -> distances(result, new Axis("length L", Scale.LINEAR), "length");
      case "distance-by-topn" ->
          distances(result, new Axis("selected tokens N", Scale.LOG_2), "selected");
      case "critical-topn" -> critical(result);
      case "separability" -> shares(result);
      case "gradient-sensitivity" -> sensitivity(result);
      default -> Optional.empty();
    };
  }

  private static Optional<Figure> figure(
      ExperimentResult result, Axis x, Axis y, List<Series> series) {
    return series.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Figure(
                result.paper().id(), result.paper().title(), description(result), x, y, series));
  }

  private static String description(ExperimentResult result) {
    return result.paper().title() + ". " + result.paper().says();
  }

  private static Optional<Figure> distances(ExperimentResult result, Axis x, String column) {
    DataTable means = result.table("means");
    List<Series> series =
        Stream.of(
                line("cumulative distance", means, column, "distance", i -> true),
                line("main sum of its expectation", means, column, "main_sum", i -> true),
                line("bound", means, column, "bound", i -> true))
            .flatMap(Optional::stream)
            .toList();
    return figure(result, x, new Axis("mean over heads, 95 % intervals", Scale.LINEAR), series);
  }

  private static Optional<Figure> critical(ExperimentResult result) {
    DataTable table = result.table("critical");
    List<Series> series = new ArrayList<>();
    for (double level :
        IntStream.range(0, table.size())
            .mapToDouble(i -> table.get(i, "level"))
            .distinct()
            .toArray()) {
      points(
              "N* at level " + level,
              table,
              "length",
              "critical",
              i -> table.get(i, "level") == level)
          .ifPresent(series::add);
    }
    List<Point> paper =
        IntStream.range(0, table.size())
            .mapToDouble(i -> table.get(i, "length"))
            .distinct()
            .mapToObj(length -> Point.of(length, PAPER_SHARE * length))
            .toList();
    series.add(new Series("0.06 L", paper));
    return figure(
        result,
        new Axis("length L", Scale.LOG_2),
        new Axis("critical number N* of selected tokens", Scale.LOG_2),
        series);
  }

  private static Optional<Figure> shares(ExperimentResult result) {
    DataTable table = result.table("shares");
    List<Box> boxes =
        IntStream.range(0, table.size())
            .filter(i -> Double.isFinite(table.get(i, "median")))
            .mapToObj(
                i ->
                    new Box(
                        table.get(i, "selected"),
                        table.get(i, "least"),
                        table.get(i, "quartile_1"),
                        table.get(i, "median"),
                        table.get(i, "quartile_3"),
                        table.get(i, "largest")))
            .toList();
    if (boxes.isEmpty()) {
      return Optional.empty();
    }
    List<Series> series = new ArrayList<>();
    line("lower bound, not proven for this r", table, "selected", "lower_bound", i -> true)
        .ifPresent(series::add);
    line("upper bound, not proven for this r", table, "selected", "upper_bound", i -> true)
        .ifPresent(series::add);
    line("null model", table, "selected", "null_share", i -> true).ifPresent(series::add);
    if (result.tables().stream().anyMatch(other -> other.name().equals("beside"))) {
      DataTable beside = result.table("beside");
      line("mean on the head's own embeddings", beside, "selected", "mean", i -> true)
          .ifPresent(series::add);
      line("null model of these", beside, "selected", "null_share", i -> true)
          .ifPresent(series::add);
    }
    return Optional.of(
        new Figure(
            result.paper().id(),
            result.paper().title(),
            description(result),
            new Axis("selected tokens N", Scale.LOG_2),
            new Axis("share of separable tokens", Scale.LINEAR),
            series,
            Optional.of(new Boxes("heads", boxes))));
  }

  private static Optional<Figure> sensitivity(ExperimentResult result) {
    DataTable table = result.table("maxima");
    double[] steps =
        IntStream.range(0, table.size())
            .mapToDouble(i -> table.get(i, "step"))
            .distinct()
            .limit(3)
            .toArray();
    List<Series> series = new ArrayList<>();
    for (double step : steps) {
      logarithmic("random direction, ε = " + step, table, "random", step).ifPresent(series::add);
    }
    logarithmic("worst direction, ε = " + steps[0], table, "worst", steps[0])
        .ifPresent(series::add);
    IntPredicate first = i -> table.get(i, "step") == steps[0];
    points("printed bound", table, "temperature", "printed_bound", first).ifPresent(series::add);
    points("corrected bound, ε = " + steps[0], table, "temperature", "corrected_bound", first)
        .ifPresent(series::add);
    return figure(
        result,
        new Axis("temperature T", Scale.LOG_10),
        new Axis("largest of the heads' means, 95 % intervals", Scale.LOG_10),
        series);
  }

  private static Optional<Series> points(
      String name, DataTable table, String x, String y, IntPredicate rows) {
    return series(
        name,
        IntStream.range(0, table.size())
            .filter(rows)
            .filter(i -> Double.isFinite(table.get(i, y)))
            .mapToObj(i -> Point.of(table.get(i, x), table.get(i, y))));
  }

  /** A line of a column with the interval of its neighbours, named lower and upper. */
  private static Optional<Series> line(
      String name, DataTable table, String x, String y, IntPredicate rows) {
    return series(
        name,
        IntStream.range(0, table.size())
            .filter(rows)
            .filter(i -> Double.isFinite(table.get(i, y)))
            .mapToObj(
                i ->
                    Double.isNaN(table.get(i, y + "_lower"))
                        ? Point.of(table.get(i, x), table.get(i, y))
                        : new Point(
                            table.get(i, x),
                            table.get(i, y),
                            Math.min(table.get(i, y), table.get(i, y + "_lower")),
                            Math.max(table.get(i, y), table.get(i, y + "_upper")))));
  }

  private static Optional<Series> logarithmic(String name, DataTable table, String y, double step) {
    double least =
        IntStream.range(0, table.size())
            .mapToDouble(i -> table.get(i, y))
            .filter(value -> value > 0)
            .min()
            .orElse(1);
    return series(
        name,
        IntStream.range(0, table.size())
            .filter(i -> table.get(i, "step") == step && table.get(i, y) > 0)
            .filter(i -> Double.isFinite(table.get(i, y + "_upper")))
            .mapToObj(
                i ->
                    new Point(
                        table.get(i, "temperature"),
                        table.get(i, y),
                        Math.max(least / 10, table.get(i, y + "_lower")),
                        table.get(i, y + "_upper"))));
  }

  private static Optional<Series> series(String name, Stream<Point> points) {
    List<Point> all = points.toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(new Series(name, all));
  }
}
