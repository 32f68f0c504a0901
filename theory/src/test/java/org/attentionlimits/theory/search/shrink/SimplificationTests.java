package org.attentionlimits.theory.search.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.testing.Plain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplificationTests {

  /** Candidates for one number of either sign, after its seven roundings. */
  private static List<Double> oneAtATime(double x, int count) {
    return Simplification.of(Plain.of(".", x))
        .skip(7)
        .limit(count)
        .map(candidate -> candidate.numbers()[0])
        .toList();
  }

  /** Candidates for one number of either sign, after those for it alone. */
  private static List<Double> allOfAMagnitude(double x, int alone) {
    return Simplification.of(Plain.of(".", x))
        .skip(7 + alone)
        .map(candidate -> candidate.numbers()[0])
        .toList();
  }

  @Test
  void candidatesOfARowAreSmallerOnesThenSimplerNumbers() {
    assertThat(Simplification.of(new LogitRow(1, 2.5, 7)).limit(3))
        .containsExactly(new LogitRow(1, 7), new LogitRow(1, 2.5), new LogitRow(1, 2, 7));
  }

  @Test
  void numbersAreRoundedThenChangedSinglyThenAlikeThenInPairs() {
    assertThat(Simplification.of(new LogitRow(1, 2.5)).map(row -> row.numbers()))
        .containsExactly(
            // to integers, and to one to six digits
            new double[] {2, 1},
            new double[] {3, 1},
            new double[] {2.5, 1},
            new double[] {2.5, 1},
            new double[] {2.5, 1},
            new double[] {2.5, 1},
            new double[] {2.5, 1},
            // the logit, then the temperature
            new double[] {0, 1},
            new double[] {1, 1},
            new double[] {-1, 1},
            new double[] {2, 1},
            new double[] {3, 1},
            new double[] {2.5, 1},
            new double[] {1.5, 1},
            new double[] {2.5, 1},
            // all of magnitude 2.5, then all of magnitude 1
            new double[] {0, 1},
            new double[] {1, 1},
            new double[] {2, 1},
            new double[] {3, 1},
            new double[] {2.5, 1},
            new double[] {1.5, 1},
            new double[] {2.5, 1},
            // both the same, or opposite
            new double[] {1, 1},
            new double[] {-1, 1},
            new double[] {2, 2},
            new double[] {3, 3},
            new double[] {2.5, 2.5},
            new double[] {1.5, 1.5});
  }

  @Test
  void aNumberBecomesSmallIntegersThenARootThenHalfThenRounderThenOneLessInADigit() {
    assertThat(oneAtATime(1250, 12))
        .containsExactly(
            0.0, 1.0, -1.0, 100.0, 1250.0, 625.0, 1000.0, 1300.0, 250.0, 1150.0, 1240.0, 1249.0);
    assertThat(oneAtATime(-1250, 12))
        .containsExactly(
            0.0, 1.0, -1.0, -100.0, -1250.0, -625.0, -1000.0, -1300.0, -250.0, -1150.0, -1240.0,
            -1249.0);
  }

  @Test
  void aNumberBelowOneBecomesARootThatIsLargerAndNothingLess() {
    assertThat(oneAtATime(0.037, 6)).containsExactly(0.0, 1.0, -1.0, 0.1, 0.04, 0.037);
    assertThat(allOfAMagnitude(0.037, 6)).containsExactly(0.0, 1.0, 0.1, 0.04, 0.037);
  }

  @Test
  void aNumberOfAMillionIsNotCountedDown() {
    assertThat(oneAtATime(1e6, 6)).containsExactly(0.0, 1.0, -1.0, 1e3, 1e6, 5e5);
    assertThat(oneAtATime(-1e6, 7)).containsExactly(0.0, 1.0, -1.0, -1e3, -1e6, -5e5, -0.0);
    assertThat(allOfAMagnitude(1e6, 6)).containsExactly(0.0, 1.0, 1e3, 1e6, 5e5);
    assertThat(oneAtATime(999999, 20).subList(3, 14))
        .containsExactly(
            1e3, 999999.0, 5e5, 1e6, 899999.0, 989999.0, 998999.0, 999899.0, 999989.0, 999998.0,
            0.0);
  }

  @Test
  void zeroBecomesOneOfEitherSign() {
    assertThat(oneAtATime(0, 3)).containsExactly(0.0, 1.0, -1.0);
    assertThat(allOfAMagnitude(0, 3)).containsExactly(0.0, 1.0);
  }

  @Test
  void numbersOfOneMagnitudeChangeTogetherAndKeepTheirSigns() {
    List<Plain> candidates = Simplification.of(Plain.of("...", 8, -8, 3)).toList();

    assertThat(candidates)
        .contains(Plain.of("...", 7, -7, 3), Plain.of("...", 4, -4, 3))
        .contains(Plain.of("...", 0, -0.0, 3), Plain.of("...", 8, -8, 2))
        .doesNotContain(Plain.of("...", 7, -7, 2));
  }

  @Test
  void eachMagnitudeIsChangedOnce() {
    // after seven roundings and six changes of each number alone, and before the pairs
    assertThat(Simplification.of(Plain.of("...", 8, -8, 8)).skip(25).limit(6))
        .containsExactly(
            Plain.of("...", 0, -0.0, 0),
            Plain.of("...", 1, -1, 1),
            Plain.of("...", 8, -8, 8),
            Plain.of("...", 4, -4, 4),
            Plain.of("...", 7, -7, 7),
            Plain.of("...", 0, 0, 8));
  }

  @Test
  void anyTwoNumbersBecomeTheSameOrOpposite() {
    List<Plain> candidates = Simplification.of(Plain.of("...", 70, 80, 90)).toList();

    assertThat(candidates)
        .contains(Plain.of("...", 60, 60, 90), Plain.of("...", 60, -60, 90))
        .contains(Plain.of("...", 60, 80, 60), Plain.of("...", 60, 80, -60))
        .contains(Plain.of("...", 70, 79, 79), Plain.of("...", 70, 79, -79))
        .doesNotContain(Plain.of("...", 89, 80, 89));
  }

  @ParameterizedTest
  @CsvSource({"11, 55", "12, 66", "13, 0"})
  void pairsAreTriedOfTwelveNumbersAtMost(int count, int pairs) {
    double[] numbers = IntStream.range(0, count).mapToDouble(i -> 20 + i).toArray();

    Stream<Plain> both =
        Simplification.of(Plain.of(".".repeat(count), numbers))
            .filter(
                candidate -> Arrays.stream(candidate.numbers()).filter(x -> x == 0).count() == 2);

    // opposite zeros are told apart: the same and the opposite of each pair
    assertThat(both).hasSize(2 * pairs).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "2.5, 0, 2", "3.5, 0, 4", "2.5, 1, 3", "-2.5, 1, -3", "0.12345678, 3, 0.123",
    "987654.321, 6, 987654", "1250, 2, 1300", "3, 6, 3", "0, 2, 0", "Infinity, 3, Infinity",
    "-Infinity, 0, -Infinity", "NaN, 1, NaN"
  })
  void roundsToIntegersOrToSignificantDigits(double x, int digits, double expected) {
    assertThat(Simplification.round(x, digits)).isEqualTo(Double.valueOf(expected));
  }

  @Test
  void roundsAllNumbersTogetherToNoneToSixDigits() {
    assertThat(Simplification.rounded(1.23456789, -98765432.1))
        .containsExactly(
            new double[] {1, -98765432},
            new double[] {1, -1e8},
            new double[] {1.2, -9.9e7},
            new double[] {1.23, -9.88e7},
            new double[] {1.235, -9.877e7},
            new double[] {1.2346, -9.8765e7},
            new double[] {1.23457, -9.87654e7});
  }

  @Test
  void setsTheNumbersAtSomePlacesInACopy() {
    double[] numbers = DoubleStream.of(1, 2, 3, 4).toArray();

    assertThat(Simplification.with(numbers, 7, 1, 3)).containsExactly(1, 7, 3, 7);
    assertThat(Simplification.with(numbers, 7)).containsExactly(1, 2, 3, 4);
    assertThat(numbers).containsExactly(1, 2, 3, 4);
  }
}
