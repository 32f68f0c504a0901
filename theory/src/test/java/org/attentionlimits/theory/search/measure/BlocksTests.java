package org.attentionlimits.theory.search.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.testing.Plain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlocksTests {

  /** The numbers 1, 2, 3, ... of these kinds. */
  private static Blocks counting(String kinds) {
    return Blocks.of(
        Plain.of(kinds, IntStream.rangeClosed(1, kinds.length()).asDoubleStream().toArray()));
  }

  /** A letter for each number: + for a positive one, else the index of its block. */
  private static String text(Blocks blocks, int numbers) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < numbers; i++) {
      text.append(blocks.isPositive(i) ? "+" : blocks.of(i));
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "., 0, 1",
    "+, +, 0",
    "..., 000, 1",
    ".+., 0+1, 2",
    "+..+, +00+, 1",
    "..++..+., 00++11+2, 3",
    "++, ++, 0"
  })
  void aBlockEndsAtANumberThatMustBePositive(String kinds, String blocks, int count) {
    assertThat(text(counting(kinds), kinds.length())).isEqualTo(blocks);
    assertThat(counting(kinds).count()).isEqualTo(count);
  }

  @Test
  void numbersThatMustBePositiveAreOfNoBlock() {
    assertThat(counting(".+").of(1)).isEqualTo(-1);
  }

  @Test
  void theLogitsAreABlockAndTheTemperatureIsPositive() {
    Blocks blocks = Blocks.of(new LogitRow(2, 3, -4, 0));

    assertThat(text(blocks, 4)).isEqualTo("000+");
    assertThat(blocks.count()).isEqualTo(1);
  }

  @Test
  void theTemperatureIsBetweenTheQueryAndTheKeys() {
    QueryKeys instance = new QueryKeys(2, new double[] {1, 2}, new double[][] {{3, 4}});

    assertThat(text(Blocks.of(instance), 5)).isEqualTo("00+11");
  }

  @Test
  void negativeNumbersAndZerosNeedNotBePositive() {
    assertThat(text(Blocks.of(Plain.of("..+", -1, 0, 1)), 3)).isEqualTo("00+");
  }

  @Test
  void noNumberIsTried() {
    Plain instance = Plain.of("...+", -1, 0, 1, 1);
    assertThat(Blocks.of(instance).count()).isEqualTo(1);
    assertThat(instance.asked()).isZero();
  }

  @Test
  void aNumberThatMayBeZeroIsPositiveUnlessItIsZero() {
    LogitRow row = new LogitRow(2, 3);

    assertThat(text(Blocks.of(new SphericalRow(row, 1, 1, 1, 0.5, 1)), 5)).isEqualTo("0++++");
    assertThat(text(Blocks.of(new SphericalRow(row, 1, 1, 1, 0, 1)), 5)).isEqualTo("0++1+");
  }

  @Test
  void theLargestMagnitudeIsThatOfTheBlockAlone() {
    Blocks blocks = Blocks.of(Plain.of("..+...", 3, -4, 100, 5, 7, -6));

    assertThat(blocks.largest(0)).isEqualTo(4);
    assertThat(blocks.largest(1)).isEqualTo(7);
    assertThat(Blocks.of(Plain.of(".+", 0, 9)).largest(0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "., 0, -1",
    ".+, 0, 1",
    "..++, 0, 2",
    "+.+, 0, 2",
    "+., 0, 0",
    "++..., 0, 1",
    ".+.+, 0, 1",
    ".+.+, 1, 3",
    ".+., 1, 1",
    ".++., 1, 2"
  })
  void thePositiveNumberBesideABlockFollowsItOrElseComesLastBeforeIt(
      String kinds, int block, int expected) {
    assertThat(counting(kinds).positiveBeside(block)).isEqualTo(expected);
  }

  @Test
  void buildsWhatIsAdmissible() {
    LogitRow row = new LogitRow(1, 2, 3);

    assertThat(row.moved(5, 6, 7)).contains(new LogitRow(7, 5, 6));
    assertThat(row.moved(5, 6, 0)).isEmpty();
    assertThat(row.moved(5, 6)).isEmpty();
  }

  @Test
  void buildsNothingOfNumbersThatAreNotFinite() {
    LogitRow row = new LogitRow(1, 2, 3);

    assertThat(row.moved(1, 1, Double.NaN)).isEmpty();
    assertThat(row.moved(Double.NEGATIVE_INFINITY, 1, 1)).isEmpty();
    assertThat(row.moved(3, 4, 5)).contains(new LogitRow(5, 3, 4));
  }
}
