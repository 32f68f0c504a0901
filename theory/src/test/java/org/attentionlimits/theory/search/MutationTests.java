package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attentionlimits.theory.testing.Samples.assertAllFrom;
import static org.attentionlimits.theory.testing.Samples.assertShare;
import static org.attentionlimits.theory.testing.Samples.those;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.attentionlimits.theory.testing.Plain;
import org.attentionlimits.theory.testing.Samples;
import org.junit.jupiter.api.Test;

class MutationTests {

  private static List<double[]> steps(double... numbers) {
    Plain plain = Plain.of(".".repeat(numbers.length), numbers);
    return Samples.of(random -> new Mutation(random).step(plain).orElseThrow().numbers());
  }

  private static int changed(double[] before, double[] after) {
    return (int) IntStream.range(0, before.length).filter(i -> before[i] != after[i]).count();
  }

  @Test
  void thereIsNoStepWithoutNumbers() {
    assertThat(new Mutation(new SplittableRandom(1)).step(Plain.of(""))).isEmpty();
  }

  @Test
  void aStepThatIsNotAdmissibleIsNone() {
    List<Boolean> taken =
        Samples.of(random -> new Mutation(random).step(Plain.of("+", 1e300)).isPresent());
    assertThat(taken).contains(true, false);
  }

  @Test
  void oneToThreeOfManyNumbersChange() {
    double[] numbers = IntStream.range(0, 100).mapToDouble(i -> i + 1).toArray();
    List<double[]> steps = steps(numbers);
    assertThat(steps).allMatch(after -> after.length == 100);
    assertThat(those(steps, after -> changed(numbers, after) > 3)).isEmpty();
    assertShare(steps, 1 / 3.0, after -> changed(numbers, after) == 3);
    assertShare(steps, 1 / 3.0, after -> changed(numbers, after) == 2);
    assertAllFrom(
        0,
        99,
        those(steps, after -> changed(numbers, after) == 1),
        after ->
            IntStream.range(0, 100).filter(i -> after[i] != numbers[i]).findFirst().orElseThrow());
  }

  @Test
  void threeInEightStepsAddAndTheirSizeIsOfAnyOrder() {
    List<Double> added = steps(0).stream().map(after -> after[0]).filter(x -> x != 0).toList();
    assertShare(steps(0), 3 / 8.0, after -> after[0] != 0);
    assertSteps(added);
  }

  @Test
  void threeInEightStepsMultiply() {
    List<Double> factors =
        steps(1e300).stream().map(after -> after[0] / 1e300).filter(x -> Math.abs(x) != 1).toList();
    assertShare(steps(1e300), 3 / 8.0, after -> Math.abs(after[0]) != 1e300);
    assertSteps(factors.stream().map(factor -> factor - 1).toList());
  }

  /** Of LU·g, LU log-uniform from 1e-9 to 3, ln |g| being −0.635 on average. */
  private static void assertSteps(List<Double> steps) {
    assertShare(steps, 0.5, x -> x > 0);
    assertThat(steps).allMatch(x -> Math.abs(x) < 15);
    double range = Math.log(3e9);
    assertShare(steps, (Math.log(1e-3 / 1e-9) + 0.635) / range, x -> Math.abs(x) < 1e-3);
    assertShare(steps, (Math.log(1e-7 / 1e-9) + 0.635) / range, x -> Math.abs(x) < 1e-7);
  }

  @Test
  void oneStepInEightNegates() {
    assertShare(steps(1e300), 1 / 8.0, after -> after[0] == -1e300);
  }

  @Test
  void oneStepInEightCopiesAnother() {
    List<double[]> steps = steps(1e300, 2e300, 4e300, 8e300);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        int to = i;
        int from = j;
        assertThat(steps).anyMatch(after -> after[to] == after[from] && changedOnly(to, after));
      }
    }
  }

  private static boolean changedOnly(int place, double... after) {
    double[] before = {1e300, 2e300, 4e300, 8e300};
    return IntStream.range(0, 4).allMatch(i -> i == place || before[i] == after[i]);
  }
}
