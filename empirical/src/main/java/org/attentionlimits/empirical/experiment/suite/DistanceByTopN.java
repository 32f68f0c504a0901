package org.attentionlimits.empirical.experiment.suite;

import static org.attentionlimits.empirical.experiment.Columns.format;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.attentionlimits.empirical.experiment.DataTable;
import org.attentionlimits.empirical.experiment.EmpiricalFinding;
import org.attentionlimits.empirical.experiment.ExperimentResult;
import org.attentionlimits.empirical.experiment.Measured;
import org.attentionlimits.empirical.experiment.PaperExperiment;
import org.attentionlimits.empirical.kernel.HeadMeans;
import org.attentionlimits.empirical.kernel.Visibility;

/**
 * Algorithm 2, Figure 2b: the quantities of {@link DistanceByLength} at one length, by the number N
 * of selected tokens.
 */
public final class DistanceByTopN extends TopNExperiment<HeadMeans> implements OfDistances {

  /** The paper's length. */
  public static final int LENGTH = 1024;

  /** The paper's N. */
  public static final List<Integer> SELECTED = List.of(1, 5, 10, 20, 100);

  /** The N past which the paper sees gains diminish. */
  private static final int KNEE = 20;

  /** The N towards which it sees distances converge. */
  private static final int FAR = 100;

  private static final double DIMINISHED = 0.5;

  private final Distances distances = distances();

  /**
   * The experiment.
   *
   * @param length L, at least 2
   * @param selected N, ascending, each at least 1
   * @param visibility which tokens count
   */
  public DistanceByTopN(int length, List<Integer> selected, Visibility visibility) {
    super(List.of(length), selected, visibility);
  }

  @Override
  public PaperExperiment paper() {
    return new PaperExperiment(
        "distance-by-topn",
        "Distance by number of selected tokens",
        "Algorithm 2, Figure 2b",
        "gains diminish past N = 20; the true and the expected distance converge towards N = 100;"
            + " the bound tightens",
        OptionalDouble.of(37));
  }

  @Override
  public Distances measured() {
    return distances;
  }

  @Override
  public ExperimentResult conclude(List<Measured<HeadMeans>> heads) {
    DataTable means = distances.meansOverHeads(heads);
    List<EmpiricalFinding> findings =
        List.of(diminishing(means), converging(means), tightening(means));
    return new ExperimentResult(
        paper(), parameters(), findings, List.of(means, distances.heads(heads)));
  }

  private EmpiricalFinding diminishing(DataTable means) {
    String id = "distance-by-topn-diminishing";
    String claim = "the distance changes little past N = " + KNEE;
    String rule =
        format(
            "mean change of the distance per token past N = %d at most %s of that before",
            KNEE, DIMINISHED);
    String paper = "diminishing past 20, Figure 2b";
    int knee = selected().indexOf(KNEE);
    int last = selected().size() - 1;
    if (knee <= 0 || knee == last || Double.isNaN(means.get(last, "distance"))) {
      return EmpiricalFinding.notRun(id, claim, rule, paper, "needs N below, at and above " + KNEE);
    }
    double before = change(means, 0, knee);
    double after = change(means, knee, last);
    String measured = format("%.3g per token past, %.3g before", after, before);
    double ratio = Math.abs(after) / Math.abs(before);
    return EmpiricalFinding.of(id, claim, rule, paper, measured, ratio, ratio <= DIMINISHED);
  }

  private double change(DataTable means, int from, int to) {
    return (means.get(to, "distance") - means.get(from, "distance"))
        / (selected().get(to) - selected().get(from));
  }

  private EmpiricalFinding converging(DataTable means) {
    double[] gaps = ratios(means, "main_sum").map(ratio -> Math.abs(ratio - 1)).toArray();
    double last = gaps[gaps.length - 1];
    return atLargest(
        "distance-by-topn-converging",
        "the true distance and the main sum of the expected one converge",
        "their relative gap at the largest N is at most half of that at the smallest",
        "converging towards N = 100, Figure 2b",
        gaps,
        last <= gaps[0] / 2);
  }

  private EmpiricalFinding tightening(DataTable means) {
    double[] looseness = ratios(means, "bound").toArray();
    double last = looseness[looseness.length - 1];
    return atLargest(
        "distance-by-topn-tightening",
        "the bound tightens as N grows",
        "mean bound over mean distance is smaller at the largest N than at the smallest",
        "tightening, Figure 2b",
        looseness,
        last < looseness[0]);
  }

  /** A finding about numbers by N. */
  private EmpiricalFinding atLargest(
      String id, String claim, String rule, String paper, double[] numbers, boolean satisfied) {
    double last = numbers[numbers.length - 1];
    if (numbers.length < 2 || selected().get(numbers.length - 1) < FAR || Double.isNaN(last)) {
      return EmpiricalFinding.notRun(
          id, claim, rule, paper, "needs N = " + FAR + " below the length");
    }
    String measured =
        format(
            "%.3g at N = %d, %.3g at N = %d",
            numbers[0], selected().get(0), last, selected().get(numbers.length - 1));
    return EmpiricalFinding.of(id, claim, rule, paper, measured, last, satisfied);
  }

  private static DoubleStream ratios(DataTable means, String column) {
    return IntStream.range(0, means.size())
        .mapToDouble(i -> means.get(i, column) / means.get(i, "distance"));
  }
}
