package org.attentionlimits.theory.search.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.search.measure.Simplicity;
import org.attentionlimits.theory.testing.Plain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shrunk results against all instances of small spaces. */
class SmallSpaceTests {

  /** All rows of one to three tokens with integers from −3 to 3 and temperatures from 1 to 3. */
  private static final List<LogitRow> ALL =
      IntStream.rangeClosed(1, 3)
          .boxed()
          .flatMap(
              n ->
                  vectors(n)
                      .flatMap(x -> IntStream.rangeClosed(1, 3).mapToObj(t -> new LogitRow(t, x))))
          .toList();

  private static Stream<double[]> vectors(int n) {
    return IntStream.range(0, (int) Math.pow(7, n))
        .mapToObj(
            code ->
                IntStream.range(0, n)
                    .mapToDouble(i -> code / (int) Math.pow(7, i) % 7 - 3)
                    .toArray());
  }

  /** A property without reason, that about one small row in a hundred has, and no other. */
  private static Predicate<LogitRow> rare(int salt) {
    SplittableRandom random = new SplittableRandom(salt);
    return ALL.stream().filter(row -> random.nextInt(100) == 0).collect(Collectors.toSet())
        ::contains;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothingInASmallSpaceIsSimplerThanWhatIsShrunk(int salt) {
    Predicate<LogitRow> violates = rare(salt);
    LogitRow start = ALL.stream().filter(violates).max(Simplicity.ORDER).orElseThrow();
    LogitRow simplest = ALL.stream().filter(violates).min(Simplicity.ORDER).orElseThrow();
    assertThat(start).isNotEqualTo(simplest);
    assertThat(new Shrinker<>(violates).shrink(start)).isEqualTo(simplest);
  }

  /** What is tried of the space below an instance when nothing in it violates. */
  private static <I extends Instance<I>> List<I> tried(I instance) {
    List<I> tried = new ArrayList<>();
    assertThat(new SmallSpace<I>(row -> !tried.add(row)).simplerThan(instance)).isEmpty();
    return tried;
  }

  private static Plain pair(double a, double b) {
    return Plain.of("..", a, b);
  }

  @Test
  void goesThroughSmallIntegersInTheOrderOfWhatThereIsToPrint() {
    assertThat(tried(new LogitRow(0.5, 7)))
        .containsExactly(
            new LogitRow(1, 0),
            new LogitRow(2, 0),
            new LogitRow(3, 0),
            new LogitRow(1, 1),
            new LogitRow(2, 1),
            new LogitRow(3, 1),
            new LogitRow(1, 2),
            new LogitRow(1, 3),
            new LogitRow(2, 2),
            new LogitRow(3, 2),
            new LogitRow(2, 3),
            new LogitRow(3, 3),
            new LogitRow(1, -1),
            new LogitRow(1, -2),
            new LogitRow(1, -3),
            new LogitRow(2, -1),
            new LogitRow(3, -1),
            new LogitRow(2, -2),
            new LogitRow(3, -2),
            new LogitRow(2, -3),
            new LogitRow(3, -3));
  }

  @Test
  void triesNothingThatIsNotSimplerThanTheInstance() {
    assertThat(tried(Plain.of(".", 2))).containsExactly(Plain.of(".", 0), Plain.of(".", 1));
    assertThat(tried(Plain.of(".", -2)))
        .containsExactly(
            Plain.of(".", 0),
            Plain.of(".", 1),
            Plain.of(".", 2),
            Plain.of(".", 3),
            Plain.of(".", -1));
  }

  @Test
  void stopsWhereMoreIsPrintedThanOfTheInstance() {
    Plain zeros = pair(0, 0);
    assertThat(tried(zeros)).isEmpty();
    assertThat(zeros.asked()).as("zeros, and what prints one character").isEqualTo(3);

    Plain ones = pair(1, 1);
    assertThat(tried(ones)).containsExactly(pair(0, 0), pair(0, 1), pair(1, 0));
    assertThat(ones.asked()).as("what prints no more than three characters").isEqualTo(18);
  }

  @Test
  void endsWhenAllSmallIntegersWereTried() {
    Plain fractions = pair(0.5, 0.5);
    assertThat(tried(fractions)).hasSize(49).doesNotHaveDuplicates();
    assertThat(fractions.asked()).isEqualTo(49);
  }

  @Test
  void takesTheSimplestOfThoseThatPrintAlike() {
    List<Plain> tried = new ArrayList<>();
    List<Plain> violating = List.of(pair(1, -3), pair(-1, 1), pair(-1, -1));

    Optional<Plain> simplest =
        new SmallSpace<Plain>(
                instance -> {
                  tried.add(instance);
                  return violating.contains(instance);
                })
            .simplerThan(pair(0.5, 0.5));

    assertThat(simplest).contains(pair(-1, 1));
    assertThat(tried.subList(tried.indexOf(pair(1, -3)), tried.size()))
        .containsExactly(pair(1, -3), pair(-1, 1));
  }

  @Test
  void smallerShapesComeFirstAndWhatViolatesThereIsTaken() {
    List<LogitRow> tried = tried(new LogitRow(1, 0, 2));
    assertThat(tried.subList(0, 21)).allMatch(row -> row.tokens() == 1);
    assertThat(tried.subList(21, tried.size()))
        .containsExactly(
            new LogitRow(1, 0, 0),
            new LogitRow(2, 0, 0),
            new LogitRow(3, 0, 0),
            new LogitRow(1, 0, 1),
            new LogitRow(1, 1, 0));
    assertThat(
            new SmallSpace<LogitRow>(row -> row.temperature() == 2)
                .simplerThan(new LogitRow(2, 5, 5, 5)))
        .contains(new LogitRow(2, 0));
  }

  /**
   * Each tenth that is seen counts twice, so that 910 make a thousand, and 903 the rest of 8000.
   */
  @Test
  void aThousandOfAShapeAndEightThousandOfAllAreCounted() {
    assertThat(tried(Plain.halves(6, "."))).hasSize(910).doesNotHaveDuplicates();

    Map<Integer, Long> bySize =
        tried(Plain.halves(16, ".")).stream()
            .collect(Collectors.groupingBy(Plain::tokens, Collectors.counting()));
    assertThat(bySize)
        .isEqualTo(
            Map.of(6, 910L, 7, 910L, 8, 910L, 9, 910L, 10, 910L, 11, 910L, 12, 910L, 13, 903L));
  }

  @Test
  void tenThatMakeNoInstanceCountAsOne() {
    Plain fractions = Plain.halves(6, "/");
    assertThat(tried(fractions)).isEmpty();
    assertThat(fractions.asked()).isEqualTo(10_000);
  }

  @Test
  void sixtyFourShapesAreLookedAt() {
    assertThat(new SmallSpace<Plain>(instance -> true).simplerThan(Plain.halves(80, ".")))
        .map(Plain::tokens)
        .contains(17);
    assertThat(new SmallSpace<Plain>(instance -> true).simplerThan(Plain.halves(68, ".")))
        .contains(Plain.of("......", 0, 0, 0, 0, 0, 0));
  }
}
