package org.attentionlimits.empirical.experiment.suite;

import static org.attentionlimits.empirical.experiment.Columns.format;

import java.nio.DoubleBuffer;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.attentionlimits.empirical.experiment.Columns;
import org.attentionlimits.empirical.experiment.DataTable;
import org.attentionlimits.empirical.experiment.EmpiricalFinding;
import org.attentionlimits.empirical.experiment.ExperimentResult;
import org.attentionlimits.empirical.experiment.Measured;
import org.attentionlimits.empirical.experiment.PaperExperiment;
import org.attentionlimits.empirical.kernel.HeadMeans;
import org.attentionlimits.empirical.kernel.Visibility;
import org.attentionlimits.empirical.kernel.WeightedRow;
import org.attentionlimits.empirical.statistics.Bootstrap;
import org.attentionlimits.empirical.tensor.HeadAttention;

/**
 * Algorithm 1, Figure 2a: the cumulative distance of the top-N set, the main sum of its expectation
 * for a random set, and its bound, averaged over queries and then over heads, by the length of the
 * sequence.
 */
public final class DistanceByLength extends TopNExperiment<DistanceByLength.Measurement> {

  /** The paper's lengths. */
  public static final List<Integer> LENGTHS = List.of(32, 64, 128, 256, 512, 1024);

  /** The paper's N. */
  public static final int SELECTED = 5;

  private static final double LEAST_R2 = 0.98;
  private static final double LOOSE = 1.1;
  private static final int LEAST_LENGTHS = 3;

  /**
   * What is measured on a head.
   *
   * @param distances the quantities of {@link Distances}
   * @param ranges the range of a row's logits over T
   */
  public record Measurement(HeadMeans distances, HeadMeans ranges) {}

  private final Distances distances = distances();

  /**
   * The experiment.
   *
   * @param lengths L, ascending, each at least 2
   * @param selected N, at least 1
   * @param visibility which tokens count
   */
  public DistanceByLength(List<Integer> lengths, int selected, Visibility visibility) {
    super(lengths, List.of(selected), visibility);
  }

  @Override
  public PaperExperiment paper() {
    return new PaperExperiment(
        "distance-by-length",
        "Distance by sequence length",
        "Algorithm 1, Figure 2a",
        "the cumulative distance grows about linearly in L; the bound is above it and loose",
        OptionalDouble.of(24));
  }

  @Override
  public Measurement measure(HeadAttention head) {
    HeadMeans ranges = new HeadMeans(grid(), 1);
    WeightedRow row = new WeightedRow(head);
    for (int query = selected().get(0); query < grid().longest(); query++) {
      row.load(query, query + 1);
      for (int l = 0; l < grid().lengths().length; l++) {
        if (query < grid().lengths()[l]) {
          ranges.add(l, selected().get(0), row.range());
        }
      }
    }
    return new Measurement(distances.measure(head), ranges);
  }

  @Override
  public double[] numbers(Measurement measurement) {
    return new Columns()
        .add(measurement.distances().numbers())
        .add(measurement.ranges().numbers())
        .row();
  }

  @Override
  public Measurement read(DoubleBuffer numbers) {
    HeadMeans means = distances.read(numbers);
    return new Measurement(means, HeadMeans.read(grid(), 1, numbers));
  }

  @Override
  public ExperimentResult conclude(List<Measured<Measurement>> all) {
    List<Measured<HeadMeans>> heads =
        all.stream()
            .map(head -> new Measured<>(head.layer(), head.head(), head.value().distances()))
            .toList();
    DataTable means = distances.meansOverHeads(heads);
    DataTable ranges = ranges(all.stream().map(head -> head.value().ranges()).toList());
    List<EmpiricalFinding> findings = List.of(linear(means, ranges), loose(means));
    return new ExperimentResult(
        paper(), parameters(), findings, List.of(means, ranges, distances.heads(heads)));
  }

  /**
   * One row for each length: the range ρ of a row's logits over T, its mean over queries and heads,
   * and N e^ρ. The distance of a row is bounded by a multiple of N e^ρ, whatever its length, so
   * that it can only grow along L where that is large.
   */
  private DataTable ranges(List<HeadMeans> heads) {
    DataTable table =
        new DataTable("ranges", "length", "range", "range_lower", "range_upper", "n_exp_range");
    for (int l = 0; l < grid().lengths().length; l++) {
      int length = l;
      Bootstrap range = Bootstrap.mean(Columns.numbers(heads, head -> head.mean(length, 0, 0)));
      double product = selected().get(0) * Math.exp(range.value());
      table.row(new Columns().add(grid().lengths()[l]).add(range).add(product).row());
    }
    return table;
  }

  private static EmpiricalFinding linear(DataTable means, DataTable ranges) {
    String id = "distance-by-length-linear";
    String claim = "the cumulative distance grows about linearly in the length";
    String rule = format("least-squares line over the lengths: slope > 0 and R² ≥ %s", LEAST_R2);
    String paper = "about linear, Figure 2a";
    if (means.size() < LEAST_LENGTHS) {
      return EmpiricalFinding.notRun(id, claim, rule, paper, "needs at least three lengths");
    }
    SimpleRegression line = new SimpleRegression();
    SimpleRegression power = new SimpleRegression();
    for (int i = 0; i < means.size(); i++) {
      double length = means.get(i, "length");
      double distance = means.get(i, "distance");
      line.addData(length, distance);
      power.addData(Math.log(length), Math.log(distance));
    }
    String measured =
        format(
            "R² %.4f, slope %.3g per token, exponent %.2f",
            line.getRSquare(), line.getSlope(), power.getSlope());
    double product = ranges.get(ranges.size() - 1, "n_exp_range");
    String beside =
        Double.isNaN(product)
            ? ""
            : format("; N e^ρ = %.3g at L = %.0f", product, means.get(means.size() - 1, "length"));
    boolean satisfied = line.getSlope() > 0 && line.getRSquare() >= LEAST_R2;
    return EmpiricalFinding.of(
        id, claim, rule, paper, measured + beside, line.getRSquare(), satisfied);
  }

  private static EmpiricalFinding loose(DataTable means) {
    double[] ratios =
        IntStream.range(0, means.size())
            .mapToDouble(i -> means.get(i, "bound") / means.get(i, "distance"))
            .toArray();
    String id = "distance-by-length-bound";
    String claim = "the bound is above the distance, and loose";
    String rule = format("mean bound over mean distance at least %s at every length", LOOSE);
    String paper = "above and loose, Figure 2a";
    if (ratios.length < LEAST_LENGTHS) {
      return EmpiricalFinding.notRun(id, claim, rule, paper, "needs at least three lengths");
    }
    double least = Bootstrap.quantile(ratios, 0);
    String measured =
        format("at least %.3g, at the longest %.3g", least, ratios[ratios.length - 1]);
    return EmpiricalFinding.of(id, claim, rule, paper, measured, least, least >= LOOSE);
  }
}
