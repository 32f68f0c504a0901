package org.attentionlimits.theory.search.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.search.measure.Blocks;
import org.attentionlimits.theory.testing.Plain;
import org.junit.jupiter.api.Test;

class RescalingTests {

  private static <I extends Instance<I>> List<String> families(I instance) {
    int count = instance.numbers().length;
    return Rescaling.families(Blocks.of(instance), count)
        .map(family -> members(family, count))
        .toList();
  }

  private static String members(IntPredicate family, int count) {
    return IntStream.range(0, count)
        .filter(family)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(" "));
  }

  /** The first of its numbers that each candidate has. */
  private static List<Double> firsts(Plain instance) {
    return Rescaling.of(instance).map(candidate -> candidate.numbers()[0]).toList();
  }

  @Test
  void ofARowAllNumbersAreDividedOrTheLogitsAloneOrWithTheTemperature() {
    assertThat(families(new LogitRow(2, 3, -4))).containsExactly("0 1 2", "0 1", "0 1 2");
  }

  @Test
  void theQueryAndTheKeysAreDividedApartWithOrWithoutTheTemperature() {
    QueryKeys instance = new QueryKeys(2, new double[] {5}, new double[][] {{3}, {4}});

    assertThat(families(instance)).containsExactly("0 1 2 3", "0", "0 1", "2 3", "1 2 3");
  }

  @Test
  void positiveNumbersAreDividedFromOneToAnother() {
    SphericalRow row = new SphericalRow(new LogitRow(3, 7), 1, 1, 1.5, 0.5, 1);

    assertThat(families(row))
        .containsExactly(
            "0 1 2 3 4",
            "0",
            "0 1",
            "0 2",
            "0 3",
            "0 4",
            "1 2",
            "1 2 3",
            "1 2 3 4",
            "2 3",
            "2 3 4",
            "3 4");
  }

  @Test
  void whatLiesBetweenTwoPositiveNumbersIsDividedWithThem() {
    assertThat(families(Plain.of("+.+", 2, 3, 4)))
        .containsExactly("0 1 2", "1", "0 1", "1 2", "0 1 2");
  }

  @Test
  void dividesAFamilyAndLeavesTheRest() {
    assertThat(Rescaling.divided(new double[] {3, 4, 5}, i -> i != 1, 2))
        .containsExactly(1.5, 4, 2.5);
  }

  @Test
  void quotientsComeExactThenRoundedToIntegersAndToOneToSixDigits() {
    assertThat(Rescaling.of(Plain.of(".+", 3, 2)).limit(8))
        .containsExactly(
            Plain.of(".+", 1, 2.0 / 3),
            Plain.of(".+", 1, 1),
            Plain.of(".+", 1, 0.7),
            Plain.of(".+", 1, 0.67),
            Plain.of(".+", 1, 0.667),
            Plain.of(".+", 1, 0.6667),
            Plain.of(".+", 1, 0.66667),
            Plain.of(".+", 1, 0.666667));
  }

  @Test
  void unitsAreTheNumbersAndTheirHalvesAndThirdsButNotOne() {
    // 3 by 3 and by 3/2, alone as a part and as a whole, each of them exact and rounded seven times
    assertThat(firsts(Plain.of(".", -3)))
        .containsExactlyElementsOf(
            DoubleStream.of(-1, -2, -1, -2)
                .boxed()
                .flatMap(x -> DoubleStream.generate(() -> x).limit(8).boxed())
                .toList());
  }

  @Test
  void unitsAreThoseOfTheFirstSixMagnitudesButZero() {
    List<Double> firsts = firsts(Plain.of(".........", 100, 0, -100, 3, 7, 9, 11, -13, 17));

    assertThat(firsts).contains(1.0, 100.0 / 3, 100.0 / 7, 100.0 / 9, 100.0 / 11, 100.0 / 13);
    assertThat(firsts).doesNotContain(100.0 / 17);
  }

  @Test
  void unitsThatAgreeAreTriedOnce() {
    // 2, 2/3, 4 and 4/3, where the half of 4 is 2; eight candidates of each, of each of two
    // families
    assertThat(Rescaling.of(Plain.of("..", 2, 4))).hasSize(2 * 8 * 4);
  }

  @Test
  void quotientsThatAreNotAdmissibleAreLeftOut() {
    // the temperature by the logit, 0.01, rounds to no integer above zero
    assertThat(Rescaling.of(Plain.of(".+", 100, 1)).limit(2))
        .containsExactly(Plain.of(".+", 1, 0.01), Plain.of(".+", 1, 0.01));
    assertThat(Rescaling.of(Plain.of(".", Double.MIN_VALUE)))
        .allMatch(candidate -> Double.isFinite(candidate.numbers()[0]));
  }

  @Test
  void nothingIsDividedWhereAllNumbersAreZero() {
    assertThat(Rescaling.of(Plain.of("..", 0, 0))).isEmpty();
  }
}
