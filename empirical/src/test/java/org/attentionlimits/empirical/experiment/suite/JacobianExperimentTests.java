package org.attentionlimits.empirical.experiment.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.attentionlimits.empirical.experiment.DataTable;
import org.attentionlimits.empirical.experiment.Measured;
import org.attentionlimits.empirical.kernel.Directions;
import org.attentionlimits.empirical.kernel.RowSensitivity;
import org.attentionlimits.empirical.kernel.TestHeads;
import org.attentionlimits.empirical.kernel.Visibility;
import org.attentionlimits.empirical.statistics.SensitivityMeans;
import org.attentionlimits.empirical.tensor.HeadAttention;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Outcome;
import org.attentionlimits.theory.jacobian.SoftmaxJacobian;
import org.attentionlimits.theory.normalize.PositiveFunction;
import org.attentionlimits.theory.real.Arithmetic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Norms of Jacobians, rows above bounds, and worst directions, against the theory. */
class JacobianExperimentTests {

  /** The longest row that all claims speak about. */
  private static final int LENGTH = 16;

  private static DataTable all(HeadAttention head) {
    JacobianNorms experiment = new JacobianNorms(LENGTH);
    Measured<NormSums> values = new Measured<>(0, 0, experiment.measure(head));
    return experiment.conclude(List.of(values)).table("all");
  }

  private static long violations(HeadAttention head, String claim) {
    return IntStream.range(0, LENGTH).filter(query -> isViolated(head.row(query), claim)).count();
  }

  @SuppressWarnings("unchecked")
  private static boolean isViolated(LogitRow row, String id) {
    Claim<?> claim = Catalogue.named(id).orElseThrow();
    Outcome outcome =
        claim.type() == LogitRow.TYPE
            ? ((Claim<LogitRow>) claim).evaluate(row).outcome()
            : ((Claim<FunctionRow>) claim)
                .evaluate(new FunctionRow(PositiveFunction.EXPONENTIAL, row))
                .outcome();
    return outcome == Outcome.VIOLATED;
  }

  @ParameterizedTest
  @EnumSource(TestHeads.class)
  void rowsAboveABoundAreThoseThatViolateItsClaim(TestHeads kind) {
    HeadAttention head = kind.head();
    DataTable table = all(head);

    assertThat(table.get(0, "rows")).isEqualTo(LENGTH);
    assertThat(table.get(0, "above_quarter"))
        .isEqualTo((double) violations(head, "corollary-3-temperature"));
    assertThat(table.get(0, "above_sqrt2"))
        .isEqualTo((double) violations(head, "corollary-3-sqrt2"));
    assertThat(table.get(0, "above_lemma_2")).isEqualTo((double) violations(head, "lemma-2"));
    assertThat(table.get(0, "above_lemma_2_sharp")).isZero();
    assertThat(table.get(0, "above_gershgorin")).isZero();
    assertThat(table.get(0, "above_half")).isZero();
  }

  @ParameterizedTest
  @EnumSource(TestHeads.class)
  void entropyIsThatOfTheWeights(TestHeads kind) {
    HeadAttention head = kind.head();
    double sum = 0;
    for (int query = 0; query < LENGTH; query++) {
      double[] logWeights = head.row(query).logWeights(Arithmetic.BINARY64).values();
      for (double log : logWeights) {
        sum -= Math.exp(log) * log;
      }
    }

    assertThat(all(head).get(0, "mean_entropy")).isCloseTo(sum / LENGTH, Offset.offset(1e-12));
  }

  @ParameterizedTest
  @EnumSource(TestHeads.class)
  void worstDirectionsReachTheNormForSmallSteps(TestHeads kind) {
    HeadAttention head = kind.head();
    GradientSensitivity experiment =
        new GradientSensitivity(
            TestHeads.LENGTH, List.of(0.5, 2.0), List.of(1e-6), Visibility.PREFIX, 1);
    SensitivityMeans means = experiment.measure(head);
    int[] drawn = experiment.drawn(head);
    assertThat(drawn).hasSize(TestHeads.LENGTH);
    assertThat(IntStream.of(drawn).sum()).isEqualTo(3);
    for (int t = 0; t < 2; t++) {
      double temperature = t == 0 ? 0.5 : 2;
      double sum = 0;
      for (int query = 0; query < TestHeads.LENGTH; query++) {
        LogitRow row = new LogitRow(temperature, head.visibleLogits(query));
        sum +=
            drawn[query]
                * new SoftmaxJacobian(row.weights(Arithmetic.BINARY64), temperature)
                    .spectralNorm()
                    .value();
      }
      assertThat(means.norm(t).value()).isCloseTo(sum / 3, within(1e-9, sum / 3));
      assertThat(means.worst(t, 0).value()).isCloseTo(sum / 3, within(1e-5, sum / 3));
    }
  }

  /** Squares of numbers below 1e-154 underflow. */
  private static Offset<Double> within(double relative, double number) {
    return Offset.offset(relative * number + 1e-140);
  }

  @ParameterizedTest
  @EnumSource(TestHeads.class)
  void noDirectionIsWorseThanTheWorst(TestHeads kind) {
    HeadAttention head = kind.head();
    RowSensitivity row = new RowSensitivity(TestHeads.LENGTH);
    row.row(head.logits(), 23 * TestHeads.LENGTH, TestHeads.LENGTH);
    row.temperature(1);
    double norm =
        new SoftmaxJacobian(new LogitRow(1, head.visibleLogits(23)).weights(Arithmetic.BINARY64), 1)
            .spectralNorm()
            .value();
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 100; i++) {
      row.direction(Directions.random(random, TestHeads.LENGTH));
      assertThat(row.at(1e-6)).isLessThanOrEqualTo(norm * (1 + 1e-5));
    }
  }
}
