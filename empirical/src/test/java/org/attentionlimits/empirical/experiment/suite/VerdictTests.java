package org.attentionlimits.empirical.experiment.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attentionlimits.empirical.experiment.EmpiricalVerdict.NOT_RUN;
import static org.attentionlimits.empirical.experiment.EmpiricalVerdict.OTHER_TREND;
import static org.attentionlimits.empirical.experiment.EmpiricalVerdict.SAME_TREND;

import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.attentionlimits.empirical.experiment.Columns;
import org.attentionlimits.empirical.experiment.DataTable;
import org.attentionlimits.empirical.experiment.EmpiricalFinding;
import org.attentionlimits.empirical.experiment.EmpiricalVerdict;
import org.attentionlimits.empirical.experiment.Experiment;
import org.attentionlimits.empirical.experiment.ExperimentResult;
import org.attentionlimits.empirical.experiment.Measured;
import org.attentionlimits.empirical.kernel.HeadMeans;
import org.attentionlimits.empirical.kernel.TestHeads;
import org.attentionlimits.empirical.kernel.Visibility;
import org.attentionlimits.empirical.tensor.HeadAttention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts on measurements that were made up so that the right verdict is known, both ways. */
class VerdictTests {

  private static final int HEADS = 40;

  /** Numbers of means: one query for each length and N. */
  private static double[] numbers(double[]... cells) {
    List<Double> values = new ArrayList<>();
    for (double[] cell : cells) {
      values.add(1.0);
      for (double quantity : cell) {
        values.add(quantity);
      }
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** A measurement of some numbers, and of zeros after them. */
  private static <M> Measured<M> head(Experiment<M> experiment, int index, double... numbers) {
    DoubleBuffer padded = DoubleBuffer.wrap(Arrays.copyOf(numbers, numbers.length + 100));
    return new Measured<>(index / 4, index % 4, experiment.read(padded));
  }

  private static ExperimentResult byLength(DoubleUnaryOperator distance, double looseness) {
    List<Integer> lengths = DistanceByLength.LENGTHS;
    DistanceByLength experiment = new DistanceByLength(lengths, 5, Visibility.PREFIX);
    List<Measured<DistanceByLength.Measurement>> heads =
        IntStream.range(0, HEADS)
            .mapToObj(
                i ->
                    head(
                        experiment,
                        i,
                        numbers(
                            lengths.stream()
                                .map(length -> (1 + 0.01 * i) * distance.applyAsDouble(length))
                                .map(d -> new double[] {d, d / 2, looseness * d})
                                .toArray(double[][]::new))))
            .toList();
    return experiment.conclude(heads);
  }

  @ParameterizedTest
  @CsvSource({"1, SAME_TREND", "0.8, SAME_TREND", "0.5, OTHER_TREND", "-1, OTHER_TREND"})
  void growthIsLinearIfItIs(double exponent, EmpiricalVerdict verdict) {
    EmpiricalFinding finding =
        byLength(length -> 0.3 * Math.pow(length, exponent), 2)
            .finding("distance-by-length-linear");

    assertThat(finding.verdict()).as(finding.measured()).isEqualTo(verdict);
    assertThat(finding.measured()).contains("R²", "slope", "exponent");
  }

  @Test
  void theRangeOfTheLogitsIsTold() {
    HeadAttention head = TestHeads.TIED.head();
    DistanceByLength experiment = new DistanceByLength(List.of(6, 12, 24), 2, Visibility.PREFIX);
    ExperimentResult result =
        experiment.conclude(List.of(new Measured<>(0, 0, experiment.measure(head))));
    double sum = 0;
    for (int query = 2; query < 12; query++) {
      double[] logits = head.visibleLogits(query);
      double range = Arrays.stream(logits).max().orElse(0) - Arrays.stream(logits).min().orElse(0);
      sum += range / head.temperature();
    }

    assertThat(result.table("ranges").get(1, "range")).isCloseTo(sum / 10, Offset.offset(1e-12));
    assertThat(result.table("ranges").get(1, "n_exp_range"))
        .isCloseTo(2 * Math.exp(sum / 10), Offset.offset(1e-9));
    assertThat(result.finding("distance-by-length-linear").measured())
        .contains("; N e^ρ = ", " at L = 24");
  }

  @ParameterizedTest
  @CsvSource({"1.5, SAME_TREND", "1.05, OTHER_TREND", "0.9, OTHER_TREND"})
  void boundsAreLooseIfTheyAre(double looseness, EmpiricalVerdict verdict) {
    EmpiricalFinding finding =
        byLength(length -> length, looseness).finding("distance-by-length-bound");

    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.value()).isCloseTo(looseness, Offset.offset(1e-12));
  }

  @Test
  void aLineNeedsThreeLengths() {
    DistanceByLength experiment = new DistanceByLength(List.of(32, 64), 5, Visibility.PREFIX);
    double[] numbers = numbers(new double[] {1, 1, 1}, new double[] {2, 2, 2});
    ExperimentResult result = experiment.conclude(List.of(head(experiment, 0, numbers)));

    assertThat(result.finding("distance-by-length-linear").verdict()).isEqualTo(NOT_RUN);
    assertThat(result.finding("distance-by-length-linear").value()).isNaN();
  }

  private static ExperimentResult byTopN(double[]... cells) {
    DistanceByTopN experiment =
        new DistanceByTopN(1024, DistanceByTopN.SELECTED, Visibility.PREFIX);
    double[] numbers = numbers(cells);
    return experiment.conclude(List.of(head(experiment, 0, numbers), head(experiment, 1, numbers)));
  }

  @Test
  void theTopNFindingsAreReproducedWhereAllHolds() {
    ExperimentResult result =
        byTopN(
            new double[] {10, 2, 40},
            new double[] {20, 8, 70},
            new double[] {30, 16, 90},
            new double[] {40, 28, 110},
            new double[] {50, 48, 100});

    assertThat(result.findings()).extracting(EmpiricalFinding::verdict).containsOnly(SAME_TREND);
    assertThat(result.findings()).hasSize(3);
  }

  @Test
  void theTopNFindingsAreNotReproducedWhereNothingHolds() {
    ExperimentResult result =
        byTopN(
            new double[] {10, 9, 11},
            new double[] {14, 10, 20},
            new double[] {19, 12, 40},
            new double[] {29, 15, 60},
            new double[] {109, 20, 900});

    assertThat(result.findings()).extracting(EmpiricalFinding::verdict).containsOnly(OTHER_TREND);
  }

  /** Heads whose true and expected distances differ by nothing from a critical N on. */
  private static ExperimentResult critical(DoubleUnaryOperator criticalOfLength) {
    List<Integer> lengths = DistanceByLength.LENGTHS;
    CriticalTopN experiment = new CriticalTopN(lengths, List.of(0.01, 0.05), Visibility.PREFIX);
    SplittableRandom random = new SplittableRandom(3);
    List<Measured<HeadMeans>> heads = new ArrayList<>();
    for (int i = 0; i < HEADS; i++) {
      List<double[]> cells = new ArrayList<>();
      for (int length : lengths) {
        for (int selected : CriticalTopN.selections(length)) {
          double distance = random.nextGaussian();
          boolean alike = selected >= criticalOfLength.applyAsDouble(length);
          cells.add(new double[] {distance, alike ? distance : distance + 9});
        }
      }
      heads.add(head(experiment, i, numbers(cells.toArray(double[][]::new))));
    }
    return experiment.conclude(heads);
  }

  @Test
  void queriesThatAreLeftOutAreCounted() {
    DataTable tests = critical(length -> length).table("tests");
    DataTable shares = separability(1, 0.99, 0.97, 0.8, 0.8, 0.8, 0.8, 0.8).table("shares");

    for (int i = 0; i < tests.size(); i++) {
      assertThat(tests.get(i, "queries")).isEqualTo(1);
      assertThat(tests.get(i, "queries_left_out")).isEqualTo(tests.get(i, "length") - 1);
    }
    assertThat(shares.column("queries")).containsOnly(1);
    assertThat(shares.column("queries_left_out")).containsOnly(1023);
  }

  @Test
  void theCriticalNumberIsFoundAtBothLevels() {
    ExperimentResult result = critical(length -> 0.249 * Math.pow(length, 0.8));

    assertThat(result.findings()).extracting(EmpiricalFinding::verdict).containsOnly(SAME_TREND);
    assertThat(result.findings()).hasSize(4);
    assertThat(result.table("critical").column("critical"))
        .containsExactly(4, 7, 13, 22, 38, 64, 4, 7, 13, 22, 38, 64);
    EmpiricalFinding growth = result.finding("critical-topn-sublinear-0.05");
    assertThat(growth.value()).isCloseTo(0.8, Offset.offset(0.03));
  }

  @Test
  void aCriticalNumberThatIsTooLargeIsNotThePapers() {
    ExperimentResult result = critical(length -> 0.2 * length);

    assertThat(result.finding("critical-topn-share-0.01").verdict()).isEqualTo(OTHER_TREND);
    assertThat(result.finding("critical-topn-share-0.01").value())
        .isCloseTo(0.2, Offset.offset(0.004));
  }

  @Test
  void aCriticalNumberThatIsNotFoundIsNotReproduced() {
    ExperimentResult result = critical(length -> length);
    EmpiricalFinding share = result.finding("critical-topn-share-0.05");

    assertThat(share.verdict()).isEqualTo(OTHER_TREND);
    assertThat(share.measured()).isEqualTo("none up to N = 512 at L = 1024");
    assertThat(result.finding("critical-topn-sublinear-0.05").verdict()).isEqualTo(NOT_RUN);
  }

  @Test
  void aCriticalNumberThatIsMissingAtALengthHasNoGrowth() {
    ExperimentResult result = critical(length -> length > 128 ? length : 0.2 * length);
    EmpiricalFinding growth = result.finding("critical-topn-sublinear-0.05");

    assertThat(growth.verdict()).isEqualTo(NOT_RUN);
    assertThat(growth.measured()).isEqualTo("no N* was found up to L/2 at L = 256");
  }

  @Test
  void numbersBeyondHalfTheLengthDoNotCount() {
    ExperimentResult result = critical(length -> 0.6 * length);

    assertThat(result.table("critical").column("critical")).containsOnly(Double.NaN);
    assertThat(result.table("tests").column("p_value")).contains(1);
  }

  @Test
  void oneHeadTellsNothing() {
    List<Integer> lengths = DistanceByLength.LENGTHS;
    double[][] cells =
        lengths.stream()
            .flatMap(length -> CriticalTopN.selections(length).stream())
            .map(selected -> new double[] {1, 2})
            .toArray(double[][]::new);
    CriticalTopN experiment = new CriticalTopN(lengths, List.of(0.05), Visibility.PREFIX);
    ExperimentResult result = experiment.conclude(List.of(head(experiment, 0, numbers(cells))));

    assertThat(result.findings()).extracting(EmpiricalFinding::verdict).containsOnly(NOT_RUN);
    assertThat(result.finding("critical-topn-share-0.05").measured())
        .isEqualTo("the test needs two heads");
  }

  @Test
  void statementsAboutLargeNNeedThem() {
    DistanceByTopN experiment = new DistanceByTopN(64, List.of(1, 5, 10, 20), Visibility.PREFIX);
    double[] numbers = numbers(cells(4));
    ExperimentResult result =
        experiment.conclude(List.of(head(experiment, 0, numbers), head(experiment, 1, numbers)));

    assertThat(result.findings()).extracting(EmpiricalFinding::verdict).containsOnly(NOT_RUN);
  }

  private static double[][] cells(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new double[] {10, 9 + 0.1 * i, 20 - i})
        .toArray(double[][]::new);
  }

