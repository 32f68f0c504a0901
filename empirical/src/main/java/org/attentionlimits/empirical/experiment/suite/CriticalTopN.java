package org.attentionlimits.empirical.experiment.suite;

import static org.attentionlimits.empirical.experiment.Columns.format;
import static org.attentionlimits.empirical.experiment.EmpiricalVerdict.OTHER_TREND;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.attentionlimits.empirical.kernel.RowDistances;
import org.attentionlimits.empirical.kernel.TopNGrid;
import org.attentionlimits.empirical.kernel.Visibility;
import org.attentionlimits.empirical.statistics.Bootstrap;
import org.attentionlimits.empirical.statistics.KolmogorovSmirnov;

/**
 * Algorithm 3, Figure 2c: for each length the smallest N at which the heads' mean true and mean
 * expected cumulative distances pass a two-sample Kolmogorov–Smirnov test, at each level. The
 * expected distance is the main sum.
 */
public final class CriticalTopN implements OfDistances {

  /** The levels of the paper's text and of its appendix. */
  public static final List<Double> LEVELS = List.of(0.01, 0.05);

  /** The paper's N*⁄L. */
  public static final double PAPER_SHARE = 0.06;

  private static final double FACTOR = 2;
  private static final int EVEN_STEPS = 64;
  private static final int COARSE_STEPS = 8;
  private static final int LEAST_LENGTHS = 3;
  private static final int LEAST_HEADS = 2;

  private final List<Integer> lengths;
  private final List<Double> levels;
  private final Visibility visibility;
  private final TopNGrid grid;
  private final Distances distances;

  /**
   * The experiment.
   *
   * @param lengths L, ascending, each at least 2
   * @param levels of the test, each in (0, 1)
   * @param visibility which tokens count
   */
  public CriticalTopN(List<Integer> lengths, List<Double> levels, Visibility visibility) {
    for (double level : levels) {
      if (!(level > 0 && level < 1)) {
        throw new IllegalArgumentException("level must be in (0, 1): " + level);
      }
    }
    this.lengths = List.copyOf(lengths);
    this.levels = List.copyOf(levels);
    this.visibility = visibility;
    this.grid = new TopNGrid(lengths, lengths.stream().map(CriticalTopN::selections).toList());
    this.distances = new Distances(grid, visibility, false);
  }

  /**
   * The N that are tried: 1 to 8, 64 even steps up to L/4 or 1 to 64, and 8 more up to L/2; of
   * short lengths all below L, of which those up to L/2 count.
   */
  static List<Integer> selections(int length) {
    int step = Math.max(1, length / (4 * EVEN_STEPS));
    int coarse = Math.max(1, length / (4 * COARSE_STEPS));
    IntStream even = IntStream.rangeClosed(1, EVEN_STEPS).map(k -> k * step);
    IntStream beyond = IntStream.rangeClosed(1, COARSE_STEPS).map(k -> length / 4 + k * coarse);
    return IntStream.concat(IntStream.rangeClosed(1, 8), IntStream.concat(even, beyond))
        .filter(selected -> selected < length)
        .sorted()
        .distinct()
        .boxed()
        .toList();
  }

  @Override
  public PaperExperiment paper() {
    return new PaperExperiment(
        "critical-topn",
        "Critical number of selected tokens",
        "Algorithm 3, Figure 2c",
        "N* ≈ 0.06 L, growing less than linearly",
        OptionalDouble.of(17 * 60 + 4));
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("L", Columns.text(lengths));
    for (int length : lengths) {
      List<Integer> tried = selections(length);
      int largest = tried.get(tried.size() - 1);
      parameters.put("N at L = " + length, tried.size() + " values from 1 to " + largest);
    }
    parameters.put("level", Columns.text(levels));
    parameters.put("visible tokens", visibility.description());
    return parameters;
  }

  @Override
  public Distances measured() {
    return distances;
  }

  @Override
  public ExperimentResult conclude(List<Measured<HeadMeans>> heads) {
    DataTable tests = tests(heads);
    DataTable critical =
        new DataTable("critical", "level", "length", "critical", "share", "largest_tried");
    List<EmpiricalFinding> findings = new ArrayList<>();
    for (double level : levels) {
      double[] found = lengths.stream().mapToDouble(l -> critical(tests, level, l)).toArray();
      for (int l = 0; l < found.length; l++) {
        int[] tried = grid.selections(l);
        double length = lengths.get(l);
        critical.row(level, length, found[l], found[l] / length, tried[tried.length - 1]);
      }
      findings.add(share(level, heads.size(), found));
      findings.add(sublinear(level, found));
    }
    return new ExperimentResult(paper(), parameters(), findings, List.of(critical, tests));
  }

