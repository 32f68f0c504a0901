package org.attentionlimits.empirical.experiment.suite;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.attentionlimits.empirical.experiment.Columns;
import org.attentionlimits.empirical.experiment.DataTable;
import org.attentionlimits.empirical.experiment.Measured;
import org.attentionlimits.empirical.statistics.BernsteinMargin;
import org.attentionlimits.empirical.statistics.SensitivityMeans;
import org.attentionlimits.empirical.statistics.SensitivityMeans.Mean;

/** Tables of what {@link GradientSensitivity} measured on all heads. */
final class SensitivityTable {

  /** Chance that an interval misses. */
  private static final double MISS = 0.05;

  private final double[] temperatures;
  private final double[] steps;
  private final List<Measured<SensitivityMeans>> heads;
  private final List<SensitivityMeans> means;
  private final BernsteinMargin forAll;
  private final BernsteinMargin forOneHead = new BernsteinMargin(MISS);

  SensitivityTable(double[] temperatures, double[] steps, List<Measured<SensitivityMeans>> heads) {
    this.temperatures = temperatures.clone();
    this.steps = steps.clone();
    this.heads = heads;
    this.forAll = new BernsteinMargin(MISS / (heads.size() * temperatures.length * steps.length));
    this.means = heads.stream().map(Measured::value).toList();
  }

  List<DataTable> all() {
    return List.of(maxima(), norms(), perHead());
  }

  /**
   * One row for each step and temperature: the largest of the heads' means in random and in the
   * worst direction, each with its head and interval, and the bounds.
   */
  DataTable maxima() {
    DataTable table =
        new DataTable(
            "maxima",
            "step",
            "temperature",
            "random",
            "random_lower",
            "random_upper",
            "random_layer",
            "random_head",
            "worst",
            "worst_lower",
            "worst_upper",
            "worst_layer",
            "worst_head",
            "printed_bound",
            "corrected_bound");
    for (int e = 0; e < steps.length; e++) {
      for (int t = 0; t < temperatures.length; t++) {
        int step = e;
        int temperature = t;
        Columns row = new Columns().add(steps[e], temperatures[t]);
        double bound = bound(t, e);
        addLargest(row, head -> head.random(temperature, step), bound);
        addLargest(row, head -> head.worst(temperature, step), bound);
        row.add(Math.min(1 / (4 * temperatures[t]), Math.sqrt(2)));
        table.row(row.add(bound).row());
      }
    }
    return table;
  }

  /** {@code min(1/(2T), √2/ε)}, which no change exceeds. */
  private double bound(int temperature, int step) {
    return Math.min(1 / (2 * temperatures[temperature]), Math.sqrt(2) / steps[step]);
  }

  /**
   * The largest mean, its interval and its head. The interval holds for all heads, temperatures and
   * steps at once, so it holds for the largest.
   */
  private void addLargest(Columns row, Function<SensitivityMeans, Mean> of, double bound) {
    double lower = largest(of, mean -> mean.value() - forAll.of(mean, bound));
    double upper = largest(of, mean -> mean.value() + forAll.of(mean, bound));
    int best = best(of);
    row.add(value(of, best), Math.max(0, lower), Math.min(bound, upper));
    row.add(heads.get(best).layer(), heads.get(best).head());
  }

  /** The head of the largest mean, the first of equals. */
  private int best(Function<SensitivityMeans, Mean> of) {
    int best = 0;
    for (int i = 1; i < heads.size(); i++) {
      best = value(of, i) > value(of, best) || Double.isNaN(value(of, best)) ? i : best;
    }
    return best;
  }

  private double value(Function<SensitivityMeans, Mean> of, int head) {
    return of.apply(means.get(head)).value();
  }

  private double largest(Function<SensitivityMeans, Mean> of, ToDoubleFunction<Mean> end) {
    return means.stream()
        .map(of)
        .mapToDouble(end)
        .filter(x -> !Double.isNaN(x))
        .max()
        .orElse(Double.NaN);
  }

  /**
   * One row for each temperature: the largest of the heads' mean spectral norms, and of the heads'
   * means of the root mean square over all directions, which rests on no sample.
   */
  DataTable norms() {
    DataTable table =
        new DataTable(
            "norms",
            "temperature",
            "norm",
            "norm_lower",
            "norm_upper",
            "layer",
            "head",
            "root_mean_square",
            "root_mean_square_layer",
            "root_mean_square_head");
    for (int t = 0; t < temperatures.length; t++) {
      int temperature = t;
      Columns row = new Columns().add(temperatures[t]);
      addLargest(row, head -> head.norm(temperature), 1 / (2 * temperatures[t]));
      Function<SensitivityMeans, Mean> all = head -> head.rootMeanSquare(temperature);
      int best = best(all);
      row.add(value(all, best), heads.get(best).layer(), heads.get(best).head());
      table.row(row.row());
    }
    return table;
  }

  /** One row for each head, step and temperature; a margin is half the width of an interval. */
  private DataTable perHead() {
    DataTable table =
        new DataTable(
            "heads",
            "layer",
            "head",
            "step",
            "temperature",
            "random",
            "random_margin",
            "worst",
            "worst_margin");
    for (int i = 0; i < heads.size(); i++) {
      for (int e = 0; e < steps.length; e++) {
        for (int t = 0; t < temperatures.length; t++) {
          table.row(
              heads.get(i).layer(),
              heads.get(i).head(),
              steps[e],
              temperatures[t],
              means.get(i).random(t, e).value(),
              forOneHead.of(means.get(i).random(t, e), bound(t, e)),
              means.get(i).worst(t, e).value(),
              forOneHead.of(means.get(i).worst(t, e), bound(t, e)));
        }
      }
    }
    return table;
  }
}