  @Test
  void whatIsNoNumberIsNoVerdict() {
    EmpiricalFinding finding = byLength(length -> 0, 2).finding("distance-by-length-bound");

    assertThat(finding.verdict()).isEqualTo(NOT_RUN);
    assertThat(finding.measured()).startsWith("there is no such number: at least NaN");
  }

  @Test
  void tiesWithTheRadiusAreNoShare() {
    double[] shares = {1, 0.99, 0.97, 0.8, 0.75, 0.75, 0.75, 0.75};
    EmpiricalFinding finding = separability(0.5, shares).finding("separability-eighty-percent");

    assertThat(finding.verdict()).isEqualTo(NOT_RUN);
    assertThat(finding.measured()).isEqualTo("distances equal the radius within rounding at N = 1");
  }

  private static ExperimentResult separability(double... shares) {
    return separability(0, shares);
  }

  private static ExperimentResult separability(double undecided, double[] shares) {
    List<Integer> selections = Separability.SELECTED;
    Separability experiment = new Separability(1024, selections, Visibility.PREFIX);
    List<Measured<HeadSeparability>> heads = new ArrayList<>();
    for (int i = 0; i < HEADS; i++) {
      int count = selections.size();
      double[][] cells = new double[5 * count][];
      for (int k = 0; k < count; k++) {
        cells[k] = new double[] {shares[k], 0, 1, undecided};
        cells[count + k] = new double[] {0.25};
        cells[2 * count + k] = new double[] {shares[k] / 2, 0, 1, undecided};
        cells[3 * count + k] = new double[] {0.125};
        cells[4 * count + k] = new double[] {1, 1, 1};
      }
      double[] counts =
          selections.stream()
              .flatMapToDouble(n -> IntStream.rangeClosed(0, n).mapToDouble(m -> m == n ? 1 : 0))
              .toArray();
      double[] numbers = new Columns().add(numbers(cells)).add(counts).row();
      heads.add(head(experiment, i, numbers));
    }
    return experiment.conclude(heads);
  }

