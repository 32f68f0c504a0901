package org.attentionlimits.empirical.experiment;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.attentionlimits.empirical.experiment.Experiment.HeadValues;
import org.attentionlimits.empirical.experiment.SensitivityMeans.Mean;

/** Tables of what {@link GradientSensitivity} measured on all heads. */
final class SensitivityTable {

  /** Chance that an interval misses. */
  private static final double MISS = 0.05;

  private final double[] temperatures;
  private final double[] steps;
  private final List<HeadValues> heads;
  private final List<SensitivityMeans> means;
  private final StudentMargin forAllHeads;
  private final StudentMargin forOneHead = new StudentMargin(MISS);

  SensitivityTable(double[] temperatures, double[] steps, List<HeadValues> heads) {
    this.temperatures = temperatures.clone();
    this.steps = steps.clone();
    this.heads = heads;
    this.forAllHeads = new StudentMargin(MISS / heads.size());
    this.means =
        heads.stream()
            .map(head -> new SensitivityMeans(temperatures.length, steps.length, head.values()))
            .toList();
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
        addLargest(row, head -> head.random(temperature, step));
        addLargest(row, head -> head.worst(temperature, step));
        double quarter = 1 / (4 * temperatures[t]);
        row.add(Math.min(quarter, Math.sqrt(2)));
        table.row(row.add(Math.min(2 * quarter, Math.sqrt(2) / steps[e])).row());
      }
    }
    return table;
  }

  /**
   * The largest mean, its interval and its head. The interval holds for all heads at once, so it
   * holds for the largest.
   */
  private void addLargest(Columns row, Function<SensitivityMeans, Mean> of) {
    double lower = largest(of, mean -> mean.value() - forAllHeads.of(mean));
    double upper = largest(of, mean -> mean.value() + forAllHeads.of(mean));
    int best = 0;
    for (int i = 1; i < heads.size(); i++) {
      best = value(of, i) > value(of, best) || Double.isNaN(value(of, best)) ? i : best;
    }
    row.add(value(of, best), Math.max(0, lower), upper);
    row.add(heads.get(best).layer(), heads.get(best).head());
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

  /** One row for each temperature: the largest of the heads' mean spectral norms. */
  private DataTable norms() {
    DataTable table =
        new DataTable("norms", "temperature", "norm", "norm_lower", "norm_upper", "layer", "head");
    for (int t = 0; t < temperatures.length; t++) {
      int temperature = t;
      Columns row = new Columns().add(temperatures[t]);
      addLargest(row, head -> head.norm(temperature));
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
              forOneHead.of(means.get(i).random(t, e)),
              means.get(i).worst(t, e).value(),
              forOneHead.of(means.get(i).worst(t, e)));
        }
      }
    }
    return table;
  }
}
