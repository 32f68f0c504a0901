package org.attentionlimits.empirical.experiment.suite;

import static org.attentionlimits.empirical.experiment.Columns.format;

import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.attentionlimits.empirical.experiment.DataTable;
import org.attentionlimits.empirical.experiment.EmpiricalFinding;
import org.attentionlimits.empirical.experiment.EmpiricalVerdict;

/** What {@link GradientSensitivity} says about the paper's Figure 4. */
final class SensitivityFindings {

  private static final double COLD = 0.1;
  private static final double WARM = 1;
  private static final double SLOPE_MARGIN = 0.2;

  /** Two orders, to the nearest. */
  private static final double DROP = Math.pow(10, 1.5);

  private static final int LEAST_TEMPERATURES = 3;
  private static final String ALL = "root_mean_square";

  /** Temperatures such as 0.1 come out of powers of ten with a last digit off. */
  private static final double ROUNDING = 1e-9;

  private final DataTable maxima;
  private final DataTable norms;
  private final double[] steps;

  SensitivityFindings(DataTable maxima, DataTable norms, double... steps) {
    this.maxima = maxima;
    this.norms = norms;
    this.steps = steps.clone();
  }

  List<EmpiricalFinding> all() {
    return List.of(slope(), drop(), order());
  }

  private static boolean isCold(double temperature) {
    return temperature < COLD * (1 - ROUNDING);
  }

  private static boolean isWarm(double temperature) {
    return temperature >= WARM * (1 - ROUNDING);
  }

  private IntStream rows(double step, DoublePredicate temperatures) {
    return IntStream.range(0, maxima.size())
        .filter(i -> maxima.get(i, "step") == step)
        .filter(i -> temperatures.test(maxima.get(i, "temperature")));
  }

  private double largest(double step, DoublePredicate temperatures, String column) {
    return rows(step, temperatures)
        .mapToDouble(i -> maxima.get(i, column))
        .max()
        .orElse(Double.NaN);
  }

  /** The largest with an interval that holds it: the largest of the ends. */
  private String interval(double step, DoublePredicate temperatures) {
    return format(
        "%.3g [%.3g, %.3g]",
        largest(step, temperatures, "random"),
        largest(step, temperatures, "random_lower"),
        largest(step, temperatures, "random_upper"));
  }

  /** The largest root mean square over all directions, of some temperatures. */
  private double largestOfAll(DoublePredicate temperatures) {
    return IntStream.range(0, norms.size())
        .filter(i -> temperatures.test(norms.get(i, "temperature")))
        .mapToDouble(i -> norms.get(i, ALL))
        .max()
        .orElse(Double.NaN);
  }

  private EmpiricalFinding slope() {
    String id = "gradient-sensitivity-slope";
    String claim = "the sensitivity grows as 1/T for T < 0.1";
    String rule =
        format(
            "slope of the logarithm of the root mean square over all directions, ε towards 0, least"
                + " squares over T < 0.1: within %s of -1",
            SLOPE_MARGIN);
    String paper = "1/T, slope -1, Figure 4";
    SimpleRegression line = new SimpleRegression();
    IntStream.range(0, norms.size())
        .filter(i -> isCold(norms.get(i, "temperature")) && norms.get(i, ALL) > 0)
        .forEach(
            i -> line.addData(Math.log(norms.get(i, "temperature")), Math.log(norms.get(i, ALL))));
    if (line.getN() < LEAST_TEMPERATURES) {
      return EmpiricalFinding.notRun(id, claim, rule, paper, "needs three temperatures below 0.1");
    }
    double slope = line.getSlope();
    String measured = format("slope %.3f, R² %.4f", slope, line.getRSquare());
    return EmpiricalFinding.of(
        id, claim, rule, paper, measured, slope, Math.abs(slope + 1) <= SLOPE_MARGIN);
  }

  private EmpiricalFinding drop() {
    String id = "gradient-sensitivity-drop";
    String claim = "for T ≥ 1 the sensitivity is two orders lower than for T < 0.1";
    String rule =
        "of the root mean square over all directions, ε towards 0, the largest for T < 0.1 is at"
            + " least 10^1.5 times the largest for T ≥ 1: two orders, to the nearest";
    String paper = "two orders, Figure 4";
    double cold = largestOfAll(SensitivityFindings::isCold);
    double warm = largestOfAll(SensitivityFindings::isWarm);
    if (Double.isNaN(cold / warm)) {
      return EmpiricalFinding.notRun(
          id, claim, rule, paper, "needs temperatures below 0.1 and from 1");
    }
    String measured = format("%.3g times: %.3g over %.3g", cold / warm, cold, warm);
    return EmpiricalFinding.of(id, claim, rule, paper, measured, cold / warm, cold >= DROP * warm);
  }

  private EmpiricalFinding order() {
    String id = "gradient-sensitivity-order";
    String claim = "smaller steps give larger sensitivities";
    String rule =
        "in random directions, the largest for T < 0.1 falls from each ε to the next larger one,"
            + " whatever the intervals allow";
    String paper = "larger for smaller ε, Figure 4";
    double[] largest =
        DoubleStream.of(steps)
            .map(step -> largest(step, SensitivityFindings::isCold, "random"))
            .toArray();
    if (steps.length < 2 || DoubleStream.of(largest).anyMatch(Double::isNaN)) {
      return EmpiricalFinding.notRun(
          id, claim, rule, paper, "needs two ε and a temperature below 0.1");
    }
    double ratio = largest[0] / largest[largest.length - 1];
    String measured =
        format(
            "%s at ε = %s, %s at ε = %s",
            interval(steps[0], SensitivityFindings::isCold),
            steps[0],
            interval(steps[steps.length - 1], SensitivityFindings::isCold),
            steps[steps.length - 1]);
    return EmpiricalFinding.judged(id, claim, rule, paper, measured, ratio, falling());
  }

  /** By the intervals: whether the largest certainly falls from each ε to the next, or does not. */
  private EmpiricalVerdict falling() {
    double[] lower = ends("random_lower");
    double[] upper = ends("random_upper");
    if (IntStream.range(1, steps.length).allMatch(e -> upper[e] < lower[e - 1])) {
      return EmpiricalVerdict.SAME_TREND;
    }
    return IntStream.range(1, steps.length).anyMatch(e -> lower[e] >= upper[e - 1])
        ? EmpiricalVerdict.OTHER_TREND
        : EmpiricalVerdict.UNDECIDED;
  }

  private double[] ends(String column) {
    return DoubleStream.of(steps)
        .map(step -> largest(step, SensitivityFindings::isCold, column))
        .toArray();
  }
}
