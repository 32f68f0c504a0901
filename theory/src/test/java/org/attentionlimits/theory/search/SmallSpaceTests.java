package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.LogitRow;
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
}