  @ParameterizedTest
  @CsvSource({
    "0.8, 0.75, SAME_TREND, SAME_TREND, SAME_TREND",
    "0.8, 0.6, OTHER_TREND, SAME_TREND, SAME_TREND",
    "0.95, 0.86, OTHER_TREND, OTHER_TREND, SAME_TREND",
    "0.97, 0.97, OTHER_TREND, OTHER_TREND, SAME_TREND",
    "0.72, 0.75, SAME_TREND, SAME_TREND, OTHER_TREND"
  })
  void sharesAreCheckedFromSixteenOn(
      double atEight,
      double beyond,
      EmpiricalVerdict range,
      EmpiricalVerdict most,
      EmpiricalVerdict falling) {
    ExperimentResult result = separability(1, 1, 0.97, atEight, beyond, beyond, beyond, beyond);

    assertThat(result.finding("separability-saturation").verdict()).isEqualTo(range);
    assertThat(result.finding("separability-saturation").value()).isEqualTo(beyond);
    assertThat(result.finding("separability-eighty-percent").verdict()).isEqualTo(most);
    assertThat(result.finding("separability-eighty-percent").value()).isEqualTo(beyond);
    assertThat(result.finding("separability-falling").verdict()).isEqualTo(falling);
    assertThat(result.table("rows").get(4, "median")).isEqualTo(1);
    assertThat(result.table("shares").column("null_share")).containsOnly(0.25);
    assertThat(result.table("beside").get(4, "mean")).isEqualTo(beyond / 2);
    assertThat(result.table("beside").column("null_share")).containsOnly(0.125);
  }

