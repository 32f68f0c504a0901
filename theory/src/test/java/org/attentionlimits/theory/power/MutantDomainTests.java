package org.attentionlimits.theory.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.normalize.PositiveFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The parts of the domain on which constants are lowered, on both sides of their ends. */
class MutantDomainTests {

  private static final double T = 2.5;

  static Stream<Arguments> rows() {
    return Stream.of(
            of("corollary-3-temperature-sure")
                .admits(weighing(0.61, 0.39), weighing(0.1, 0.7, 0.2))
                .rejects(weighing(0.59, 0.41), weighing(0.1, 0.5, 0.4)),
            of("corollary-3-temperature-even")
                .admits(weighing(0.11, 0.5, 0.39), weighing(0.25, 0.25, 0.25, 0.25))
                .rejects(weighing(0.09, 0.5, 0.41), weighing(0.5, 0.5)),
            of("corollary-3-temperature-four")
                .admits(weighing(0.16, 0.16, 0.34, 0.34))
                .rejects(weighing(0.14, 0.2, 0.33, 0.33), weighing(0.3, 0.3, 0.4)),
            of("corollary-3-sharp-even")
                .admits(weighing(0.11, 0.5, 0.39), weighing(0.25, 0.25, 0.25, 0.25))
                .rejects(weighing(0.09, 0.5, 0.41), weighing(0.5, 0.5)),
            of("finite-difference-long")
                .admits(step(T, 0.5), step(1.5 * T, 0.5), step(2 * T, 0.5))
                .rejects(step(Math.nextDown(T), 0.5), step(Math.nextUp(2 * T), 0.5)),
            of("finite-difference-sure")
                .admits(step(T, 0.91), step(100 * T, 0.05))
                .rejects(step(Math.nextDown(T), 0.91), step(T, 0.89), step(T, 0.5)),
            of("corollary-1-sharp-uneven")
                .admits(keys(T, 2 * T, T), keys(-T, 0.5 * T, T))
                .rejects(keys(T, 2 * T), keys(T, Math.nextDown(2 * T), T))
                .rejects(keys(0.5 * T, Math.nextDown(T), T / 4), keys(T, T, -T)),
            only(PositiveFunction.EXPONENTIAL, PositiveFunction.LOGISTIC),
            only(PositiveFunction.LOGISTIC, PositiveFunction.SOFTPLUS),
            only(PositiveFunction.SOFTPLUS, PositiveFunction.QUADRATIC),
            only(PositiveFunction.QUADRATIC, PositiveFunction.EXPONENTIAL),
            level("theorem-1-fixed"),
            level("theorem-1-random"),
            level("theorem-1-random-upper"))
        .flatMap(Part::rows);
  }

  private static Part only(PositiveFunction function, PositiveFunction other) {
    return of("lemma-2-sharp-" + function.name().toLowerCase(Locale.ROOT))
        .admits(function(function, 16))
        .rejects(function(other, 16), function(function, 17));
  }

  private static Part level(String id) {
    double below = Math.nextDown(T);
    return of(id + "-level")
        .admits(row(2, 10, 9, 5, 1), row(2, 5, 10, 1, 3), row(2, -10, -8, 5, 6))
        .admits(
            row(3, 10, 9, 5, 1, 3), new EmbeddedRow(logits(0, below, 1, 0), numbers(1, 2, 3, 4), 2))
        .rejects(row(1, 10, 9, 5, 1), row(2, 10, 9, 5), row(3, 10, 9, 5, 1))
        .rejects(row(2, 10, 9.5, 5, 1), row(2, -10, -8, 5, 5.8), row(2, 0, 0, 0, 0))
        .rejects(new EmbeddedRow(logits(0, T, 1, 0), numbers(1, 2, 3, 4), 2))
        .rejects(
            new EmbeddedRow(
                logits(0, 0, 0, 0), new double[][] {{10, 0}, {9, 0}, {5, 0}, {1, 0}}, 2));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void speaksAboutItsPartOnly(String id, Instance<?> instance, boolean admitted) {
    List<Mutant<?>> lowered =
        PowerSuite.claims().stream()
            .filter(p -> p.claim().id().equals(id + "-1") || p.claim().id().equals(id + "-0-1"))
            .toList();
    assertThat(lowered)
        .hasSize(2)
        .allSatisfy(p -> assertThat(p.claim().admitted(instance).isPresent()).isEqualTo(admitted));
  }

  /** Instances of a part of the domain, and some beside it. */
  private record Part(String id, List<Instance<?>> inside, List<Instance<?>> outside) {

    Part admits(Instance<?>... instances) {
      return new Part(id, joined(inside, instances), outside);
    }

    Part rejects(Instance<?>... instances) {
      return new Part(id, inside, joined(outside, instances));
    }

    private static List<Instance<?>> joined(List<Instance<?>> some, Instance<?>... others) {
      return Stream.<Instance<?>>concat(some.stream(), Arrays.stream(others)).toList();
    }

    Stream<Arguments> rows() {
      return Stream.concat(
          inside.stream().map(i -> Arguments.of(id, i, true)),
          outside.stream().map(i -> Arguments.of(id, i, false)));
    }
  }

  private static Part of(String id) {
    return new Part(id, List.of(), List.of());
  }

  private static LogitRow logits(double... logits) {
    return new LogitRow(T, logits);
  }

  private static LogitRow weighing(double... weights) {
    return logits(Arrays.stream(weights).map(x -> T * Math.log(x)).toArray());
  }

  /** From a row of two tokens, the first of that weight. */
  private static PerturbedRow step(double length, double weight) {
    return new PerturbedRow(weighing(weight, 1 - weight), new double[] {1, -2}, length);
  }

  /** One number a key, each its own logit. */
  private static QueryKeys keys(double... keys) {
    return new QueryKeys(T, new double[] {1}, numbers(keys));
  }

  private static EmbeddedRow row(int selected, double... numbers) {
    return new EmbeddedRow(logits(new double[numbers.length]), numbers(numbers), selected);
  }

  private static double[][] numbers(double... numbers) {
    return DoubleStream.of(numbers).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
  }

  private static FunctionRow function(PositiveFunction function, int tokens) {
    return new FunctionRow(
        function, logits(IntStream.range(0, tokens).mapToDouble(i -> i / 4.0).toArray()));
  }
}
