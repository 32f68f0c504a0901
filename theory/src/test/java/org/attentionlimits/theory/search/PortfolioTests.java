package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.search.Atlas.Deed;
import org.attentionlimits.theory.search.Atlas.Event;
import org.attentionlimits.theory.search.Atlas.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortfolioTests {

  private static final Clock ENDLESS = new Clock(Duration.ofDays(1));
  private static final int A_RESTART = 20;
  private static final int PLACES = 1_000_003;

  private static <I extends Instance<I>> Attack<I> attack(Claim<I> claim, long budget) {
    return new Attack<>(claim, budget, ENDLESS, false);
  }

  private static <I extends Instance<I>> Portfolio<I> portfolio(Attack<I> attack) {
    return new Portfolio<>(attack, new SplittableRandom(1));
  }

  private static Attack<Place> run(Atlas atlas, IntToDoubleFunction ratio, long budget) {
    Attack<Place> attack = attack(atlas.claim(ratio), budget);
    portfolio(attack).run(atlas, List.of());
    return attack;
  }

  private static IntStream from(int first) {
    return IntStream.iterate(first, i -> i + 1);
  }

  @Test
  void whatIsKnownComesFirstThenLandmarks() {
    Atlas atlas = new Atlas().landmarks(() -> IntStream.of(3, 4), true);
    Attack<Place> attack = attack(atlas.claim(at -> 0.5), 10);
    portfolio(attack).run(atlas, List.of(atlas.place(9), atlas.place(8)));

    assertThat(atlas.places(Deed.SCORED)).containsExactly(9, 8, 3, 4);
  }

  @Test
  void landmarksThatAreAllThereIsGetAllOfTheBudget() {
    Atlas atlas = new Atlas().landmarks(() -> from(0), true);
    run(atlas, at -> 0.5, 30);

    assertThat(atlas.places(Deed.SCORED)).hasSize(30);
    assertThat(atlas.places(Deed.DRAWN)).isEmpty();
  }

  @Test
  void nothingIsDrawnOrVariedWhereLandmarksAreAllThereIs() {
    Atlas atlas = new Atlas().landmarks(() -> IntStream.of(1, 2), true);
    Attack<Place> attack = run(atlas, at -> 0.5, 30);

    assertThat(attack.tries()).isEqualTo(2);
    assertThat(atlas.events())
        .containsExactly(new Event(Deed.SCORED, 1), new Event(Deed.SCORED, 2));
  }

  @Test
  void landmarksGetAFifthOfTheBudgetWhereThereIsMore() {
    Atlas atlas = new Atlas().landmarks(() -> from(1000), false);
    run(atlas, at -> 0.5, 100);

    assertThat(atlas.places(Deed.SCORED).stream().filter(at -> at >= 1000)).hasSize(20);
  }

  @Test
  void drawsFillTheFirstTwentiethOfTheBudget() {
    Atlas atlas = new Atlas().landmarks(() -> IntStream.of(1000, 1001), false).draws(d -> d);
    run(atlas, at -> 0, 80);

    assertThat(atlas.events())
        .startsWith(
            new Event(Deed.SCORED, 1000),
            new Event(Deed.SCORED, 1001),
            new Event(Deed.DRAWN, 0),
            new Event(Deed.SCORED, 0),
            new Event(Deed.DRAWN, 1),
            new Event(Deed.SCORED, 1));
    assertThat(atlas.events().get(6).deed()).isNotEqualTo(Deed.DRAWN);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 40, 300})
  void theBudgetIsSpentToTheLast(int budget) {
    Atlas atlas = new Atlas().draws(d -> d % 5);
    Attack<Place> attack = run(atlas, at -> 0.1 * at, budget);

    assertThat(attack.tries()).isEqualTo(budget);
    assertThat(atlas.places(Deed.SCORED)).hasSize(budget);
  }

  @Test
  void aSpaceWithoutAdmissibleInstancesIsGivenUp() {
    Atlas atlas = new Atlas().draws(d -> -1);
    Attack<Place> attack = run(atlas, at -> 0.5, 10);

    assertThat(attack.tries()).isZero();
    assertThat(atlas.places(Deed.DRAWN)).hasSize(100);
  }

  /** What was done before the last that the budget was spent on. */
  private static List<Event> beforeTheEnd(Atlas atlas) {
    List<Event> events = atlas.events();
    int last = events.size() - 1;
    while (events.get(last).deed() != Deed.SCORED) {
      last--;
    }
    return events.subList(0, last);
  }

  /** Lengths of the runs of draws, each scored, that nothing else interrupts. */
  private static List<Integer> runsOfDraws(Atlas atlas) {
    List<Integer> runs = new ArrayList<>();
    int run = 0;
    for (Event event : beforeTheEnd(atlas)) {
      if (event.deed() == Deed.DRAWN) {
        run++;
      } else if (event.deed() != Deed.SCORED && run > 0) {
        runs.add(run);
        run = 0;
      }
    }
    return runs;
  }

  @Test
  void aRestartClimbsFromTheBestOfTwentyDraws() {
    Atlas atlas = new Atlas().draws(draw -> draw * 7919 % 1000);
    run(atlas, at -> 0.0001 * at, 1000);

    List<Integer> drawn = new ArrayList<>();
    int restarts = 0;
    for (Event event : beforeTheEnd(atlas)) {
      if (event.deed() == Deed.DRAWN) {
        drawn.add(event.at());
      } else if (event.deed() != Deed.SCORED && !drawn.isEmpty()) {
        if (drawn.size() == A_RESTART) {
          assertThat(event).isEqualTo(new Event(Deed.CLIMBED, Collections.max(drawn)));
          restarts++;
        }
        drawn.clear();
      }
    }
    assertThat(restarts).isPositive();
    assertThat(runsOfDraws(atlas).stream().skip(1).filter(run -> run % A_RESTART != 0)).isEmpty();
  }

  /** Of five climbs, one begins with twenty draws. */
  @Test
  void mostClimbsBeginAtWhatWasSeen() {
    Attack<LogitRow> attack = attack(Tried.ratio(row -> 0.5).claim(), 2000);
    Rows rows = new Rows();
    portfolio(attack).run(rows, List.of());

    assertThat(rows.draws).isBetween(200, 600);
  }

  /** Rows of two tokens, counted. */
  private static final class Rows implements Space<LogitRow> {

    private int draws;

    @Override
    public Stream<LogitRow> landmarks() {
      return Stream.of(new LogitRow(1, 0, 1));
    }

    @Override
    public LogitRow draw(SplittableRandom random) {
      draws++;
      return new LogitRow(1, random.nextDouble(), 0);
    }
  }

  /** The search's way over places with twenty larger ones each and two smaller ones. */
  private static Atlas hops(IntToDoubleFunction ratio, int budget) {
    Atlas atlas =
        new Atlas()
            .landmarks(() -> IntStream.of(0), false)
            .draws(draw -> 0)
            .ways(
                at -> IntStream.rangeClosed(1, 20).map(i -> (20 * at + i) % PLACES),
                at -> at == 0 ? IntStream.empty() : IntStream.of(at / 2, (at + 1000) % PLACES));
    run(atlas, ratio, budget);
    return atlas;
  }

  private static double uneven(int at) {
    return 0.001 * (at * 7919L % 997);
  }

  private static boolean isStep(Event event) {
    return event.deed() == Deed.LEFT_UPWARDS || event.deed() == Deed.LEFT_DOWNWARDS;
  }

  /** A step from a place, what it scored, and what was done next. */
  private record Step(Event from, List<Integer> scored, Event next) {}

  private static List<Step> steps(Atlas atlas) {
    List<Event> events = beforeTheEnd(atlas);
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
    List<Step> steps = steps(hops(PortfolioTests::uneven, 3000));

    assertThat(steps).anyMatch(step -> step.from().deed() == Deed.LEFT_DOWNWARDS);
    for (Step step : steps) {
      boolean up = step.from().deed() == Deed.LEFT_UPWARDS;
      assertThat(step.scored()).hasSize(up ? 8 : step.from().at() == 0 ? 0 : 2);
      assertThat(new HashSet<>(step.scored())).hasSameSizeAs(step.scored());
    }
  }

  @Test
  void twoOfThreeStepsGoUp() {
    List<Step> steps = steps(hops(PortfolioTests::uneven, 3000));

    assertThat(steps.stream().filter(step -> step.from().deed() == Deed.LEFT_UPWARDS).count())
        .isBetween(steps.size() * 6L / 10, steps.size() * 8L / 10);
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
    assertThat(longestHop(steps(hops(PortfolioTests::uneven, 3000)), PortfolioTests::uneven))
        .isGreaterThan(2);
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
  void stepsThatLeadNowhereAreMisses() {
    Atlas atlas = new Atlas().landmarks(() -> IntStream.of(0), false).draws(draw -> -1);
    Attack<Place> attack = run(atlas, at -> 0.5, 100);

    assertThat(attack.tries()).isEqualTo(1);
    assertThat(atlas.places(Deed.LEFT_UPWARDS)).isNotEmpty();
    assertThat(attack.isOver(1)).isTrue();
  }

  @Test
  void climbsFromAnInstanceKeepItsShape() {
    Tried tried = Tried.ratio(row -> 1 / (1 + Math.pow(row.logits()[0] - row.logits()[1] - 3, 2)));
    Attack<LogitRow> attack = attack(tried.claim(), 400);
    portfolio(attack).climbFrom(new LogitRow(1, 0.1, 0));

    assertThat(attack.tries()).isEqualTo(400);
    assertThat(tried.fast()).allMatch(row -> row.tokens() == 2);
    assertThat(tried.fast().get(0)).isEqualTo(new LogitRow(1, 0.1, 0));
    assertThat(attack.elites().all().get(0).ratio()).isGreaterThan(0.9999);
  }

  @Test
  void aClimbMayBeginWhereTheRatioIsZero() {
    Tried tried = Tried.ratio(row -> 0);
    Attack<LogitRow> attack = attack(tried.claim(), 50);
    portfolio(attack).climbFrom(new LogitRow(1, 0.1, 0));

    assertThat(attack.tries()).isEqualTo(50);
  }

  @Test
  void nothingIsClimbedFromAnInadmissibleInstance() {
    Tried tried = Tried.ratio(row -> 0.5);
    Attack<LogitRow> attack = attack(tried.claim(), 50);
    portfolio(attack).climbFrom(Tried.inadmissible());

    assertThat(tried.fast()).isEmpty();
    assertThat(attack.isOver(1)).isFalse();
  }

  /** An instance of so many numbers, all below zero, that only a walk suits it. */
  private static final class Walker implements Instance<Walker> {

    private static final int NUMBERS = 60;

    private final Walker parent;
    private final int id;
    private final int[] count;

    private Walker(Walker parent, int[] count) {
      this.parent = parent;
      this.count = count;
      this.id = count[0]++;
    }

    private double ratio() {
      return 0.1 * (1 + id * 7 % 5);
    }

    private Walker successor() {
      return parent == null || ratio() >= parent.ratio() ? this : parent;
    }

    @Override
    public int tokens() {
      return 1;
    }

    @Override
    public int[] shape() {
      return new int[] {1};
    }

    @Override
    public double[] numbers() {
      return Draws.filled(NUMBERS, -1);
    }

    @Override
    public Walker withNumbers(double... numbers) {
      return new Walker(this, count);
    }

    @Override
    public Stream<Walker> smaller() {
      return Stream.empty();
    }

    @Override
    public Map<String, Object> fields() {
      return Map.of("id", id);
    }
  }

  private static List<Walker> walk(int budget) {
    List<Walker> walked = new ArrayList<>();
    Claim<Walker> claim =
        Claim.about(Walker.class)
            .named("walkers")
            .evaluatedBy(
                (walker, arithmetic) -> {
                  walked.add(walker);
                  return Evaluation.atMost(arithmetic.of(walker.ratio()), arithmetic.of(1));
                });
    Walker start = new Walker(null, new int[1]);
    Attack<Walker> attack = attack(claim, budget);
    portfolio(attack).climbFrom(start);
    return walked;
  }

  /** In 61 dimensions, the shortest climb has 81 steps. */
  @Test
  void aWalkGoesOnFromWhatIsNotWorse() {
    List<Walker> walked = walk(60);

    assertThat(walked).hasSize(60);
    for (int i = 1; i < walked.size(); i++) {
      assertThat(walked.get(i).parent).isSameAs(walked.get(i - 1).successor());
    }
  }

  /** Steps of a climb: 20 and the dimensions, once, twice, four or eight times. */
  @Test
  void aWalkHasAsManyStepsAsTheDimensionsAskFor() {
    List<Walker> walked = walk(20_000);
    List<Integer> lengths = new ArrayList<>();
    int length = 1;
    for (int i = 2; i < walked.size(); i++) {
      if (walked.get(i).parent != walked.get(i - 1).successor()) {
        lengths.add(length);
        length = 0;
      }
      length++;
    }
    assertThat(lengths).contains(20 + 61, 20 + 2 * 61, 20 + 4 * 61, 20 + 8 * 61);
  }
}
