package org.attentionlimits.empirical.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

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

  @Test
  void intervalsOfSampledMeansCoverTheTrueMean() {
    int covered = 0;
    StudentMargin margin05 = new StudentMargin(0.05);
    for (int seed = 0; seed < 400; seed++) {
      SensitivityMeans means = new SensitivityMeans(1, 1);
      for (double x : gaussians(20, seed)) {
        means.random(0, 0).add(x);
      }
      double margin = margin05.of(means.random(0, 0));
      covered += Math.abs(means.random(0, 0).value() - 3) <= margin ? 1 : 0;
    }
    assertThat(covered).isBetween(364, 394);
  }

  @Test
  void anIntervalOfOneNumberIsUnbounded() {
    SensitivityMeans means = new SensitivityMeans(1, 1);
    means.worst(0, 0).add(2);

    assertThat(new StudentMargin(0.05).of(means.worst(0, 0))).isInfinite();
    assertThat(means.norm(0).value()).isNaN();
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
