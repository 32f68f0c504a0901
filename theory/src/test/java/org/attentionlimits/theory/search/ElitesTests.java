package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.search.measure.Scored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElitesTests {

  private final Elites<LogitRow> elites = new Elites<>();

  private void offer(int tokens, double ratio) {
    elites.offer(new Scored<>(new LogitRow(1, new double[tokens]), ratio));
  }

  private Stream<Double> ratios() {
    return elites.all().stream().map(Scored::ratio);
  }

  @Test
  void keepsThoseOnTheirWayUpBesideManyAttained() {
    offer(2, 0.3);
    for (int tokens = 1; tokens < 40; tokens++) {
      offer(tokens, 1);
    }
    assertThat(ratios()).hasSize(9).contains(0.3);
  }

  @Test
  void keepsThreeOfAShape() {
    Stream.of(0.1, 0.5, 0.2, 0.4, 0.3).forEach(ratio -> offer(2, ratio));
    assertThat(ratios()).containsExactly(0.5, 0.4, 0.3);
  }

  @Test
  void keepsOneOfASummit() {
    Stream.of(0.5, 0.5 + 1e-8, 0.5 - 1e-8).forEach(ratio -> offer(2, ratio));
    assertThat(ratios()).containsExactly(0.5 + 1e-8);
  }

  @Test
  void picksFromEveryLevel() {
    offer(1, 0.5);
    offer(1, 1);
    offer(1, 2);
    SplittableRandom random = new SplittableRandom(1);
    assertThat(Stream.generate(() -> elites.pick(random).ratio()).limit(50))
        .contains(0.5, 1.0, 2.0);
  }

  @Test
  void picksWhatWasSampledOnlyIfThereIsNothingElse() {
    SplittableRandom random = new SplittableRandom(1);
    elites.offer(new Scored<>(new LogitRow(1, 0), 2, true));
    assertThat(elites.pick(random).ratio()).isEqualTo(2);

    offer(1, 0.5);
    assertThat(Stream.generate(() -> elites.pick(random).ratio()).limit(50)).containsOnly(0.5);
    assertThat(ratios()).containsExactlyInAnyOrder(0.5, 2.0);
  }

  @Test
  void keepsOneOfASummitWhateverItsPlace() {
    Stream.of(0.9, 0.5, 0.5 + 1e-8).forEach(ratio -> offer(2, ratio));
    assertThat(ratios()).containsExactly(0.9, 0.5 + 1e-8);
  }

  @Test
  void ratiosThatDifferByMoreThanAMillionthAreOfTwoSummits() {
    Stream.of(0.5, 0.5 * (1 + 2e-6), 0.25).forEach(ratio -> offer(2, ratio));
    assertThat(ratios()).containsExactly(0.5 * (1 + 2e-6), 0.5, 0.25);
  }

  @Test
  void anEqualRatioOfTheShapeReplacesNothing() {
    LogitRow first = new LogitRow(1, 2, 3);
    elites.offer(new Scored<>(first, 0.5));
    offer(2, 0.5);
    assertThat(elites.all()).extracting(Scored::instance).containsExactly(first);
  }

  @Test
  void theWorstOfAShapeGivesWayToABetterOneAlone() {
    Stream.of(0.5, 0.4, 0.3).forEach(ratio -> offer(2, ratio));
    Stream.of(0.05, 0.1, 0.2).forEach(ratio -> offer(3, ratio));
    offer(3, 0.01);
    offer(2, 0.35);
    assertThat(ratios()).containsExactly(0.5, 0.4, 0.35, 0.2, 0.1, 0.05);
  }

  /** One of each shape, the last the best. */
  private void fill(int count, double from, double to, boolean sampled) {
    for (int i = 0; i < count; i++) {
      double ratio = from + (to - from) * i / count;
      elites.offer(new Scored<>(new LogitRow(1, new double[i + 1]), ratio, sampled));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.9, false, 16", "1, 1, false, 8", "2, 3, false, 8", "2, 3, true, 4"})
  void keepsSoManyOfALevel(double from, double to, boolean sampled, int most) {
    fill(40, from, to, sampled);
    assertThat(ratios()).hasSize(most).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(elites.all().get(0).ratio())
        .isEqualTo(from + (to - from) * (from < to ? 39 : 0) / 40);
  }

  @Test
  void wouldKeepWhatIsBetterThanTheLast() {
    fill(15, 0.5, 0.8, false);
    assertThat(elites.wouldKeep(0.1)).isTrue();
    offer(30, 0.4);
    assertThat(elites.wouldKeep(0.1)).isFalse();
    assertThat(elites.wouldKeep(0.4)).isFalse();
    assertThat(elites.wouldKeep(0.41)).isTrue();
    assertThat(elites.wouldKeep(1)).isTrue();
  }

  @Test
  void picksTheBetterTheMoreOften() {
    fill(16, 0.1, 0.9, false);
    SplittableRandom random = new SplittableRandom(1);
    Map<Double, Long> picked =
        Stream.generate(() -> elites.pick(random).ratio())
            .limit(4000)
            .collect(Collectors.groupingBy(ratio -> ratio, Collectors.counting()));
    List<Long> often = ratios().map(picked::get).toList();
    assertThat(often.get(0)).isGreaterThan(3 * often.get(8));
    assertThat(often.get(4)).isGreaterThan(often.get(12));
    assertThat(often).allMatch(count -> count > 0);
  }

  /** The lowest level in half of the draws, and in a third of the others. */
  @Test
  void picksThoseOnTheirWayUpMoreOften() {
    offer(1, 0.5);
    offer(1, 1);
    offer(1, 2);
    SplittableRandom random = new SplittableRandom(1);
    assertThat(Stream.generate(() -> elites.pick(random).ratio()).limit(600).filter(r -> r == 0.5))
        .hasSizeBetween(360, 440);
  }
}