  @Test
  void theFarthestShareDecides() {
    ExperimentResult result = separability(1, 0.99, 0.97, 0.95, 0.84, 0.75, 0.69, 0.75);

    assertThat(result.finding("separability-saturation").value()).isEqualTo(0.69);
    assertThat(result.finding("separability-saturation").verdict()).isEqualTo(OTHER_TREND);
    assertThat(result.finding("separability-eighty-percent").value()).isEqualTo(0.84);
    assertThat(result.finding("separability-eighty-percent").verdict()).isEqualTo(SAME_TREND);
  }

  @Test
  void aShareThatNeverFallsDoesNotFall() {
    EmpiricalFinding falling = separability(1, 1, 1, 1, 1, 1, 1, 1).finding("separability-falling");

    assertThat(falling.verdict()).isEqualTo(OTHER_TREND);
  }

  private static List<EmpiricalFinding> sensitivity(double exponent, double ratioOfSteps) {
    double[] steps = {1e-3, 1e-1, 10};
    DataTable table =
        new DataTable("maxima", "step", "temperature", "random", "random_lower", "random_upper");
    for (int e = 0; e < steps.length; e++) {
      for (double temperature : GradientSensitivity.temperatures()) {
        double value = Math.pow(temperature, exponent) * Math.pow(ratioOfSteps, e);
        table.row(steps[e], temperature, value, 0.9 * value, 1.1 * value);
      }
    }
    DataTable norms = new DataTable("norms", "temperature", "root_mean_square");
    for (double temperature : GradientSensitivity.temperatures()) {
      norms.row(temperature, Math.pow(temperature, exponent));
    }
    return new SensitivityFindings(table, norms, steps).all();
  }

  @Test
  void theInverseOfTheTemperatureIsThePapersLaw() {
    assertThat(sensitivity(-1, 0.5)).extracting(EmpiricalFinding::verdict).containsOnly(SAME_TREND);
    assertThat(sensitivity(-1, 0.5).get(0).value()).isCloseTo(-1, Offset.offset(1e-9));
  }

  @Test
  void anOrderThatTheIntervalsDoNotTellIsUndecided() {
    EmpiricalFinding order = sensitivity(-1, 0.95).get(2);

    assertThat(order.id()).isEqualTo("gradient-sensitivity-order");
    assertThat(order.verdict()).isEqualTo(EmpiricalVerdict.UNDECIDED);
    assertThat(order.measured()).contains("[900, 1.10e+03]");
  }

  @ParameterizedTest
  @CsvSource({"-0.52, SAME_TREND", "-0.48, OTHER_TREND"})
  void twoOrdersAreRounded(double exponent, EmpiricalVerdict verdict) {
    assertThat(sensitivity(exponent, 0.5).get(1).verdict()).isEqualTo(verdict);
  }

  @Test
  void whatIsLeastBetweenIsNotHeldAgainstATrend() {
    ExperimentResult result =
        byTopN(
            new double[] {10, 2, 40},
            new double[] {20, 20, 21},
            new double[] {30, 16, 90},
            new double[] {40, 28, 110},
            new double[] {50, 48, 100});

    assertThat(result.findings()).extracting(EmpiricalFinding::verdict).containsOnly(SAME_TREND);
  }

  @Test
  void aSlowerLawIsNot() {
    assertThat(sensitivity(-0.4, 2))
        .extracting(EmpiricalFinding::verdict)
        .containsOnly(OTHER_TREND);
  }
}
