package org.attentionlimits.empirical.experiment.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.attentionlimits.empirical.experiment.DataTable;
import org.attentionlimits.empirical.kernel.TopNGrid;
import org.attentionlimits.empirical.statistics.BernsteinMargin;
import org.attentionlimits.empirical.statistics.Bootstrap;
import org.attentionlimits.empirical.statistics.KolmogorovSmirnov;
import org.attentionlimits.empirical.statistics.SensitivityMeans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals, quantiles, tables and grids. */
class StatisticsTests {

  private static double[] gaussians(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] sample = new double[count];
    Arrays.setAll(sample, i -> 3 + random.nextGaussian());
    return sample;
  }

  @Test
  void bootstrapIntervalsOfMeansAreThoseOfTheNormalLaw() {
    Bootstrap mean = Bootstrap.mean(gaussians(400, 1));

    assertThat(mean.upper() - mean.lower()).isCloseTo(2 * 1.96 / 20, Offset.offset(0.03));
    assertThat(mean.value()).isBetween(mean.lower(), mean.upper());
  }

  @Test
  void bootstrapIntervalsOfMeansCoverTheTrueMean() {
    int covered = 0;
    for (int seed = 0; seed < 200; seed++) {
      Bootstrap mean = Bootstrap.mean(gaussians(50, seed));
      covered += mean.lower() <= 3 && 3 <= mean.upper() ? 1 : 0;
    }
    assertThat(covered).isBetween(176, 198);
  }

  /** A law of which one draw in fifty makes up the mean. */
  @Test
  void intervalsOfSampledMeansCoverTheTrueMeanOfAHeavyTail() {
    BernsteinMargin margin = new BernsteinMargin(0.05);
    SplittableRandom random = new SplittableRandom(8);
    int covered = 0;
    for (int sample = 0; sample < 400; sample++) {
      SensitivityMeans means = new SensitivityMeans(1, 1);
      for (int i = 0; i < 20; i++) {
        means.random(0, 0).add(random.nextInt(50) == 0 ? 50 : 0);
      }
      double reach = margin.of(means.random(0, 0), 50);
      covered += Math.abs(means.random(0, 0).value() - 1) <= reach ? 1 : 0;
    }
    assertThat(covered).isGreaterThanOrEqualTo(380);
  }

  @Test
  void theMarginShrinksWithTheDraws() {
    SensitivityMeans means = new SensitivityMeans(1, 1);
    for (int i = 0; i < 10_000; i++) {
      means.norm(0).add(i % 2);
    }
    assertThat(means.norm(0).variance()).isCloseTo(0.25, Offset.offset(1e-4));
    assertThat(new BernsteinMargin(0.05).of(means.norm(0), 1))
        .isCloseTo(
            Math.sqrt(0.5 * Math.log(80) / 10_000) + 7 * Math.log(80) / 3 / 9999,
            Offset.offset(1e-5));
  }

  @Test
  void anIntervalOfOneNumberIsUnbounded() {
    SensitivityMeans means = new SensitivityMeans(1, 1);
    means.worst(0, 0).add(2);

    assertThat(new BernsteinMargin(0.05).of(means.worst(0, 0), 2)).isInfinite();
    assertThat(means.norm(0).value()).isNaN();
    assertThat(Bootstrap.mean(3).value()).isEqualTo(3);
    assertThat(Bootstrap.mean(3).lower()).isNaN();
  }

  /** Values of {@code scipy.stats.ks_2samp(x, y, method='exact').pvalue}. */
  @ParameterizedTest
  @CsvSource({
    "2, 2, 0.3333333333333333",
    "16, 16, 3.327279e-09",
    "16, 8, 0.0350",
    "16, 7, 0.0933",
  })
  void theTestCountsDifferencesAsLarge(int size, int apart, double probability) {
    double[] one = new double[size];
    double[] other = new double[size];
    for (int i = 0; i < size; i++) {
      one[i] = i;
      other[i] = i + apart - 0.5;
    }
    KolmogorovSmirnov test = KolmogorovSmirnov.of(one, other);

    assertThat(test.statistic()).isCloseTo((double) apart / size, Offset.offset(1e-12));
    assertThat(test.probability()).isCloseTo(probability, Percentage.withPercentage(0.3));
  }

  @Test
  void tiedSamplesAreNotToldApart() {
    double x = 0.1 + 0.2;
    KolmogorovSmirnov test =
        KolmogorovSmirnov.of(new double[] {x, 1, 2}, Math.nextDown(x), 1, Math.nextUp(2));

    assertThat(test.probability()).isEqualTo(1);
    assertThat(KolmogorovSmirnov.of(new double[] {1}, 1).probability()).isNaN();
  }

  @Test
  void quantilesAreLinearBetweenOrderStatistics() {
    double[] sample = {4, 1, 3, 2};

    assertThat(Bootstrap.quantile(sample, 0)).isEqualTo(1);
    assertThat(Bootstrap.quantile(sample, 25)).isEqualTo(1.75);
    assertThat(Bootstrap.quantile(sample, 50)).isEqualTo(2.5);
    assertThat(Bootstrap.quantile(sample, 100)).isEqualTo(4);
  }

  @Test
  void statisticsOfNothingAreNotNumbers() {
    assertThat(Bootstrap.median().value()).isNaN();
    assertThat(Bootstrap.mean().lower()).isNaN();
  }

  @Test
  void tablesKeepTheirColumns() {
    DataTable table = new DataTable("t", "a", "b");
    table.row(1, Double.NaN);
    table.row(2, 5);

    assertThat(table.column("b")).containsExactly(Double.NaN, 5);
    assertThatThrownBy(() -> table.row(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row of table t must have 2 numbers: 1");
    assertThatThrownBy(() -> table.get(0, "c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("table t has no column c");
  }

  @Test
  void atLeastThirtyValuesOfNAreTriedForTheCriticalOne() {
    for (int length : DistanceByLength.LENGTHS) {
      List<Integer> tried = CriticalTopN.selections(length);
      assertThat(tried).hasSizeGreaterThanOrEqualTo(30).isSorted().doesNotHaveDuplicates();
      assertThat(tried.get(0)).isEqualTo(1);
      assertThat(tried.get(tried.size() - 1)).isBetween(length / 2, length - 1);
    }
  }

  @Test
  void gridsRejectWhatIsNoGrid() {
    assertThatThrownBy(() -> TopNGrid.product(List.of(8), List.of(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("N must be at least 1: 0");
    assertThatThrownBy(() -> TopNGrid.product(List.of(), List.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no length is given");
  }
}
