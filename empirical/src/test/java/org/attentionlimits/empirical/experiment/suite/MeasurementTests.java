package org.attentionlimits.empirical.experiment.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.BufferUnderflowException;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.List;
import org.attentionlimits.empirical.experiment.Experiment;
import org.attentionlimits.empirical.kernel.TestHeads;
import org.attentionlimits.empirical.kernel.Visibility;
import org.attentionlimits.empirical.tensor.HeadAttention;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Measurements are made again of their numbers. */
class MeasurementTests {

  private static final HeadAttention HEAD = TestHeads.PLAIN.head();

  private static List<Experiment<?>> experiments() {
    return PaperExperiments.all(TestHeads.LENGTH, Visibility.PREFIX, 1);
  }

  private static <M> double[] again(Experiment<M> experiment, DoubleBuffer numbers) {
    return experiment.numbers(experiment.read(numbers));
  }

  private static <M> double[] measured(Experiment<M> experiment) {
    return experiment.numbers(experiment.measure(HEAD));
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void theNumbersOfAMeasurementMakeItAgain(Experiment<?> experiment) {
    double[] numbers = measured(experiment);
    DoubleBuffer buffer = DoubleBuffer.wrap(numbers);

    assertThat(again(experiment, buffer)).isEqualTo(numbers);
    assertThat(buffer.remaining()).isZero();
    assertThat(Arrays.stream(numbers).distinct().count()).isGreaterThan(3);
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void fewerNumbersMakeNone(Experiment<?> experiment) {
    double[] numbers = measured(experiment);
    DoubleBuffer fewer = DoubleBuffer.wrap(numbers, 0, numbers.length - 1);

    assertThatThrownBy(() -> experiment.read(fewer)).isInstanceOf(BufferUnderflowException.class);
  }
}
