package org.attentionlimits.theory.search.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.random.QueryKeyRows;
import org.attentionlimits.theory.search.measure.Simplicity;
import org.attentionlimits.theory.testing.Plain;
import org.attentionlimits.theory.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShrinkerTests {

  private static boolean isSpread(LogitRow row) {
    return row.tokens() >= 2 && row.logits()[1] - row.logits()[0] >= 2.5;
  }

  @Test
  void keepsTheProperty() {
    LogitRow shrunk =
        new Shrinker<>(ShrinkerTests::isSpread).shrink(new LogitRow(3.7, -81.3, 17.2, 4, 5));
    assertThat(shrunk).matches(ShrinkerTests::isSpread);
  }

  @Test
  void reachesTheSmallestOfASmallSpace() {
    LogitRow shrunk =
        new Shrinker<>(ShrinkerTests::isSpread).shrink(new LogitRow(3.7, -81.3, 17.2, 4, 5));
    LogitRow smallest = grid().filter(ShrinkerTests::isSpread).min(Simplicity.ORDER).orElseThrow();
    assertThat(Simplicity.ORDER.compare(shrunk, smallest)).isLessThanOrEqualTo(0);
  }

  /** All rows of one or two tokens with integers from −9 to 9, T from 1 to 3. */
  private static Stream<LogitRow> grid() {
    return Stream.iterate(1, t -> t + 1)
        .limit(3)
        .flatMap(
            t ->
                Stream.iterate(-9, a -> a + 1)
                    .limit(19)
                    .flatMap(
                        a ->
                            Stream.concat(
                                Stream.of(new LogitRow(t, a)),
                                Stream.iterate(-9, b -> b + 1)
                                    .limit(19)
                                    .map(b -> new LogitRow(t, a, b)))));
  }

  @Test
  void bringsTiedNumbersDownTogether() {
    Predicate<LogitRow> tied =
        row -> row.tokens() == 2 && row.logits()[0] == row.logits()[1] && row.temperature() > 0.5;
    assertThat(new Shrinker<>(tied).shrink(new LogitRow(17.3, 4.25, 4.25)))
        .isEqualTo(new LogitRow(1, 0, 0));
  }

  @Test
  void dropsTokensAndDimensions() {
    SplittableRandom random = new SplittableRandom(5);
    QueryKeys large = new QueryKeyRows().draw(random);
    QueryKeys shrunk = new Shrinker<QueryKeys>(instance -> true).shrink(large);
    assertThat(shrunk.shape()).containsExactly(1, 1);
    assertThat(shrunk.numbers()).containsExactly(0, 1, 0);
  }

  @Test
  void prefersFewerTokensThenIntegersThenLessToPrint() {
    assertThat(
            Stream.of(
                    new LogitRow(1, 0, 0),
                    new LogitRow(0.5, 0),
                    new LogitRow(2, 0),
                    new LogitRow(1, 12),
                    new LogitRow(1, 0))
                .sorted(Simplicity.ORDER))
        .containsExactly(
            new LogitRow(1, 0),
            new LogitRow(2, 0),
            new LogitRow(1, 12),
            new LogitRow(0.5, 0),
            new LogitRow(1, 0, 0));
  }

  @Test
  void doesNotCountDownLargeNumbersOneByOne() {
    AtomicInteger evaluations = new AtomicInteger();
    Predicate<LogitRow> apart =
        row -> {
          evaluations.incrementAndGet();
          return row.tokens() == 2 && row.logits()[0] - row.logits()[1] >= 900;
        };
    LogitRow shrunk = new Shrinker<>(apart).shrink(new LogitRow(1, 1500300, 1499300));
    assertThat(shrunk.logits()[0] - shrunk.logits()[1]).isBetween(900.0, 1000.0);
    assertThat(evaluations).hasValueLessThan(5000);
  }

  @Test
  void bringsOppositeNumbersDownTogether() {
    Predicate<QueryKeys> opposite =
        i -> i.tokens() == 2 && i.numbers()[2] == -i.numbers()[3] && i.numbers()[2] != 0;
    QueryKeys start = new QueryKeys(1, new double[] {1}, new double[][] {{-0.02}, {0.02}});
    assertThat(new Shrinker<>(opposite).shrink(start).numbers()[3]).isIn(1.0, -1.0);
  }

  /** Whether the ball is two thirds of the sphere's radius. */
  private static boolean isTwoThirds(SphericalRow row) {
    return 3 * row.ball() == 2 * row.radius() && row.row().temperature() == 3200;
  }

  @ParameterizedTest
  @CsvSource({"1.5, 1", "150000, 100000"})
  void bringsLengthsToTheSmallestIntegersOfTheirRatio(double radius, double ball) {
    LogitRow row = new LogitRow(3200, 0);
    assertThat(
            new Shrinker<>(ShrinkerTests::isTwoThirds)
                .descend(new SphericalRow(row, 1, 1, radius, 0, ball)))
        .isEqualTo(new SphericalRow(row, 1, 1, 3, 0, 2));
  }

  /** A predicate that notes what it is asked about. */
  private static <I> Predicate<I> noting(List<I> asked, Predicate<I> violates) {
    return instance -> {
      asked.add(instance);
      return violates.test(instance);
    };
  }

  @Test
  void afterAStepThoseBeforeItComeLast() {
    List<Double> asked = new ArrayList<>();
    Plain shrunk =
        new Shrinker<Plain>(
                instance -> {
                  asked.add(instance.numbers()[0]);
                  return instance.numbers()[0] == 11;
                })
            .descend(Plain.of(".", 12));

    assertThat(shrunk).isEqualTo(Plain.of(".", 11));
    assertThat(asked.subList(0, 8)).containsExactly(10.0, 0.0, 1.0, -1.0, 10.0, 6.0, 2.0, 11.0);
    // of 11 these come seventh and later, and the first seven last
    assertThat(asked.subList(8, 11)).containsExactly(1.0, 10.0, 6.0);
    assertThat(asked.subList(asked.size() - 7, asked.size()))
        .containsExactly(10.0, 0.0, 1.0, -1.0, 10.0, 6.0, 0.0);
  }

  @Test
  void afterAStepToAnotherShapeAllBeginsAnew() {
    List<LogitRow> asked = new ArrayList<>();
    LogitRow five = new LogitRow(1, 5);

    assertThat(new Shrinker<>(noting(asked, five::equals)).descend(new LogitRow(1, 5, 7)))
        .isEqualTo(five);
    assertThat(asked.subList(0, 5))
        .containsExactly(
            new LogitRow(1, 0, 2),
            new LogitRow(1, -2, 0),
            new LogitRow(1, 7),
            five,
            new LogitRow(1, 0));
  }

  @Test
  void onlySimplerOnesAreTried() {
    List<LogitRow> asked = new ArrayList<>();
    LogitRow start = new LogitRow(2, 3, -2);

    assertThat(new Shrinker<>(noting(asked, row -> false)).shrink(start)).isEqualTo(start);
    assertThat(asked)
        .hasSizeGreaterThan(100)
        .allMatch(row -> Simplicity.ORDER.compare(row, start) < 0);
  }

  @Test
  void takesAThousandStepsAtMost() {
    assertThat(new Shrinker<Tokens>(instance -> true).descend(new Tokens(1700)))
        .isEqualTo(new Tokens(700));
    assertThat(new Shrinker<Tokens>(instance -> true).descend(new Tokens(900)))
        .isEqualTo(new Tokens(1));
  }

  @Test
  void descendsWhereNoSmallIntegersViolate() {
    assertThat(new Shrinker<LogitRow>(row -> row.temperature() >= 10).shrink(new LogitRow(12.5, 5)))
        .isEqualTo(new LogitRow(10, 0));
  }

  @Test
  void descendsOnceMoreFromTheSimplestOfTheSmallSpace() {
    LogitRow start = new LogitRow(40.5, 17.25, 3.125);
    Set<LogitRow> violating = Set.of(start, new LogitRow(1, 3, -3), new LogitRow(1, 6, 0));
    Shrinker<LogitRow> shrinker = new Shrinker<>(violating::contains);

    assertThat(shrinker.descend(start)).isEqualTo(start);
    assertThat(shrinker.shrink(start)).isEqualTo(new LogitRow(1, 6, 0));
  }

  @Test
  void whatNeedsToBeSmallIsATenthAndNotFarSmaller() {
    assertThat(
            new Shrinker<LogitRow>(row -> row.temperature() < 0.35)
                .descend(new LogitRow(6e-315, 0, 0)))
        .isEqualTo(new LogitRow(0.1, 0));
  }
}
