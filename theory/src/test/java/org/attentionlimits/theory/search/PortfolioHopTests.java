package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.attentionlimits.theory.search.Atlas.Deed;
import org.attentionlimits.theory.search.Atlas.Event;
import org.attentionlimits.theory.search.Atlas.Place;
import org.attentionlimits.theory.search.measure.Scored;
import org.junit.jupiter.api.Test;

/** Ways from one shape to others. */
class PortfolioHopTests {

  private static final int PLACES = 1_000_003;

  /** The search's way over places with twenty larger ones each and two smaller ones. */
  private static Atlas hops(IntToDoubleFunction ratio, int budget) {
    Atlas atlas =
        new Atlas()
            .landmarks(() -> IntStream.of(0), false)
            .draws(draw -> 0)
            .ways(
                at -> IntStream.rangeClosed(1, 20).map(i -> (20 * at + i) % PLACES),
                at -> at == 0 ? IntStream.empty() : IntStream.of(at / 2, (at + 1000) % PLACES));
    atlas.search(ratio, budget);
    return atlas;
  }

  /** The steps over places of uneven ratios, of which several tests look at something. */
  private static final List<Step> UNEVEN = steps(hops(PortfolioHopTests::uneven, 3000));

  private static double uneven(int at) {
    return 0.001 * (at * 7919L % 997);
  }

  private static boolean isStep(Event event) {
    return event.deed() == Deed.LEFT_UPWARDS || event.deed() == Deed.LEFT_DOWNWARDS;
  }

  /** A step from a place, what it scored, and what was done next. */
  private record Step(Event from, List<Integer> scored, Event next) {}

  private static List<Step> steps(Atlas atlas) {
    List<Event> events = atlas.beforeTheEnd();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (isStep(events.get(i))) {
        int end = i + 1;
        while (end < events.size() && events.get(end).deed() == Deed.SCORED) {
          end++;
        }
        if (end < events.size()) {
          List<Integer> scored = events.subList(i + 1, end).stream().map(Event::at).toList();
          steps.add(new Step(events.get(i), scored, events.get(end)));
        }
      }
    }
    return steps;
  }

  @Test
  void aStepScoresEightOfTheNeighboursOrAllOfFewer() {
    assertThat(UNEVEN).anyMatch(step -> step.from().deed() == Deed.LEFT_DOWNWARDS);
    for (Step step : UNEVEN) {
      boolean up = step.from().deed() == Deed.LEFT_UPWARDS;
      assertThat(step.scored()).hasSize(up ? 8 : step.from().at() == 0 ? 0 : 2);
      assertThat(new HashSet<>(step.scored())).hasSameSizeAs(step.scored());
    }
  }

  @Test
  void twoOfThreeStepsGoUp() {
    assertThat(UNEVEN.stream().filter(step -> step.from().deed() == Deed.LEFT_UPWARDS).count())
        .isBetween(UNEVEN.size() * 6L / 10, UNEVEN.size() * 8L / 10);
  }

  /**
   * Checks that the first step of every hop is taken whatever the ratio, others if it grows.
   *
   * @return steps of the longest hop
   */
  private static int longestHop(List<Step> steps, IntToDoubleFunction ratio) {
    int longest = 0;
    int length = 0;
    for (Step step : steps) {
      int from = step.from().at();
      int best =
          step.scored().stream().max(Comparator.comparingDouble(ratio::applyAsDouble)).orElse(-1);
      boolean better = best >= 0 && ratio.applyAsDouble(best) > ratio.applyAsDouble(from);
      if (better || (best >= 0 && length == 0)) {
        assertThat(step.next().at()).isEqualTo(best);
        assertThat(isStep(step.next())).isTrue();
        longest = Math.max(longest, ++length);
      } else {
        if (length > 0) {
          assertThat(step.next()).isEqualTo(new Event(Deed.CLIMBED, from));
        }
        length = 0;
      }
    }
    return longest;
  }

  @Test
  void aHopGoesToTheBestNeighbourForAsLongAsItIsBetter() {
    assertThat(longestHop(UNEVEN, PortfolioHopTests::uneven)).isGreaterThan(2);
  }

  @Test
  void aHopIsNotLedOnByRounding() {
    List<Step> steps = steps(hops(at -> 0.5 + 1e-17 * at, 2000));

    assertThat(steps).isNotEmpty();
    boolean within = false;
    for (Step step : steps) {
      boolean first = !within;
      within = first && isStep(step.next()) && !step.scored().isEmpty();
      assertThat(first || step.next().equals(new Event(Deed.CLIMBED, step.from().at()))).isTrue();
    }
  }

  @Test
  void aGrowthByNoMoreThanRoundingIsNone() {
    double[] ratios = new double[1000];
    ratios[0] = 0.5;
    for (int at = 1; at < ratios.length; at++) {
      ratios[at] = ratios[at - 1] * (1 + Scored.SAME);
    }
    Atlas atlas =
        new Atlas().draws(draw -> 0).ways(at -> IntStream.of(at + 1), at -> IntStream.empty());
    atlas.search(at -> ratios[at], 300);

    List<Step> steps = steps(atlas);
    assertThat(steps).hasSizeGreaterThan(20);
    for (int i = 1; i < steps.size(); i++) {
      Step before = steps.get(i - 1);
      boolean first = before.scored().isEmpty() || !isStep(before.next());
      assertThat(first || steps.get(i).next().deed() == Deed.CLIMBED).isTrue();
    }
  }

  @Test
  void aHopGoesToTheFirstOfNeighboursThatAreEqual() {
    List<Step> first =
        steps(hops(at -> 0.5, 2000)).stream()
            .filter(step -> isStep(step.next()) && !step.scored().isEmpty())
            .toList();

    assertThat(first).isNotEmpty().allMatch(step -> step.next().at() == step.scored().get(0));
  }

  @Test
  void stepsThatLeadNowhereAreMisses() {
    Atlas atlas = new Atlas().landmarks(() -> IntStream.of(0), false).draws(draw -> -1);
    Attack<Place> attack = atlas.search(at -> 0.5, 100);

    assertThat(attack.tries()).isEqualTo(1);
    assertThat(atlas.places(Deed.LEFT_UPWARDS)).isNotEmpty();
    assertThat(attack.isOver(1)).isTrue();
  }
}