  /** The smallest N up to L/2 whose samples are not told apart; NaN if there is none. */
  private static double critical(DataTable tests, double level, int length) {
    return IntStream.range(0, tests.size())
        .filter(i -> tests.get(i, "length") == length && 2 * tests.get(i, "selected") <= length)
        .filter(i -> tests.get(i, "p_value") >= level)
        .mapToDouble(i -> tests.get(i, "selected"))
        .min()
        .orElse(Double.NaN);
  }

  private DataTable tests(List<Measured<HeadMeans>> heads) {
    DataTable table =
        new DataTable(
            "tests",
            "length",
            "selected",
            "heads",
            "queries",
            "queries_left_out",
            "statistic",
            "p_value",
            "distance",
            "distance_lower",
            "distance_upper",
            "main_sum",
            "main_sum_lower",
            "main_sum_upper");
    for (int l = 0; l < lengths.size(); l++) {
      for (int k = 0; k < grid.selections(l).length; k++) {
        double[] distance = distances.means(heads, l, k, RowDistances.DISTANCE);
        double[] mainSum = distances.means(heads, l, k, RowDistances.MAIN_SUM);
        KolmogorovSmirnov test = KolmogorovSmirnov.of(distance, mainSum);
        Columns row = new Columns().add(lengths.get(l), grid.selections(l)[k], distance.length);
        int queries = distances.queries(heads, l, k);
        row.add(queries, lengths.get(l) - queries, test.statistic(), test.probability());
        table.row(row.add(Bootstrap.mean(distance)).add(Bootstrap.mean(mainSum)).row());
      }
    }
    return table;
  }

  private EmpiricalFinding share(double level, int heads, double[] found) {
    int length = lengths.get(lengths.size() - 1);
    double critical = found[found.length - 1];
    double share = critical / length;
    String id = format("critical-topn-share-%s", level);
    String claim = format("the critical N is about %s L, at level %s", PAPER_SHARE, level);
    String rule =
        format("N*/L at the longest length within a factor %s of %s", FACTOR, PAPER_SHARE);
    String paper = format("≈ %s L, Figure 2c", PAPER_SHARE);
    if (heads < LEAST_HEADS) {
      return EmpiricalFinding.notRun(id, claim, rule, paper, "the test needs two heads");
    }
    if (Double.isNaN(critical)) {
      String none = format("none up to N = %d at L = %d", length / 2, length);
      return EmpiricalFinding.judged(id, claim, rule, paper, none, share, OTHER_TREND);
    }
    boolean within = share >= PAPER_SHARE / FACTOR && share <= PAPER_SHARE * FACTOR;
    String measured = format("N* = %.0f, %.4f L at L = %d", critical, share, length);
    return EmpiricalFinding.of(id, claim, rule, paper, measured, share, within);
  }

  private EmpiricalFinding sublinear(double level, double[] found) {
    String id = format("critical-topn-sublinear-%s", level);
    String claim = format("the critical N grows less than linearly in L, at level %s", level);
    String rule = "exponent of the least-squares power law of N* over L in (0, 1)";
    String paper = "sub-linear, Figure 2c";
    SimpleRegression power = new SimpleRegression();
    for (int l = 0; l < found.length; l++) {
      if (Double.isNaN(found[l])) {
        String none = format("no N* was found up to L/2 at L = %d", lengths.get(l));
        return EmpiricalFinding.notRun(id, claim, rule, paper, none);
      }
      power.addData(Math.log(lengths.get(l)), Math.log(found[l]));
    }
    if (power.getN() < LEAST_LENGTHS) {
      return EmpiricalFinding.notRun(id, claim, rule, paper, "needs at least three lengths");
    }
    double exponent = power.getSlope();
    String measured = format("exponent %.3f over %d lengths", exponent, power.getN());
    return EmpiricalFinding.of(
        id, claim, rule, paper, measured, exponent, exponent > 0 && exponent < 1);
  }
}
